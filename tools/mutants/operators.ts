/**
 * Small wrong changes of a TypeScript text: a `<` becomes `<=`, two arguments change places, a check
 * is gone.
 *
 * @module
 */
import { type Node, parse, walk } from "../shared/syntax.ts";

/** One small change: the text from `start` to `end` becomes `to`. */
export interface Change {
  /** What kind of change it is, in two or three words. */
  kind: string;
  start: number;
  end: number;
  to: string;
}

/** What each operator becomes. */
const operators: Record<string, { to: string; kind: string }> = {};
const pairs: [kind: string, one: string, other: string][] = [
  ["arithmetic", "+", "-"],
  ["arithmetic", "*", "/"],
  ["arithmetic", "+=", "-="],
  ["arithmetic", "*=", "/="],
  ["arithmetic", "++", "--"],
  ["bound", "<", "<="],
  ["bound", ">", ">="],
  ["equality", "===", "!=="],
  ["logic", "&&", "||"],
];
for (const [kind, one, other] of pairs) {
  operators[one] = { to: other, kind };
  operators[other] = { to: one, kind };
}
operators["%"] = { to: "*", kind: "arithmetic" };
operators["**"] = { to: "*", kind: "arithmetic" };

const otherFunction: Record<string, string> = {
  "Math.min": "Math.max",
  "Math.max": "Math.min",
  "Math.floor": "Math.ceil",
  "Math.ceil": "Math.floor",
  "Math.round": "Math.floor",
};

/** Parts of a node that are types: a change there changes nothing when the code runs. */
const types =
  /^(typeAnnotation|typeParameters|typeArguments|returnType|superTypeArguments|implements)$/;

/** The nodes of TypeScript's own that have an expression in them. */
const typed = /^TS(As|Satisfies|NonNull|Instantiation)Expression$|^TSParameterProperty$/;

/** Every change that the operators can make in a text, in the order of their places. */
export function changesOf(text: string): Change[] {
  const changes: Change[] = [];
  const tree = parse(text);
  walk(tree, (node, above) => {
    if (node.type.startsWith("Import") && node.type !== "ImportExpression") return false;
    if (node.type.startsWith("TS") && !typed.test(node.type)) return false;
    if (isType(node, above.at(-1))) return false;
    for (const change of changesAt(node, above, text)) changes.push(change);
  });
  return changes.sort((a, b) => a.start - b.start || a.end - b.end);
}

function isType(node: Node, parent?: Node): boolean {
  return !!parent &&
    Object.entries(parent).some(([name, part]) => types.test(name) && [part].flat().includes(node));
}

function* changesAt(node: Node, above: readonly Node[], text: string): Generator<Change> {
  const parent = above.at(-1);
  const source = ({ start, end }: Node) => text.slice(start, end);
  const instead = (kind: string, { start, end }: { start: number; end: number }, to: string) => ({
    kind,
    start,
    end,
    to,
  });
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression": {
      if (node.operator === "??") {
        yield instead("default dropped", { start: node.left.end, end: node.end }, "");
        return;
      }
      const other = operators[node.operator];
      // A sum with a text in it joins texts.
      const joins = [node.left, node.right].some((side: Node) => /String|Template/.test(side.type));
      if (!other || (joins && other.kind === "arithmetic")) return;
      const start = text.indexOf(node.operator, node.left.end);
      yield instead(other.kind, { start, end: start + node.operator.length }, other.to);
      return;
    }
    case "UpdateExpression": {
      // A loop that counts the other way round only never ends.
      if (parent?.type === "ForStatement" && parent.update === node) return;
      yield instead("arithmetic", node, source(node).replace(/\+\+|--/, (o) => operators[o].to));
      return;
    }
    case "UnaryExpression":
      if (node.operator === "!") yield instead("negation dropped", node, source(node.argument));
      if (node.operator === "-") yield instead("sign dropped", node, source(node.argument));
      return;
    case "ConditionalExpression":
      yield instead("other branch", node.test, `!(${source(node.test)})`);
      return;
    case "IfStatement": {
      if (throws(node.consequent) && !node.alternate) yield instead("check dropped", node, ";");
      else yield instead("other branch", node.test, `!(${source(node.test)})`);
      return;
    }
    case "NumericLiteral": {
      const number = node.value;
      const whole = Number.isInteger(number) && number <= 16;
      yield instead("number", node, String(whole ? number + 1 : 2 * number));
      return;
    }
    case "BooleanLiteral":
      if (parent?.type !== "WhileStatement") yield instead("true or false", node, `${!node.value}`);
      return;
    case "CallExpression":
    case "NewExpression": {
      const called = source(node.callee);
      if (called in otherFunction) yield instead("rounding", node.callee, otherFunction[called]);
      for (const [i, one] of node.arguments.slice(0, -1).entries()) {
        const other: Node = node.arguments[i + 1];
        // What is written out differently has different types: no slip that compiles.
        const written = [one, other].map(({ type }) =>
          /Function|Object|Array|Spread|String|Template|Literal/.exec(type)?.[0]
        );
        if (written[0] !== written[1] || written[0] === "Spread") continue;
        // The order is free: max(a, b) is max(b, a), and no two products of numbers differ by it.
        if (/^(Math\.(min|max|hypot)|multiply)$/.test(called) || source(one) === source(other)) {
          continue;
        }
        const between = text.slice(one.end, other.start);
        const swapped = source(other) + between + source(one);
        yield instead("swapped arguments", { start: one.start, end: other.end }, swapped);
      }
      if (/\brequire[A-Z]\w*$/.test(called)) {
        for (const given of node.arguments) {
          if (given.type === "StringLiteral") yield instead("wrong name", given, '"elsewhere"');
        }
      }
      return;
    }
    case "TemplateLiteral": {
      const told = above.some(({ type, callee }) =>
        type === "ThrowStatement" || (type === "NewExpression" && /Error$/.test(callee.name ?? ""))
      );
      if (!told) return;
      for (const place of node.expressions) yield instead("wrong place", place, '"elsewhere"');
      return;
    }
    case "ExpressionStatement": {
      const { expression } = node;
      const call = expression.type === "AwaitExpression" ? expression.argument : expression;
      if (call.type !== "CallExpression" || call.callee.type === "Super") return;
      const check = /^require[A-Z]/.test(source(call.callee));
      yield instead(check ? "check dropped" : "call dropped", node, ";");
      return;
    }
    case "BreakStatement":
      if (!node.label && !inSwitch(above)) yield instead("loop left", node, "continue;");
      return;
    case "ContinueStatement":
      if (!node.label) yield instead("loop left", node, "break;");
      return;
    case "BlockStatement": {
      const isBody = /Function|Method/.test(parent?.type ?? "") && parent!.kind !== "constructor";
      if (!isBody || node.body.length === 0 || parent!.generator || gives(node)) return;
      yield instead("return early", { start: node.start + 1, end: node.start + 1 }, " return;");
    }
  }
}

/** Whether all that a statement does is to throw. */
function throws(statement: Node): boolean {
  return statement.type === "ThrowStatement" ||
    (statement.type === "BlockStatement" && statement.body.at(-1)?.type === "ThrowStatement");
}

/** Whether a `break` here leaves a switch. */
function inSwitch(above: readonly Node[]): boolean {
  return above.findLast(({ type }) => /^(Switch|For|While|Do)/.test(type))?.type.startsWith(
    "Switch",
  ) ?? false;
}

/** Whether a function's body returns a value somewhere. */
function gives(body: Node): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.type === "ReturnStatement" && node.argument) found = true;
    return !/Function|Method/.test(node.type);
  });
  return found;
}
