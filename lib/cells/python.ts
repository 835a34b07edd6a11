/** What a line of Python shows that is no TypeScript, and what it is here. */
const habits: readonly [RegExp, string][] = [
  [/^\s*def\s+\w+\s*\(/, "def is Python's. Here: function name(A, B) { return ...; }"],
  [
    /^\s*(from\s+\S+\s+import\b|import\s+[\w.]+(\s+as\s+\w+)?\s*$)/,
    'This import is Python\'s. Here: import { matmul } from "glassnet";',
  ],
  [/^\s*#/, "A comment begins with // here."],
  [/^\s*[%!]\s*[a-z]/, "This line is for IPython. Leave it out."],
  [
    /^\s*(elif|except|finally|pass)\b/,
    "That is Python's. Here: else if (...) { }, catch (error) { }.",
  ],
  [
    /^\s*(for\s+.*\bin\b.*|while\b.*|if\b.*|else|try|with\b.*|class\b.*):\s*(#.*)?$/,
    "A colon begins a block in Python. Here: for (const x of list) { ... }, if (a === b) { ... }.",
  ],
  [/\blambda\b/, "lambda is Python's. Here: (x) => x * 2."],
  [/[\w)\]]\s*@\s*[\w(]/, "@ is Python's product of matrices. Here: matmul(A, B)."],
  [/\b[frb]["']/, "A text with values in it is written `loss ${loss}` here."],
  [
    /\[[^\]"'`?]*:[^\]]*\]/,
    "Slices are Python's. Here: list.slice(from, to), and of a Matrix A.get(i, j).",
  ],
  [/^\s*print\s+\S/, "Here: console.log(...)."],
  [/\S\s+if\s+.*\s+else\s+/, "Here: condition ? a : b."],
  [/\b(and|or|not|is)\b/, "and, or, not are Python's. Here: &&, || and !."],
  [/'''|"""/, "Texts of many lines stand between backquotes here."],
];

/** What the habit of Python in a line is called here; nothing for any other line. */
export function pythonIn(line: string): string | undefined {
  return habits.find(([pattern]) => pattern.test(line))?.[1];
}
