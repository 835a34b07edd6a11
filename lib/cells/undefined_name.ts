import { foreignName, meantName } from "../arguments/other_names.ts";
import { compile } from "./compile.ts";

/** Where a name may be that a cell does not find. */
export interface Places {
  /** The names that cells have declared. */
  declared: readonly string[];
  /** The cells that may declare it, the likely ones first. */
  cells: readonly Place[];
  /** The names that each module exports, of those that cells have imported. */
  exported: ReadonlyMap<string, readonly string[]>;
  /** Cells of other notebooks. */
  elsewhere?: readonly Place[];
}

/** A cell of a notebook. */
export interface Place {
  source: string;
  /** What a sentence calls it, such as "Another cell of the notebook". */
  is: string;
  /** What to do to have its names. */
  todo: string;
}

/** In Chromium, Deno and Firefox, and in WebKit. */
const WORDS = /^(\S+) is not defined$|^Can't find variable: (\S+)$/;

/** Says of an error about a name that is not defined where the name is, or which one may be meant. */
export function explainUndefined(thrown: unknown, places: Places): void {
  if (!(thrown instanceof ReferenceError)) return;
  const found = WORDS.exec(thrown.message);
  const name = found?.[1] ?? found?.[2];
  const where = name && whereIs(name, places);
  if (!where) return;
  const { message, stack } = thrown;
  thrown.message = `${name} is not defined. ${where}`;
  // In Chromium and Deno it repeats the message.
  if (stack) thrown.stack = stack.replace(message, () => thrown.message);
}

function whereIs(name: string, { declared, cells, exported, elsewhere = [] }: Places): string {
  const declaration = findDeclaration(name, cells);
  if (declaration) return declaration;
  const module = [...exported].find(([, names]) => names.includes(name))?.[0];
  if (module) return `It is in "${module}": import { ${name} } from "${module}".`;
  const foreign = foreignName(name);
  if (foreign) return foreign;
  // One that is declared and yet not found is declared further down in its own cell.
  if (declared.includes(name)) return "";
  const other = findDeclaration(name, elsewhere);
  if (other) return other;
  const meant = meantName(name, [...declared, ...[...exported.values()].flat()]);
  return meant ? `Did you mean ${meant}?` : "";
}

/** The names that cells declare. */
export function namesIn(sources: readonly string[]): string[] {
  return sources.flatMap((source) => {
    try {
      return compile(source).names;
    } catch {
      return []; // A cell that is not written to its end.
    }
  });
}

function findDeclaration(name: string, cells: readonly Place[]): string | undefined {
  for (const { source, is, todo } of cells) {
    const line = lineThatDeclares(name, source);
    if (line) return `${is} declares it: ${line} ${todo}`;
  }
}

/** The line of a cell in which it declares a name. */
function lineThatDeclares(name: string, source: string): string | undefined {
  if (!source.includes(name) || !namesIn([source]).includes(name)) return;
  const word = new RegExp(`(^|[^\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`);
  // An import often has many lines.
  for (const [text, from] of source.matchAll(/\bimport\b[^;]*?\bfrom\s*(".*?"|'.*?')/g)) {
    if (word.test(text)) return `import { ${name} } from ${from};`;
  }
  const line = source.split("\n").find((line) => word.test(line))?.trim() ?? "";
  return line.length > 80 ? `${line.slice(0, 80)} ...` : line;
}
