import {
  type AnyNode,
  type ArrowFunctionExpression,
  type FunctionDeclaration,
  type FunctionExpression,
  parseExpressionAt,
} from "acorn";

/** Any way to write a function. */
export type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

/** The code of a function as a tree; undefined of a method of an object, which is no expression. */
export function treeOf(code: string): FunctionNode | undefined {
  try {
    const tree: AnyNode = parseExpressionAt(code, 0, { ecmaVersion: "latest" });
    return isFunction(tree) ? tree : undefined;
  } catch {
    return undefined;
  }
}

/** All nodes of a tree, each with those above it, the nearest first. */
export function* nodesIn(
  node: AnyNode,
  above: readonly AnyNode[] = [],
): Generator<[AnyNode, AnyNode[]]> {
  yield [node, [...above]];
  for (const inner of Object.values(node)) {
    for (const one of Array.isArray(inner) ? inner : [inner]) {
      if (one && typeof one.type === "string") yield* nodesIn(one, [node, ...above]);
    }
  }
}

/** The code of a node. */
export const textOf = (node: AnyNode, code: string) => code.slice(node.start, node.end);
/** Whether a node is a function. */
export const isFunction = (node: AnyNode): node is FunctionNode => /Function/.test(node.type);
/** Whether a node is a loop. */
export const isLoop = ({ type }: AnyNode) => /^(For|While|DoWhile)/.test(type);
/** The name of the method that a node calls. */
export const methodOf = (node: AnyNode) =>
  node.type === "CallExpression" && node.callee.type === "MemberExpression" &&
    node.callee.property.type === "Identifier"
    ? node.callee.property.name
    : undefined;

/** The arguments of a function that it never uses. */
export function unusedArguments(tree: FunctionNode): string[] {
  const used = new Set(
    [...nodesIn(tree.body)].flatMap(([node]) => node.type === "Identifier" ? [node.name] : []),
  );
  if (used.has("arguments")) return [];
  return tree.params.flatMap((param) =>
    param.type === "Identifier" && !used.has(param.name) ? [param.name] : []
  );
}
