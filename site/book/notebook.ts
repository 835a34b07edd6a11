/**
 * A committed notebook, as the book reads it.
 *
 * @module
 */

/** Text as notebooks store it: whole, or line by line. */
export type Text = string | string[];

/** What a cell gave when it was run before the notebook was committed. */
export interface Output {
  output_type: "stream" | "display_data" | "execute_result" | "error";
  name?: "stdout" | "stderr";
  text?: Text;
  data?: Record<string, unknown>;
  metadata?: { "image/png"?: { alt?: string; width?: number; height?: number } };
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

/** A cell of a lesson or an exercise. */
export interface Cell {
  cell_type: "markdown" | "code";
  id: string;
  source: Text;
  metadata: { tags?: string[]; glassnet?: { piece: string; role: "answer" | "check" } };
  outputs?: Output[];
}

/** A notebook with its cells. */
export interface Notebook {
  cells: Cell[];
}

/** Text in one piece. */
export function joined(text: Text | undefined): string {
  return Array.isArray(text) ? text.join("") : text ?? "";
}
