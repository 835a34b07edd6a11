/**
 * Which of the project's files a file imports, and how.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { parse, walk } from "./syntax.ts";

/**
 * One import: by `value` it runs the other file, `type` is gone when it runs, and an `address` starts
 * the other file apart. As for Deno, `import { type X }` is one by value, `import type { X }` is not.
 */
export interface Import {
  /** What stands in the quotes, such as "../matrix/matrix.ts". */
  of: string;
  how: "value" | "type" | "address";
  line: number;
}

/**
 * The imports of a TypeScript text: `import` and `export ... from`, `import("./x.ts")`, the type
 * `import("./x.ts").X`, and `new URL("./x.ts", import.meta.url)`, which is how workers and other
 * processes are started.
 */
export function importsIn(text: string): Import[] {
  const imports: Import[] = [];
  walk(parse(text), (node) => {
    const add = (of: string, how: Import["how"]) =>
      imports.push({ of, how, line: node.loc.start.line });
    if (node.source?.type === "StringLiteral") {
      const isType = node.importKind === "type" || node.exportKind === "type" ||
        node.type === "TSImportType";
      add(node.source.value, isType ? "type" : "value");
    }
    if (node.type === "NewExpression" && node.callee.name === "URL") {
      const [path, base] = node.arguments;
      const here = base && text.slice(base.start, base.end) === "import.meta.url";
      if (here && path.type === "StringLiteral") add(path.value, "address");
    }
  });
  return imports;
}

/**
 * The file that an import stands for, as a path from the project's folder, or undefined for a package.
 *
 * @param names the import map of deno.json
 */
export function fileOf(
  { of }: Import,
  importer: string,
  names: Record<string, string> = {},
): string | undefined {
  const from = of in names ? join(names[of]) : join(dirname(importer), of);
  const isPath = /^\.{0,2}\//.test(names[of] ?? of) || !/^[\w@]/.test(of);
  return isPath ? from.replaceAll("\\", "/") : undefined;
}
