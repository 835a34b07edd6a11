import type { CompiledCell } from "./compile.ts";
import { CellSyntaxError } from "./syntax_error.ts";
import type { ErrorOutput } from "./output.ts";

/** The name under which a cell's code is known to the engine, by the number of its run. */
export function cellFile(count: number): string {
  return `glassnet-cell-${count}.ts`;
}

/** Chromium: `    at f (file:1:2)`; Deno: `    at f (file, <anonymous>:1:2)`; Firefox and WebKit: `f@file:1:2`. */
const FRAME =
  /^\s*(?:at )?(.*?)[@(]?[^@( ]*glassnet-cell-(\d+)\.ts(?:, <anonymous>)?:(\d+):(\d+)\)?$/;

/**
 * An error with the places in cells that it went through, as their lines are numbered in the cell. What
 * lies in between, in a library, is left out.
 */
export function stackOf(error: Error, cells: Map<number, CompiledCell>): string {
  const frames: string[] = [];
  for (const line of textOf(() => error.stack ?? "").split("\n")) {
    const found = FRAME.exec(line);
    const place = found && cells.get(Number(found[2]))?.placeOf(Number(found[3]), Number(found[4]));
    if (!found || !place) continue;
    const where = `cell [${found[2]}], line ${place.line}, column ${place.column}`;
    const name = found[1].trim().replace(/^async /, "");
    const isCellItself = /^(eval|async|<anonymous>|anonymous|\?)?$/.test(name);
    frames.push(isCellItself ? `    at ${where}` : `    at ${name} (${where})`);
  }
  return [textOf(() => Error.prototype.toString.call(error)), ...frames].join("\n");
}

/** What ended a cell, as Deno's kernel shows it. */
export function errorOutput(error: unknown, cells: Map<number, CompiledCell>): ErrorOutput {
  if (error instanceof CellSyntaxError) {
    const { message, line, column } = error;
    const traceback = [
      ...`SyntaxError: ${message}`.split("\n"),
      `    at line ${line}, column ${column}`,
    ];
    return { output_type: "error", ename: "SyntaxError", evalue: message, traceback };
  }
  if (error instanceof Error) {
    return {
      output_type: "error",
      ename: textOf(() => error.name) || "Unknown error",
      evalue: textOf(() => error.message) || "(none)",
      traceback: ["Stack trace:", ...stackOf(error, cells).split("\n")],
    };
  }
  const message = textOf(() => error);
  return {
    output_type: "error",
    ename: "Unknown error",
    evalue: message,
    traceback: ["Stack trace:", JSON.stringify(message), "    at <unknown>"],
  };
}

/** What something is as a text: an error's own properties may throw, too. */
function textOf(thing: () => unknown): string {
  try {
    return String(thing());
  } catch {
    return "something that has no text";
  }
}
