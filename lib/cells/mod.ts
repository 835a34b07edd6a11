/**
 * TypeScript cells as Deno's kernel runs them, without that kernel: in a page's worker, and in a process
 * without permissions.
 *
 * @module
 */
export {
  type CellJupyter,
  type CellResult,
  CellSession,
  type CellSessionOptions,
} from "./session.ts";
export { CellSyntaxError } from "./syntax_error.ts";
export { inspect, type InspectOptions } from "./inspect.ts";
export type {
  ClearOutput,
  DisplayOutput,
  ErrorOutput,
  MimeBundle,
  Output,
  ResultOutput,
  StreamOutput,
  UpdateOutput,
} from "./output.ts";
