/** What is shown of one thing: a text or an object for each format. */
export type MimeBundle = Record<string, unknown>;

/** Something that a cell prints. */
export interface StreamOutput {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: string;
}

/** Something that a cell displays; one with an id may be updated later. */
export interface DisplayOutput {
  output_type: "display_data";
  data: MimeBundle;
  metadata: Record<string, unknown>;
  display_id?: string;
}

/** The new state of every display with this id, also of an earlier cell's. */
export interface UpdateOutput {
  output_type: "update_display_data";
  data: MimeBundle;
  metadata: Record<string, unknown>;
  display_id: string;
}

/** All outputs so far go away, with `wait` not before the next one comes. */
export interface ClearOutput {
  output_type: "clear_output";
  wait: boolean;
}

/** The value of a cell's last expression. */
export interface ResultOutput {
  output_type: "execute_result";
  execution_count: number;
  data: MimeBundle;
  metadata: Record<string, unknown>;
}

/** An error that ended the cell. */
export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}

/**
 * One thing that comes out of a cell, in nbformat's own terms, so that a notebook's file can hold it:
 * all but `update_display_data` and `clear_output`, which change what is there already.
 */
export type Output =
  | StreamOutput
  | DisplayOutput
  | UpdateOutput
  | ClearOutput
  | ResultOutput
  | ErrorOutput;
