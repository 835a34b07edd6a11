import { escape as escapeAll } from "@std/html/entities";

/** What Jupyter shows of a value: one entry for each format; a notebook shows the richest it knows. */
export type Bundle = Record<string, string | object>;

/** The method by which a value says how it is shown; Deno's kernel looks for it. */
export const display: unique symbol = Symbol.for("Jupyter.display") as never;

/**
 * Something that shows itself in a notebook, and in a terminal as text. A class that makes its text
 * or its HTML only when asked overrides `toString` or `bundle`.
 */
export class Displayable {
  readonly #bundle?: Bundle & { "text/plain": string };

  /**
   * Something with a text and perhaps richer formats.
   *
   * @param bundle what is shown, by its format
   */
  constructor(bundle?: Bundle & { "text/plain": string }) {
    this.#bundle = bundle;
  }

  /** What is shown, by its format. */
  get bundle(): Bundle & { "text/plain": string } {
    return this.#bundle ?? { "text/plain": this.toString() };
  }

  /** The text alone. */
  toString(): string {
    return this.#bundle?.["text/plain"] ?? this.constructor.name;
  }

  /** What Jupyter shows. */
  [display](): Bundle {
    return this.bundle;
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }
}

/**
 * Text as it can stand in HTML, also within double quotation marks. An apostrophe stays as it is: only
 * single quotation marks would need it escaped.
 */
export function escape(text: string): string {
  return escapeAll(text).replaceAll("&#39;", "'");
}
