import globals from "acorn-globals";
import { treeOf } from "./syntax.ts";
import { encode, type Wire, WireError } from "./wire.ts";

/** A function of the reader with all that it uses, as text that another process can run. */
export interface Program {
  /** The body of a function of `$glassnet` and `$data`, which returns the reader's function. */
  source: string;
  /** The notebook's values that it uses, by their names. */
  data: { [name: string]: Wire };
  /** The reader's function alone. */
  code: string;
}

/** What is known of the function itself. */
export interface Written {
  /** How many arguments it takes. */
  takes?: number;
  /** The notebook's values that it uses, by their names. */
  uses?: readonly string[];
  /** Its code. */
  code?: string;
}

/** What a program says of its function. */
export function writtenOf({ data, code }: Program): Written {
  const params = treeOf(code)?.params ?? [];
  const end = params.findIndex(({ type }) =>
    type === "AssignmentPattern" || type === "RestElement"
  );
  return { takes: end < 0 ? params.length : end, uses: Object.keys(data), code };
}

/** A function that can't be taken to another process. */
export class ProgramError extends TypeError {
  override name = "ProgramError";
}

/** The names that JavaScript and Deno have by themselves. */
const builtIn = new Set(Object.getOwnPropertyNames(globalThis));

/** What the notebook's cells have declared is seen by an indirect eval, and by nothing else. */
const fromNotebook = (name: string): unknown => (0, eval)(name);

/**
 * Takes a function with everything that it uses: helper functions and values of the notebook's cells,
 * and what it imported from Glassnet.
 *
 * @param main the reader's function
 * @param glassnet the exports of Glassnet by their names
 * @param uses what it uses and an indirect eval does not find, as in a plain script
 * @throws {ProgramError} if something that it uses can't be taken along; the message says what
 */
export function programOf(
  main: unknown,
  glassnet: Record<string, unknown>,
  uses: Record<string, unknown> = {},
): Program {
  const exported = new Map(Object.entries(glassnet).map(([name, value]) => [value, name]));
  const declared = new Map<string, string>();
  const data: Program["data"] = {};

  /** The function as an expression; what it uses is declared before it. */
  const written = (fn: object): string => {
    const known = exported.get(fn);
    if (known !== undefined) return `$glassnet.${known}`;
    const { source, names } = sourceOf(fn as () => unknown);
    for (const name of names) declare(name, fn as () => unknown);
    return source;
  };

  const declare = (name: string, user: { name: string }) => {
    if (declared.has(name)) return;
    const found = lookUp(name, glassnet, uses);
    if (!found) return;
    declared.set(name, "");
    const { value } = found;
    if (value === glassnet) {
      declared.set(name, "$glassnet"); // as in `import * as glassnet`
    } else if (exported.has(value)) {
      declared.set(name, `$glassnet.${exported.get(value)}`);
    } else if (typeof value === "function") {
      declared.set(name, written(value));
    } else {
      data[name] = packed(name, value, user);
      declared.set(name, `$data[${JSON.stringify(name)}]`);
    }
    // What it uses is declared first: also a class needs the one that it extends.
    const expression = declared.get(name)!;
    declared.delete(name);
    declared.set(name, expression);
  };

  const packed = (name: string, value: unknown, user: { name: string }) => {
    try {
      return encode(value, (inner) => {
        const known = exported.get(inner);
        return known === undefined ? undefined : { $: "glassnet", name: known };
      });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new ProgramError(
        `${
          user.name || "Your function"
        } uses ${name} of the notebook, ${error.message}, which the ` +
          `check can't take along. Use the function's arguments, and give it what else it needs as one.`,
      );
    }
  };

  const expression = written(main as object);
  const lines = [...declared].map(([name, text]) => `let ${name} = ${text};`);
  const source = [...lines, `return ${expression};`].join("\n");
  return { source, data, code: Function.prototype.toString.call(main) };
}

function lookUp(
  name: string,
  glassnet: Record<string, unknown>,
  uses: Record<string, unknown>,
): { value: unknown } | undefined {
  if (Object.hasOwn(uses, name)) return { value: uses[name] };
  try {
    const value = fromNotebook(name);
    // A cell may declare such a name anew; then it is the cell's.
    return builtIn.has(name) && Reflect.get(globalThis, name) === value ? undefined : { value };
  } catch {
    return Object.hasOwn(glassnet, name) ? { value: glassnet[name] } : undefined;
  }
}

/** A function's source as an expression, and the names in it that it does not declare itself. */
function sourceOf(fn: () => unknown): { source: string; names: string[] } {
  const text = Function.prototype.toString.call(fn);
  if (/\{\s*\[native code\]\s*\}$/.test(text)) {
    throw new ProgramError(
      `${
        fn.name || "The function"
      } has no source that can be read: it is built in or was made by ` +
        "bind. Give the function itself.",
    );
  }
  // `dW2(dZ2, A1) {...}` is a method of an object, and no expression by itself.
  const asMethod = `Object.values({ ${text} })[0]`;
  for (const source of [`(${text})`, asMethod]) {
    try {
      const found = globals(source) as { name: string }[];
      return {
        source,
        names: found.map(({ name }) => name).filter((name) => name !== "undefined"),
      };
    } catch {
      // Not this one, then.
    }
  }
  throw new ProgramError(
    `The source of ${fn.name || "the function"} can't be taken out of its cell. Write it as ` +
      "function name(...) {...} or (...) => ....",
  );
}
