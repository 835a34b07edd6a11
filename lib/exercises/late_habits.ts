import type { AnyNode } from "acorn";
import { isFunction, isLoop, methodOf, nodesIn, textOf } from "./syntax.ts";

/** What is wrong in some places and right in others: the weakest of the guesses. */
export function lateHabit(tree: AnyNode, code: string): string | undefined {
  const all = [...nodesIn(tree)];
  for (const [node, above] of all) {
    const small = node.type === "BinaryExpression" && /^[+-]$/.test(node.operator) &&
      [node.left, node.right].find((side) =>
        side.type === "Literal" && typeof side.value === "number" && side.value !== 0 &&
        Math.abs(side.value) <= 0.1
      );
    if (small) {
      return `${textOf(small, code)} is added to something. The formula has no such number.`;
    }
    const stopsEarly = node.type === "BreakStatement" || node.type === "ReturnStatement";
    const around = above.slice(0, above.findIndex(isFunction)).filter(isLoop);
    if (stopsEarly && around.length) {
      const word = node.type === "BreakStatement" ? "break" : "return";
      return `A ${word} stands inside a loop: it ends there, before the loop is through.`;
    }
  }
  for (const [node, above] of all) {
    if (node.type !== "ExpressionStatement" || node.expression.type !== "CallExpression") continue;
    const { callee } = node.expression;
    const name = callee.type === "Identifier" ? callee.name : methodOf(node.expression);
    if (
      above[0] && /^(update|add|scale|subtract|multiply|matmul|map|concat|from|slice)$/.test(name!)
    ) {
      return `What ${name} gives is not kept: it changes nothing, but gives something new. Put return, ` +
        "or a name and =, in front of it.";
    }
  }
  for (const [node] of all) {
    if (node.type === "ContinueStatement") {
      return "continue leaves out what stands below it in the loop. Does that belong to every turn?";
    }
    if (node.type === "ForStatement" && node.update?.type === "AssignmentExpression") {
      const { operator, right } = node.update;
      if (operator === "+=" && right.type === "Literal" && right.value !== 1) {
        return `A loop goes on by ${textOf(node.update, code)}, and so leaves some out.`;
      }
    }
  }
  const unusual = all.find(([node]) =>
    node.type === "MemberExpression" &&
      /^Math\.(sqrt|cbrt|sign|round|floor|ceil|trunc|abs|pow|log1p)$/.test(textOf(node, code)) ||
    node.type === "BinaryExpression" && node.operator === "**"
  );
  if (unusual) return `It uses ${textOf(unusual[0], code)}. Does the formula have that?`;
  const numbers = all.flatMap(([node]) =>
    node.type === "Literal" && typeof node.value === "number" &&
      (node.value > 10 || !Number.isInteger(node.value))
      ? [textOf(node, code)]
      : []
  );
  if (!numbers.length) return;
  const which = [...new Set(numbers)].slice(0, 3).join(" and ");
  return `It has ${which} written in it. Does the formula have such a number? What differs from call to ` +
    "call, such as the number of images, comes from the arguments.";
}
