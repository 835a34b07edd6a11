import { foreignName, meantName } from "../arguments/other_names.ts";
import { compile } from "./compile.ts";

/** Where a name may be that a cell does not find. */
export interface Places {
  /** The names that cells have declared. */
  declared: readonly string[];
  /** The other cells of the notebook, as they are now. */
  others: readonly string[];
  /** The names that each module exports, of those that cells have imported. */
  exported: ReadonlyMap<string, readonly string[]>;
}

/** In Chromium, Deno and Firefox, and in WebKit. */
const WORDS = /^(\S+) is not defined$|^Can't find variable: (\S+)$/;

/** Says of an error about a name that is not defined where the name is, or which one may be meant. */
export function explainUndefined(thrown: unknown, places: Places): void {
  if (!(thrown instanceof ReferenceError)) return;
  const found = WORDS.exec(thrown.message);
  const name = found?.[1] ?? found?.[2];
  const where = name && whereIs(name, places);
  if (where) thrown.message = `${name} is not defined. ${where}`;
}

function whereIs(name: string, { declared, others, exported }: Places): string {
  const line = others.map((source) => lineThatDeclares(name, source)).find(Boolean);
  if (line) return `Another cell of the notebook declares it: ${line} Run that cell first.`;
  const module = [...exported].find(([, names]) => names.includes(name))?.[0];
  if (module) return `It is in "${module}": import { ${name} } from "${module}".`;
  const foreign = foreignName(name);
  if (foreign) return foreign;
  // One that is declared and yet not found is declared further down in its own cell.
  if (declared.includes(name)) return "";
  const meant = meantName(name, [...declared, ...[...exported.values()].flat()]);
  return meant ? `Did you mean ${meant}?` : "";
}

/** The line of a cell in which it declares a name. */
function lineThatDeclares(name: string, source: string): string | undefined {
  if (!source.includes(name)) return;
  try {
    if (!compile(source).names.includes(name)) return;
  } catch {
    return; // A cell that is not written to its end.
  }
  const word = new RegExp(`(^|[^\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`);
  const line = source.split("\n").find((line) => word.test(line))?.trim() ?? "";
  return line.length > 80 ? `${line.slice(0, 80)} ...` : line;
}
