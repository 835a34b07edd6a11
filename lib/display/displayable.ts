/** What Jupyter shows of a thing: one text for each format, the front end takes the best it knows. */
export type Bundle = Record<string, string | object>;

/** The method by which a thing says how it is shown; Deno's kernel looks for it. */
export const display: unique symbol = Symbol.for("Jupyter.display") as never;

/** Something that shows itself in a notebook, and in a terminal as text. */
export class Displayable {
  /**
   * Something with a text and perhaps richer formats.
   *
   * @param bundle what is shown, by its format
   */
  constructor(readonly bundle: Bundle & { "text/plain": string }) {}

  /** What Jupyter shows. */
  [display](): Bundle {
    return this.bundle;
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.bundle["text/plain"];
  }
}
