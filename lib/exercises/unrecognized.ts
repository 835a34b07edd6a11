import { Matrix } from "../matrix/matrix.ts";
import type { Comparison } from "./compare.ts";
import type { Judgment } from "./judge.ts";
import { inWords } from "./parts.ts";
import type { Exercise } from "./exercise.ts";
import { foreignName, meantName } from "../arguments/other_names.ts";
import * as core from "./core.ts";
import { explanationOf } from "./explain_error.ts";
import type { Outcome } from "./run_apart.ts";
import { apart, short } from "./short.ts";
import { decode, type Wire } from "./wire.ts";

/** What went wrong where no known mistake fits. */
export function unrecognized(
  exercise: Exercise,
  args: Wire[],
  outcome: Outcome | undefined,
  comparison: Comparison | undefined,
): Judgment {
  const trial = `, called with ${given(exercise.argumentNames, args)}`;
  if (!outcome) return failed("It gave no answer.");
  if (outcome.kind === "unfit") return failed(unfit(outcome.what));
  if (outcome.kind === "threw") return failed(threw(exercise, outcome, trial, args));
  const { difference, relative } = comparison!;
  if (!difference) return failed("It gave no answer.");
  const value = decode((outcome as { value: Wire }).value);
  const name = difference.part || exercise.name;
  if (difference.problem === "missing") {
    return failed(
      value === undefined
        ? `It returned nothing${trial}. Is a return missing, or has what it returns no value? ${exercise.call} gives ${exercise.gives}.`
        : told(missing(value, difference.part), value, exercise),
    );
  }
  if (difference.isNaN) {
    return failed(
      `${element(difference, name)} is NaN, not a number; expected ${
        short(difference.expected)
      }${trial}. ` +
        "NaN comes of undefined in a calculation (was the sum set to 0 first?), of 0 / 0, of " +
        "Infinity - Infinity, of the logarithm of a number below 0, or of Math.max with an array in it.",
    );
  }
  if (difference.problem === "shape") {
    return {
      verdict: "wrong",
      message:
        `${name} has the wrong shape: it is ${difference.found}, expected ${difference.expected}${trial}.${
          turned(difference.shapes)
        }`,
    };
  }
  const rightShape = difference.shapes[0] === "a number"
    ? ""
    : ` The shape, ${difference.shapes[0]}, is right.`;
  const [found, expected] = apart(difference.found, difference.expected);
  const close = relative < 1e-4
    ? " That is close: were numbers rounded on the way, by toFixed or float32?"
    : "";
  return {
    verdict: "wrong",
    message: `${element(difference, name)} is ${found}, expected ${expected}${trial}.` +
      rightShape + close,
  };
}

/** Whether an error's cause is told. */
export function isExplained(outcome: Outcome | undefined): boolean {
  if (outcome?.kind !== "threw") return false;
  return explanationOf(outcome.message) !== "" || outcome.message.includes("Did you mean") ||
    / is not defined$/.test(outcome.message);
}

/** What was returned in the place of the result, what it comes of, and what was expected. */
function told(returned: string, value: unknown, { call, gives }: Exercise): string {
  const isAlone = gives.startsWith("{") &&
    (value instanceof Matrix || Array.isArray(value) || typeof value === "number");
  return returned +
    sentence(explanationOf(returned)) +
    (typeof value === "string" && value.trim() && Number.isFinite(Number(value))
      ? " toFixed and quotation marks make a text of a number."
      : "") +
    ` ${call} gives ${gives}.` +
    (isAlone
      ? " The names in braces belong to the result; without braces, return A, B gives only B."
      : "");
}

