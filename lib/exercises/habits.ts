/**
 * What a function's code shows where its results do not say what is wrong: habits of other languages,
 * and slips of JavaScript. Two of them are wrong wherever they stand; the others are guesses, and
 * the check says so.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import { lateHabit } from "./late_habits.ts";
import { isFunction, methodOf, nodesIn, textOf, treeOf, unusedArguments } from "./syntax.ts";

/** What was found in the code. */
export interface Habit {
  says: string;
  /** The name of one that can only be wrong. */
  id?: string;
  /** Whether it explains little, so that anything else that is known comes first. */
  isWeak?: boolean;
}

type Look = (node: AnyNode, above: readonly AnyNode[], code: string) => Habit | string | undefined;

/** The first habit in the code of a function, in the order in which they explain most. */
export function habitIn(code: string, call: string): Habit | undefined {
  const tree = treeOf(code);
  if (!tree) return;
  for (const look of looks) {
    for (const [node, above] of nodesIn(tree)) {
      const habit = look(node, above, code);
      if (habit) return typeof habit === "string" ? { says: habit } : habit;
    }
  }
  const unused = unusedArguments(tree).join(" and ");
  if (unused) {
    return { isWeak: true, says: `It does not use ${unused}, which it is given: ${call}.` };
  }
  const says = lateHabit(tree, code);
  return says === undefined ? undefined : { isWeak: true, says };
}

