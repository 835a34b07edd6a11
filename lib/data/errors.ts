/** Where in a file something is wrong. */
export interface Place {
  /** The file, as its path was given. */
  file: string;
  /** The line, counted from 1: the header is line 1. */
  line?: number;
  /** The column's number, counted from 1. */
  column?: number;
  /** The column's name, such as `"pixel10"`. */
  name?: string;
}

/**
 * Something is wrong with the data. The message says where (file, line, column), what was expected,
 * what was found, and what to do. Nothing was changed or written.
 *
 * @example
 * ```ts
 * import { DataError, readDigits } from "glassnet";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(() => readDigits("no/such.csv"), DataError, "no/such.csv");
 * ```
 */
export class DataError extends Error {
  /** `"DataError"`. */
  override name = "DataError";
  /** The file, where the data came from one. */
  readonly file?: string;
  /** The line, counted from 1: the header is line 1. */
  readonly line?: number;
  /** The column's number, counted from 1. */
  readonly column?: number;

  /**
   * An error that says where it is.
   *
   * @param problem what was expected, what was found, and what to do, in whole sentences
   * @param place where it is wrong
   * @param options the error behind this one, where there is one
   */
  constructor(problem: string, place?: Place, options?: ErrorOptions) {
    super(place ? `${describe(place)}: ${problem}` : problem, options);
    this.file = place?.file;
    this.line = place?.line;
    this.column = place?.column;
  }
}

function describe({ file, line, column, name }: Place): string {
  return [
    file,
    line === undefined ? "" : `line ${line}`,
    column === undefined ? "" : `column ${column}${name ? ` (${name})` : ""}`,
  ].filter(Boolean).join(", ");
}

/** A value as an error shows it: in quotes, and not longer than a line. */
export function quote(value: string | undefined): string {
  if (value === undefined || value === "") return "nothing";
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
}

/** What to do about what the system says of a path, by the error's name or code. */
export const adviceOnPaths: Record<string, string> = {
  NotADirectory: "a part of the path is a file, and no folder. Correct the path.",
  ENAMETOOLONG:
    "the name is too long. Most systems allow 255 bytes, some less: choose a shorter one.",
  FilesystemLoop: "it is a link to itself. Choose another name, or remove the link.",
};

const advice: Record<string, string> = {
  ...adviceOnPaths,
  PermissionDenied:
    "you lack the permission. Have its owner grant it, or read a copy in a folder of your own.",
  EIO: "the disk fails to read it. Copy it from where it came from again.",
};

/** An error for a file that is there and can't be read: what the system says, with the file's name. */
export function unreadable(file: string, cause: unknown): unknown {
  // What is not permitted, Deno says better itself.
  if (!(cause instanceof Error) || cause instanceof DataError || cause.name === "NotCapable") {
    return cause;
  }
  const { name, code = "" } = cause as Error & { code?: string };
  const problem = advice[code] ?? advice[name] ?? `${cause.message}.`;
  return new DataError(`cannot be read: ${problem}`, { file }, { cause });
}