/** Which part of a result is not there, in words. */
function missing(value: unknown, part: string): string {
  const returned = `It returned ${inWords(value)}`;
  const isPlain = typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Matrix);
  if (!part || !isPlain) {
    return `${returned}.`;
  }
  // "parameters.W2" is missing because parameters is, or because parameters has no W2.
  let inner: unknown = value;
  const path: string[] = [];
  for (const name of part.split(".")) {
    path.push(name);
    const names = Object.keys(inner as object);
    if (!names.includes(name)) {
      const alike = names.find((other) => other.toLowerCase() === name.toLowerCase());
      return `${returned}, and ${path.join(".")} is missing.` +
        (alike ? ` Capital letters count: ${alike} is not ${name}.` : "");
    }
    inner = (inner as Record<string, unknown>)[name];
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) break;
  }
  return `${path.join(".")} is ${inWords(inner)}.`;
}

function turned([expected, found]: readonly string[]): string {
  const [rows, cols] = expected.split(" x ");
  return cols !== undefined && rows !== cols && found === `${cols} x ${rows}`
    ? " That is the shape of its transpose."
    : "";
}

function element(
  { row, col, shapes }: { row?: number; col?: number; shapes: readonly string[] },
  name: string,
): string {
  if (shapes[0] === "a number") return name;
  return shapes[0].startsWith("a list") ? `${name}[${row}]` : `Element [${row}, ${col}] of ${name}`;
}

function unfit(what: string): string {
  return what === "a promise"
    ? "It returned a promise. Take away async and await: a piece computes its result at once."
    : `It returned ${what}, which the check can't read.`;
}

function threw(
  { call, argumentNames }: Exercise,
  { name, message }: Outcome & { kind: "threw" },
  trial: string,
  args: Wire[],
): string {
  const missing = /^(\S+) is not defined$/.exec(message)?.[1];
  if (missing) {
    const holder = argumentNames.find((_, k) => Object.hasOwn(Object(decode(args[k])), missing));
    if (holder) {
      return `It uses ${missing} by itself. It comes in an argument: write ${holder}.${missing}, or take ` +
        `it out first, const { ${missing} } = ${holder}.`;
    }
    if (argumentNames.includes(missing)) {
      return `It uses ${missing}, which the check can't find. It is called as ${call}: does it take these ` +
        "arguments?";
    }
    return missing === "m"
      ? "It uses m, which is declared nowhere. m is the number of images: take it from an argument, " +
        "as in const m = A1.cols."
      : `It uses ${missing}, which the check can't find. ${
        foreignName(missing) || "Run the cell that declares it, or correct the name."
      }`;
  }
  const called = /^(\w+) is not a function$/.exec(message)?.[1];
  if (called && argumentNames.includes(called)) {
    return `It calls ${called} like a function. A number of a matrix is ${called}.get(i, j), and an element ` +
      `of an array ${called}[i].`;
  }
  const meant = called && meantName(called, Object.keys(core));
  if (meant && meant !== called) {
    return `It calls ${called}, which is not a function. Is it an import? Then its name is misspelt: did you ` +
      `mean ${meant}?`;
  }
  if (message === "Maximum call stack size exceeded") {
    return "It calls itself again and again without end.";
  }
  return `It threw ${name && name !== "Error" ? `${name}: ` : ""}${message}${
    /[.?]$/.test(message) ? "" : "."
  }` +
    ` It was${trial.slice(1)}.${sentence(explanationOf(message))}`;
}

/** A sentence that follows another one. */
function sentence(text: string): string {
  return text && ` ${text}`;
}

/** The arguments of a trial, in short. */
export function given(names: readonly string[], args: Wire[]): string {
  return args.map((arg, k) => `${names[k]} ${inShort(decode(arg))}`).join(", ");
}

function inShort(value: unknown): string {
  if (value instanceof Matrix) return value.shape;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const list = Array.from(value as number[]);
    return list.length > 8 ? `[${list.slice(0, 6)}, ...]` : `[${list}]`;
  }
  if (typeof value === "object" && value !== null) {
    return `{ ${
      Object.entries(value).map(([key, inner]) => `${key} ${inShort(inner)}`).join(", ")
    } }`;
  }
  return String(value);
}

/** A judgment where there is no result. */
export function failed(message: string): Judgment {
  return { verdict: "failed", message };
}
