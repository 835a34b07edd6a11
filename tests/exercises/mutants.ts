/**
 * Small wrong changes of a function: of signs, bounds, indices, constants, orders and axes, lines left
 * out, loops that end early.
 *
 * @module
 */
import { type Node, parse } from "acorn";

/** A changed function: its text, and what was changed. */
export interface Mutant {
  source: string;
  change: string;
}

type Tree = Node & Record<string, unknown>;
interface Edit {
  start: number;
  end: number;
  text: string;
}

const operators: Record<string, string[]> = {
  "+": ["-", "*"],
  "-": ["+"],
  "*": ["/", "+"],
  "/": ["*", "-"],
  "**": ["*"],
  "<": ["<=", "> 0 * "],
  "<=": ["<"],
  ">": [">=", "<"],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+=": ["=", "-="],
  "-=": ["=", "+="],
};
const names: Record<string, string> = {
  rows: "cols",
  cols: "rows",
  max: "min",
  add: "subtract",
  subtract: "add",
  relu: "reluDerivative",
  reluDerivative: "relu",
  multiply: "add",
  push: "unshift",
  Infinity: "0",
  log: "log2",
  exp: "sqrt",
};

/** The function with a call of `tick` at the beginning of each round of a loop. */
export function withTicks(source: string): string {
  const text = `(${source})`;
  return edited(
    text,
    ticksOf(nodesOf(parse(text, { ecmaVersion: "latest" }) as unknown as Tree), text),
  );
}

/** Every mutant of a function, each with ticks. */
export function mutantsOf(source: string): Mutant[] {
  const text = `(${source})`;
  const nodes = nodesOf(parse(text, { ecmaVersion: "latest" }) as unknown as Tree);
  const ticks = ticksOf(nodes, text);
  const local = [...new Set(nodes.flatMap(declared))];
  return nodes.flatMap((node) => editsOf(node, text, local)).map((edit) => {
    const near = text.slice(Math.max(0, edit.start - 24), edit.end + 16).replace(/\s+/g, " ");
    return {
      source: edited(text, [...ticks, edit]),
      change: `${text.slice(edit.start, edit.end)} -> ${edit.text} in ${near}`,
    };
  });
}

/** What is put at the two ends of each loop's body. */
function ticksOf(nodes: Tree[], text: string): Edit[] {
  return nodes.filter(({ type }) => /^(For|While)/.test(type)).flatMap(({ body }) => {
    const { start, end, type } = body as Tree;
    if (type === "BlockStatement") return [{ start: start + 1, end: start + 1, text: " tick();" }];
    const semicolon = text[end] === ";" ? 1 : 0;
    return [
      { start, end: start, text: "{ tick(); " },
      { start: end + semicolon, end: end + semicolon, text: " }" },
    ];
  });
}

/** A text with some places changed, from the last to the first; what is put in goes outside. */
function edited(text: string, edits: Edit[]): string {
  return edits.map((edit, k) => ({ ...edit, k }))
    .sort((a, b) => b.start - a.start || b.end - a.end || b.k - a.k)
    .reduce((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), text);
}

function nodesOf(node: Tree): Tree[] {
  const inner = Object.entries(node).filter(([key]) => key !== "parent").flatMap(([key, value]) => {
    const children = (Array.isArray(value) ? value : [value]).filter((child) =>
      typeof child?.type === "string"
    ) as Tree[];
    for (const child of children) Object.assign(child, { parent: node, place: key });
    return children.flatMap(nodesOf);
  });
  return [node, ...inner];
}

/** The names that a node declares. */
function declared(node: Tree): string[] {
  const patterns = node.type === "VariableDeclarator"
    ? [node.id]
    : /Function/.test(node.type)
    ? node.params as unknown[]
    : [];
  return (patterns as Tree[]).flatMap((pattern) =>
    nodesOf(pattern).filter(({ type }) => type === "Identifier").map(({ name }) => name as string)
  );
}

function editsOf(node: Tree, text: string, local: string[]): Edit[] {
  const { start, end } = node;
  const of = (other: unknown) => text.slice((other as Tree).start, (other as Tree).end);
  const to = (...texts: string[]) => texts.map((text): Edit => ({ start, end, text }));
  switch (node.type) {
    case "BinaryExpression":
    case "AssignmentExpression": {
      const { left, right, operator } = node as unknown as Record<string, string>;
      const others = operators[operator] ?? [];
      return to(
        ...others.map((other) => `${of(left)} ${other} ${of(right)}`),
        ...(/^[-/]$/.test(operator) ? [`${of(right)} ${operator} ${of(left)}`] : []),
        ...(/^[-+*/]$/.test(operator) ? [of(left), of(right)] : []),
      );
    }
    case "UnaryExpression":
      return node.operator === "-" ? to(of(node.argument)) : [];
    case "UpdateExpression":
      return node.operator === "++" && (node.parent as Tree).type !== "ForStatement"
        ? to(of(node.argument), `${of(node.argument)}--`)
        : [];
    case "Literal":
      return typeof node.value === "number"
        ? to(String(node.value + 1), String(node.value - 1), ...(node.value ? ["0"] : ["0.5"]))
        : [];
    case "ConditionalExpression":
      return to(of(node.consequent), of(node.alternate));
    case "IfStatement":
      return [{ ...(node.test as Tree), text: "true" }, { ...(node.test as Tree), text: "false" }];
    case "CallExpression": {
      const args = (node.arguments as Tree[]).map(of);
      const swapped = args.length === 2 ? [`${of(node.callee)}(${args[1]}, ${args[0]})`] : [];
      const left = args.length > 0 && (node.callee as Tree).type === "Identifier" ? args : [];
      return to(...swapped, ...left);
    }
    case "ForStatement": {
      const [init, test] = [node.init as Tree, node.test as Tree];
      const counter = init && /let (\w+)/.exec(of(init))?.[1];
      if (!counter || !test) return [];
      const end = (text: string): Edit => ({ start: test.start, end: test.end, text });
      return [1, 2].map((n) => end(`${of(test)} && ${counter} < ${n}`));
    }
    case "ForOfStatement": {
      const { start, end } = node.right as Tree;
      return [{ start, end, text: `${of(node.right)}.slice(0, 1)` }, { start, end, text: "[]" }];
    }
    case "SpreadElement":
      return (node.parent as Tree).type === "CallExpression" ? to(`${of(node.argument)}[0]`) : [];
    case "ExpressionStatement":
      return (node.parent as Tree).type === "Program" ? [] : to(";");
    case "Identifier": {
      const name = node.name as string;
      const parent = node.parent as Tree;
      const isProperty = parent.type === "MemberExpression" && node.place === "property" &&
        !parent.computed;
      const isKey = parent.type === "Property" || /Declarator|Function/.test(parent.type) &&
          node.place !== "init" && node.place !== "body";
      if (isKey) return [];
      const known = Object.hasOwn(names, name) ? [names[name]] : [];
      const digit = /^d?[AbWZ][12]$/.test(name)
        ? [name.replace(/.$/, (d) => d === "1" ? "2" : "1")]
        : [];
      if (isProperty) return to(...known, ...digit);
      const alike = local.includes(name) ? local.filter((other) => other !== name) : [];
      return to(...known, ...alike);
    }
  }
  return [];
}
