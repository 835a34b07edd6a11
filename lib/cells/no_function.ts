import { meantName } from "../arguments/other_names.ts";

/** What is no function, but a value: it is written without parentheses. */
const values = "rows cols shape count length labels X history parameters stopped loss accuracy";

/** What other libraries have on arrays, networks and trainings, and what to write here. */
const tips: readonly [names: string, tip: string][] = [
  ["max min", "Of an array: Math.*(...numbers)."],
  [
    "sum mean",
    "Add up in a loop, or numbers.reduce((sum, x) => sum + x, 0), and divide by the count.",
  ],
  [
    "argmax",
    "Of an array: numbers.indexOf(Math.max(...numbers)). Of each column of a Matrix: argmax(A).",
  ],
  ["tolist toList numpy toArray", "Array.from(numbers) makes an array of numbers."],
  [
    "append push extend",
    "An array has push; labels keep their length: [...labels, 7] is a longer array.",
  ],
  ["unique", "[...new Set(labels)] has each of them once."],
  ["astype", "Array.from(list, Number) makes numbers of texts."],
  ["get", "Of an array: rows[i][j]. A Matrix has get(i, j)."],
  [
    "dot reshape transpose T",
    "Matrix.from(rows) makes a Matrix of an array of rows; matmul and transpose take it.",
  ],
  ["predict", "Write predict(training.parameters, X)."],
  ["evaluate score", "Write accuracy(predict(training.parameters, X), labels)."],
  ["fit compile", "Write await train(digits, { iterations: 500, learningRate: 0.1 })."],
  ["forward backward update", "Write *(parameters, ...): it is a function by itself."],
  ["summary", "The shapes are those of training.parameters: W1, b1, W2 and b2."],
];

/** What other libraries have to make a matrix. */
const makers: readonly [names: string, instead: string][] = [
  [
    "ones full fill",
    "Matrix.from(Array.from({ length: rows }, () => Array(cols).fill(1)))",
  ],
  [
    "rand random randn randint uniform normal",
    "initParameters() for random weights, or Matrix.from(Array.from({ length: rows }, () => " +
    "Array.from({ length: cols }, () => Math.random() - 0.5)))",
  ],
  [
    "eye identity diag",
    "Matrix.from(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j))))",
  ],
  ["zeros_like zerosLike zero empty", "Matrix.zeros(A.rows, A.cols)"],
  [
    "of array create fromArray fromArrays fromRows fromList from2DArray",
    "Matrix.from(rows), with an array of rows",
  ],
];

/** What to say of each name. */
function byName(list: typeof tips): Map<string, string> {
  return new Map(
    list.flatMap(([names, tip]) =>
      names.split(" ").map((name) => [name, tip.replace("*", name)] as const)
    ),
  );
}

const tipOf = byName(tips);
const makerOf = byName(makers);

/** In Chromium, Deno and Firefox, and in WebKit with more behind it. */
const WORDS = /^(?:(.*)\.)?([\w$]+) is not a function\b/s;

/**
 * Says of an error about a call what is called so elsewhere, and here.
 *
 * @param exported what "glassnet" exports
 */
export function explainCall(thrown: unknown, exported: readonly string[]): void {
  if (!(thrown instanceof TypeError)) return;
  const found = WORDS.exec(thrown.message);
  if (!found) return;
  const [, object = "", name] = found;
  const tip = object === "" ? "" : tipFor(object, name, exported);
  if (!tip) return;
  const { message, stack } = thrown;
  thrown.message = `${object}.${name} is not a function. ${tip}`;
  if (stack) thrown.stack = stack.replace(message, () => thrown.message);
}

function tipFor(object: string, name: string, exported: readonly string[]): string {
  if (object === "Matrix") {
    const meant = makerOf.get(name) ?? meantName(name, exported);
    return meant ? `Write ${meant}.` : "";
  }
  if (values.split(" ").includes(name)) return "It is a value: write it without parentheses.";
  const tip = tipOf.get(name) ?? "";
  if (object !== "Math" || /Math\./.test(tip)) return tip;
  const meant = meantName(name, exported);
  return `Math has functions of single numbers, such as Math.exp(x). ${
    meant ? `"glassnet" has ${meant}.` : tip
  }`.trim();
}
