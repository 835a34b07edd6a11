import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { nearestName } from "../arguments/nearest_name.ts";
import { escape } from "../display/displayable.ts";
import { bugHints } from "./find_the_bug.ts";
import type { PieceName } from "./piece.ts";
import { pieces } from "./pieces.ts";

/** Hints that show themselves: closed in a notebook until they are clicked, as text in a terminal. */
export class Hint {
  /**
   * Something to read that is closed at first.
   *
   * @param html what a notebook shows
   * @param text what a terminal shows
   */
  constructor(readonly html: string, readonly text: string) {}

  /** What Jupyter shows. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return { "text/html": this.html, "text/plain": this.text };
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.text;
  }
}

/**
 * One of the three hints for a piece, closed until it is clicked. The first asks, the second says which
 * formula, the third nearly says the line.
 *
 * @param piece the piece's name
 * @param number 1, 2 or 3
 * @throws {ArgumentError} if there is no such piece or hint
 *
 * @example
 * ```ts
 * import { hint } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * assertStringIncludes(hint("dW2", 1).text, "dW2 has the shape of W2");
 * ```
 */
export function hint(piece: PieceName, number: 1 | 2 | 3): Hint {
  const texts = textsOf(piece);
  const text = Number.isInteger(number) ? texts[number - 1] : undefined;
  if (!text) {
    throw new ArgumentError(`hint expected the number 1, 2 or 3, but found ${found(number)}.`);
  }
  return new Hint(
    details(
      `Hint ${number} of ${texts.length}`,
      `<p style="white-space: pre-line">${escape(text)}</p>`,
    ),
    `Hint ${number} of ${texts.length}: ${text}`,
  );
}

/**
 * The three hints for a piece, one inside the other: each is seen when the one before was opened. It
 * needs no script.
 *
 * @param piece the piece's name
 * @throws {ArgumentError} if there is no such piece
 *
 * @example
 * ```ts
 * import { hints, show } from "glassnet";
 *
 * await show(hints("softmax"));
 * ```
 */
export function hints(piece: PieceName): Hint {
  const texts = textsOf(piece);
  const html = texts.reduceRight<string>(
    (inner, text, k) =>
      details(
        `Hint ${k + 1} of ${texts.length}`,
        `<p style="white-space: pre-line">${escape(text)}</p>${inner}`,
      ),
    "",
  );
  return new Hint(html, texts.map((text, k) => `Hint ${k + 1}: ${text}`).join("\n"));
}

function details(summary: string, inside: string): string {
  return `<details style="margin: 4px 0 4px 12px"><summary style="cursor: pointer">${summary}` +
    `</summary>${inside}</details>`;
}

function textsOf(name: PieceName): readonly string[] {
  if (name === "findTheBug") return bugHints;
  const piece = pieces.find((piece) => piece.name === name);
  if (!piece) {
    const names = [...pieces.map(({ name }) => name), "findTheBug"];
    const nearest = typeof name === "string" && nearestName(name, names);
    throw new ArgumentError(
      `There is no piece ${found(name)}.${
        nearest ? ` Did you mean "${nearest}"?` : ""
      } The pieces are ${names.join(", ")}.`,
    );
  }
  return piece.hints;
}