const looks: Look[] = [
  // A.shape[1]
  (node, _, code) =>
    node.type === "MemberExpression" && node.computed && /\.shape$/.test(textOf(node.object, code))
      ? {
        says:
          `${textOf(node, code)} is one character: the shape is a text such as "10 x 784". The ` +
          "number of rows is A.rows, that of columns A.cols.",
        id: "shape-is-a-text",
      }
      : undefined,
  // C[i, j]
  (node, _, code) =>
    node.type === "MemberExpression" && node.property.type === "SequenceExpression"
      ? {
        says: `${textOf(node, code)} looks only at what stands behind the comma. With rows it is ` +
          "C[i][j]; a Matrix has A.get(i, j).",
        id: "comma-in-brackets",
      }
      : undefined,
  // rows.map((row) => { row.map(...); })
  (node, above) => {
    if (!isFunction(node) || node.body.type !== "BlockStatement") return;
    const method = above[0] && methodOf(above[0]);
    if (!method || !/^(map|reduce|filter|from|flatMap)$/.test(method)) return;
    const returns = [...nodesIn(node.body)].some(([inner, over]) =>
      inner.type === "ReturnStatement" && over.findIndex(isFunction) < 0
    );
    if (returns) return;
    return {
      isWeak: true,
      says: `The function in ${method} has braces and no return, so it gives undefined.`,
    };
  },
  // row = row.push(x)
  (node) =>
    node.type === "AssignmentExpression" && methodOf(node.right) === "push"
      ? {
        isWeak: true,
        says:
          "push gives back the new length, a number: write rows.push(row), without a = before it.",
      }
      : undefined,
  // if (n = 1)
  (node, _, code) => {
    const test = "test" in node ? node.test as AnyNode | null : undefined;
    if (test?.type !== "AssignmentExpression" || test.operator !== "=") return;
    return `${textOf(test, code)} sets a value, and does not ask: two values are compared by ===.`;
  },
  // x = x++
  (node, _, code) =>
    node.type === "AssignmentExpression" && node.right.type === "UpdateExpression" &&
      !node.right.prefix && textOf(node.left, code) === textOf(node.right.argument, code)
      ? `${textOf(node, code)} leaves it as it was: x++ alone adds 1.`
      : undefined,
  // z ^ 2
  (node, _, code) =>
    node.type === "BinaryExpression" && node.operator === "^"
      ? `${textOf(node, code)} is no power: ^ works on bits. A power is x ** 2.`
      : undefined,
  // for (const z in row)
  (node) =>
    node.type === "ForInStatement"
      ? 'for (... in ...) goes through the places, and each is a text such as "0"; for (... of ...) ' +
        "goes through the values."
      : undefined,
  // update(parameters, gradients)
  (node, _, code) => {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return;
    if (node.arguments.some(({ type }) => type === "SpreadElement")) return;
    const { name } = node.callee;
    const wanted = calls[name];
    if (!wanted) return;
    if (node.arguments.length < wanted.length) {
      const says = `${name} takes ${wanted.length} arguments: ${name}(${wanted.join(", ")}).`;
      return { says, isWeak: true };
    }
    const given = node.arguments.map((one) => textOf(one, code).replace(/^.*\./, ""));
    const isMixed = given.some((one, k) => wanted.includes(one) && wanted[k] !== one) &&
      wanted.length > 2;
    return isMixed ? `The order counts: ${name}(${wanted.join(", ")}).` : undefined;
  },
  // let sum = ""; ... sum += x
  (node) =>
    node.type === "VariableDeclarator" && node.init?.type === "Literal" && node.init.value === ""
      ? "A sum that begins with a text stays a text: let it begin with 0."
      : undefined,
  // let sum; ... sum += x
  (node, above, code) => {
    if (node.type !== "VariableDeclarator" || node.init || node.id.type !== "Identifier") return;
    if (above[1] && /^For(In|Of)/.test(above[1].type)) return;
    const { name } = node.id;
    const body = above.at(-1)!;
    const isAddedTo = [...nodesIn(body)].some(([other]) =>
      other.type === "AssignmentExpression" && other.operator !== "=" &&
      textOf(other.left, code) === name
    );
    return isAddedTo
      ? `${name} has no value at first, and undefined + 1 is NaN: let ${name} = 0.`
      : undefined;
  },
  // column.reduce((sum, z) => sum + Math.exp(z))
  (node, _, code) => {
    if (node.type !== "CallExpression" || methodOf(node) !== "reduce") return;
    const [fn] = node.arguments;
    if (node.arguments.length !== 1 || !fn || !isFunction(fn)) return;
    const [, second] = fn.params;
    if (second?.type !== "Identifier" || isPlain(fn.body, second.name, code)) return;
    return "reduce without a first value begins with the first element as it is. Give it one, such as " +
      "0: reduce((sum, x) => ..., 0).";
  },
  // Math.max(column)
  (node, _, code) =>
    node.type === "CallExpression" && /^Math\.(max|min)$/.test(textOf(node.callee, code)) &&
      node.arguments.length === 1 && node.arguments[0].type !== "SpreadElement"
      ? `${
        textOf(node, code)
      } has one argument. If that is an array, take it apart with three dots: ` +
        `${textOf(node.callee, code)}(...${textOf(node.arguments[0], code)}).`
      : undefined,
  // numbers.sort()
  (node) =>
    methodOf(node) === "sort" && node.type === "CallExpression" && node.arguments.length === 0
      ? "sort() orders numbers as texts, 10 before 9: sort((a, b) => a - b)."
      : undefined,
];

/** How those of Glassnet's functions are called whose arguments are mixed up. */
const calls: Record<string, string[]> = {
  update: ["parameters", "gradients", "learningRate"],
  forward: ["parameters", "X"],
  backward: ["parameters", "activations", "X", "Y"],
  crossEntropy: ["A2", "Y"],
  scale: ["A", "number"],
  matmul: ["A", "B"],
  add: ["A", "B"],
  subtract: ["A", "B"],
  multiply: ["A", "B"],
};

/** Whether a function of reduce only adds, or takes the larger one, so that it needs no first value. */
function isPlain(body: AnyNode, name: string, code: string): boolean {
  if (body.type === "BinaryExpression") return textOf(body.right, code) === name;
  return body.type === "CallExpression" && /^Math\.(max|min)$/.test(textOf(body.callee, code));
}
