/**
 * TypeScript's syntax tree, as Babel's parser gives it, and a walk through it.
 *
 * @module
 */
import { parse as parseTypeScript } from "@babel/parser";

/** A node of the tree: its kind, its place in the text, and its parts by their names. */
export interface Node {
  type: string;
  start: number;
  end: number;
  loc: { start: { line: number } };
  // deno-lint-ignore no-explicit-any -- each kind of node has parts of its own
  [part: string]: any;
}

/** The syntax tree of a TypeScript text. */
export function parse(text: string): Node {
  return parseTypeScript(text, { sourceType: "module", plugins: ["typescript"] }) as Node;
}

/**
 * Calls `visit` for a node, then for all that is in it. If `visit` returns false, what is in it is
 * left out.
 */
export function walk(
  node: Node,
  visit: (node: Node, above: readonly Node[]) => boolean | void,
  above: readonly Node[] = [],
): void {
  if (visit(node, above) === false) return;
  const within = [...above, node];
  for (const [name, part] of Object.entries(node)) {
    if (name === "loc" || name.endsWith("Comments")) continue;
    for (const inner of [part].flat()) {
      if (typeof inner?.type === "string") walk(inner, visit, within);
    }
  }
}
