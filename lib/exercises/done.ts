import { looks } from "./check_result.ts";
import { escape } from "../display/displayable.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { ownStub } from "./judge.ts";
import { latest } from "./latest.ts";
import { pieces } from "./pieces.ts";

/** Which pieces are done, as a table that shows itself. */
export class Done {
  /** One row for each piece. */
  readonly rows: readonly {
    piece: string;
    notebook: string;
    verdict: string;
    message: string;
  }[];

  /**
   * The state of the pieces at this moment.
   *
   * @param notebook the notebook whose pieces are shown; all of them unless told
   * @throws {ArgumentError} if no notebook has this number
   */
  constructor(notebook?: string) {
    const all = [...pieces, { name: "findTheBug" as const, notebook: "06" }];
    const numbers = [...new Set(all.map(({ notebook }) => notebook))];
    if (notebook !== undefined && !numbers.includes(notebook)) {
      throw new ArgumentError(
        `done expected the number of a notebook, ${
          numbers.map((number) => JSON.stringify(number)).join(", ")
        }, or nothing for all, but found ${found(notebook)}.`,
      );
    }
    this.rows = all.filter((piece) => !notebook || piece.notebook === notebook)
      .map(({ name, notebook }) => {
        const result = latest.get(name);
        return {
          piece: name,
          notebook,
          verdict: result?.verdict ?? "not checked",
          // What is right, or not begun, needs no more words than that.
          message: !result || result.verdict === "right" || result.message === ownStub(name)
            ? ""
            : result.message,
        };
      });
  }

  /** How many are right. */
  get right(): number {
    return this.rows.filter(({ verdict }) => verdict === "right").length;
  }

  /** A line for each piece. */
  toString(): string {
    const lines = this.rows.map(({ piece, notebook, verdict }) =>
      `${notebook}  ${signOf(verdict)} ${piece.padEnd(15)} ${wordOf(verdict)}`
    );
    return [this.#sum(), ...lines].join("\n");
  }

  /** What Jupyter shows. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    const cell = (text: string, style = "text-align: left") => `<td style="${style}">${text}</td>`;
    const rows = this.rows.map(({ piece, notebook, verdict, message }) =>
      `<tr>${cell(notebook)}${cell(`<code>${piece}</code>`)}` +
      cell(`${signOf(verdict)} ${wordOf(verdict)}`, "text-align: left; white-space: nowrap") +
      cell(escape(message), "text-align: left; max-width: 420px") + "</tr>"
    );
    const head = ["notebook", "piece", "check", ""]
      .map((name) => `<th style="text-align: left">${name}</th>`).join("");
    return {
      "text/html":
        `<div><b>${this.#sum()}</b></div><table style="margin: 0"><thead><tr>${head}</tr>` +
        `</thead><tbody>${rows.join("")}</tbody></table>`,
      "text/plain": this.toString(),
    };
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }

  #sum(): string {
    return `${this.right} of ${this.rows.length} pieces done`;
  }
}

function wordOf(verdict: string): string {
  return looks[verdict as keyof typeof looks]?.word ?? verdict;
}

function signOf(verdict: string): string {
  return looks[verdict as keyof typeof looks]?.sign ?? "·";
}

/**
 * Which pieces are done: the latest check of each, since the kernel was started.
 *
 * @param notebook `"02"` to `"06"`, for the pieces of one notebook; all unless told
 * @throws {ArgumentError} if no notebook has this number
 *
 * @example
 * ```ts
 * import { done } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(done("02").rows.map(({ piece }) => piece), ["transpose", "add", "matmul"]);
 * ```
 */
export function done(notebook?: string): Done {
  return new Done(notebook);
}
