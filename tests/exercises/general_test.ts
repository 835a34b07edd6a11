import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  check,
  type Exercise,
  exercise,
  Matrix,
  scale,
  subtract,
  sumColumns,
  transpose,
} from "glassnet";

/** An exercise that knows no mistake of its own: what is recognized in it is recognized in every one. */
const rowMeans = exercise({
  name: "rowMeans",
  call: "rowMeans(A)",
  gives: "the mean of each row, r x 1",
  right: (A: Matrix) => scale(sumColumns(A), 1 / A.cols),
  hints: ["Add up each row."],
  trials: ({ X }) => [
    [Matrix.from([[1, -2, 3], [4, 5.5, -6], [0.5, 8, 9], [7, 7, -1]])],
    [transpose(X)],
  ],
});
const twoNumbers = exercise({
  name: "twoNumbers",
  call: "twoNumbers(A, k)",
  gives: "{ first, powers }: A's first number, and its powers from 0 to k - 1",
  right: (A: Matrix, k: number) => ({
    first: A,
    powers: Array.from({ length: k }, (_, j) => A.get(0, 0) ** j + j),
  }),
  hints: ["Begin with the first."],
  trials: () => [[Matrix.from([[2, 1]]), 23], [Matrix.from([[1.5, 3]]), 12]],
});

const means = (A: Matrix) => A.toArray().map((row) => row.reduce((sum, a) => sum + a, 0) / A.cols);
const columns = (numbers: number[]) => Matrix.from(numbers.map((number) => [number]));
const numbers = (A: Matrix, k: number) => ({
  first: A,
  powers: Array.from({ length: k }, (_, j) => A.get(0, 0) ** j + j),
});
/** The first character of a text, which is what A.shape[0] gives. */
const firstOf = (text: string) => Number(text.slice(0, 1));
const uses: Record<string, unknown> = { means, columns, numbers, firstOf };

/** What a student writes, and what is said. */
const cases: [
  exercise: Exercise,
  id: string,
  says: string,
  written: (...args: never[]) => unknown,
][] = [
  [
    rowMeans,
    "constant-factor",
    "Every number is A.cols times too large",
    (A: Matrix) => columns(means(A).map((mean) => mean * A.cols)),
  ],
  [
    rowMeans,
    "constant-factor",
    "times too large: is a division missing, or a multiplication too much? " +
    "And every sign is opposite.",
    (A: Matrix) => columns(means(A).map((mean) => -mean * A.cols)),
  ],
  [
    rowMeans,
    "constant-factor",
    "Every number is 7 times too large.",
    (A: Matrix) => columns(means(A).map((mean) => 7 * mean)),
  ],
  [
    rowMeans,
    "constant-factor",
    "If that is A.shape[0]",
    (A: Matrix) => columns(means(A).map((mean) => mean / firstOf(A.shape))),
  ],
  [
    rowMeans,
    "shape-is-a-text",
    "A.shape[0] is one character",
    (A: Matrix) => columns(means(A).map((mean) => mean / Number(A.shape[0]))),
  ],
  [
    rowMeans,
    "constant-factor",
    "a fixed number, such as 0.25, stands where 1 / A.cols belongs",
    (A: Matrix) => columns(means(A).map((mean) => mean * A.cols / 4)),
  ],
  [
    rowMeans,
    "opposite-sign",
    "Every sign is opposite.",
    (A: Matrix) => columns(means(A).map((mean) => -mean)),
  ],
  [rowMeans, "transposed", "this is the transpose", (A: Matrix) => Matrix.from([means(A)])],
  [rowMeans, "unchanged", "This is A itself", (A: Matrix) => A],
  [rowMeans, "all-zeros", "Every number is 0.", (A: Matrix) => Matrix.zeros(A.rows, 1)],
  [rowMeans, "rows-shared", "All rows are the same", (A: Matrix) => {
    const row = [0];
    return Matrix.from(
      means(A).map((mean) => {
        row[0] = mean;
        return row;
      }),
    );
  }],
  [
    rowMeans,
    "row-missing",
    "the last row is missing",
    (A: Matrix) => columns(means(A).slice(0, -1)),
  ],
  [
    rowMeans,
    "first-row-only",
    "There is only the first row",
    (A: Matrix) => columns(means(A).slice(0, 1)),
  ],
  [rowMeans, "rows-for-columns", "Rows were taken for columns", (A: Matrix) => {
    const rows = A.toArray();
    return Matrix.from([
      rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / A.rows),
    ]);
  }],
  [
    rowMeans,
    "image-missing",
    "The last column was left out",
    (A: Matrix) =>
      columns(
        A.toArray().map((row) => {
          let sum = 0;
          for (let j = 0; j < A.cols - 1; j++) sum += row[j];
          return sum / A.cols;
        }),
      ),
  ],
  [
    rowMeans,
    "first-image-only",
    "Does a return stand inside the loop?",
    (A: Matrix) => columns(A.toArray().map(([first]) => first)),
  ],
  [
    rowMeans,
    "rounded",
    "rounded to 2 decimals",
    (A: Matrix) => columns(means(A).map((mean) => Math.round(mean * 100) / 100)),
  ],
  [rowMeans, "not-a-matrix", "This is an array of", (A: Matrix) => means(A)],
  [twoNumbers, "part-for-the-whole", "return first, powers gives only the last one", (
    A: Matrix,
    k: number,
  ) => numbers(A, k).powers],
  [
    twoNumbers,
    "as-an-array",
    "The results came as an array.",
    (A: Matrix, k: number) => Object.values(numbers(A, k)),
  ],
  [
    twoNumbers,
    "only-some-elements",
    "In powers: only every 10th element",
    (A: Matrix, k: number) => ({
      first: A,
      powers: numbers(A, k).powers.filter((_, j) => j % 10 === 0),
    }),
  ],
  [twoNumbers, "one-element-missing", "In powers: the first element is missing", (
    A: Matrix,
    k: number,
  ) => ({ first: A, powers: numbers(A, k).powers.slice(1) })],
  [
    twoNumbers,
    "one-too-many",
    "went around once too often",
    (A: Matrix, k: number) => numbers(A, k + 1),
  ],
];

/** Another exercise without mistakes of its own, whose result is as large as its arguments. */
const nearly = exercise({
  name: "nearly",
  call: "nearly(A, B)",
  gives: "A - 2 B, as large as A",
  right: (A: Matrix, B: Matrix) => subtract(A, scale(B, 2)),
  hints: ["Subtract."],
  trials: ({ X }) => [
    [Matrix.from([[1, -2, 3], [4, 5.5, -6]]), Matrix.from([[0.5, 0, 2], [-1, 3, 0.25]])],
    [X, scale(subtract(X, Matrix.from(X.toArray().map((row) => row.toReversed()))), 0.5)],
  ],
});
const eachOf = (A: Matrix, B: Matrix, of: (a: number, b: number, i: number, j: number) => number) =>
  Matrix.from(A.toArray().map((row, i) => row.map((a, j) => of(a, B.get(i, j), i, j))));
uses.eachOf = eachOf;

/** What is recognized by the numbers of the result, the arguments and the images. */
const byNumbers: typeof cases = [
  [
    rowMeans,
    "not-the-sum",
    "This is the largest of what the images give.",
    (A: Matrix) => columns(A.toArray().map((row) => Math.max(...row) / A.cols)),
  ],
  [rowMeans, "not-the-sum", "what the last of the images gives minus what the first gives", (
    A: Matrix,
  ) => columns(A.toArray().map((row) => row[row.length - 1] - row[0]))],
  [
    rowMeans,
    "not-the-sum",
    "each multiplied by its place from 0",
    (A: Matrix) => columns(A.toArray().map((row) => row.reduce((sum, a, j) => sum + a * j, 0))),
  ],
  [
    rowMeans,
    "divided-in-each-step",
    "Divide once, after it.",
    (A: Matrix) => columns(A.toArray().map((row) => row.reduce((sum, a) => (sum + a) / A.cols, 0))),
  ],
  [
    rowMeans,
    "column-repeated",
    "The right column stands there again and again.",
    (A: Matrix) => Matrix.from(means(A).map((mean) => [mean, mean, mean])),
  ],
  [rowMeans, "too-many", "a row too many at the end", (A: Matrix) => columns([...means(A), 0])],
  [
    rowMeans,
    "made-one-number",
    "All numbers are the same: everything was added up.",
    (A: Matrix) => columns(means(A).map(() => means(A).reduce((sum, mean) => sum + mean, 0))),
  ],
  [nearly, "other-operation", "This is the larger number of A and B in each place.", (
    A: Matrix,
    B: Matrix,
  ) => eachOf(A, B, (a, b) => Math.max(a, b))],
  [
    nearly,
    "argument-changed",
    "B is halved first",
    (A: Matrix, B: Matrix) => eachOf(A, B, (a, b) => a - b),
  ],
  [nearly, "argument-too-much", "This is the right result, multiplied by A number by number.", (
    A: Matrix,
    B: Matrix,
  ) => eachOf(A, B, (a, b) => a * (a - 2 * b))],
  [
    nearly,
    "argument-changed",
    "column 0 of B stands for every column",
    (A: Matrix, B: Matrix) => eachOf(A, B, (a, _, i) => a - 2 * B.get(i, 0)),
  ],
  [
    nearly,
    "some-signs",
    "The wrong ones stand off the diagonal.",
    (A: Matrix, B: Matrix) => eachOf(A, B, (a, b, i, j) => (i === j ? 1 : -1) * (a - 2 * b)),
  ],
  [
    nearly,
    "wrong-in-one-line",
    "Only column 0 is wrong: there is ",
    (A: Matrix, B: Matrix) => eachOf(A, B, (a, b, i, j) => a - 2 * b + (j ? 0 : i ** 2 + 3)),
  ],
  [nearly, "times-its-place", "Each column is multiplied by its place, counted from 0", (
    A: Matrix,
    B: Matrix,
  ) => eachOf(A, B, (a, b, _, j) => j * (a - 2 * b))],
];

for (const [one, id, says, written] of [...cases, ...byNumbers]) {
  Deno.test(`any exercise: ${id}, ${says}`, async () => {
    const { mistake, message } = await check(one, written, { uses });
    assertEquals(mistake, id, message);
    assertStringIncludes(message, says);
  });
}

Deno.test("an exercise says in its own words what the check finds by itself", async () => {
  const own = exercise({
    ...twoNumbers,
    name: "ownWords",
    call: "ownWords(A, k)",
    mistakes: { "opposite-sign": "Own words." },
    trials: () => [[Matrix.from([[2, 1]]), 5]],
    telling: () => [],
  });
  const written = (A: Matrix, k: number) => ({
    first: A,
    powers: numbers(A, k).powers.map((number) => -number),
  });
  assertEquals((await check(own, written, { uses })).message, "Own words.");
});

Deno.test("a function that uses the notebook's values in place of its arguments is told so by name", async () => {
  const Y = Matrix.from([[1], [0]]);
  const m = 41000;
  const says = async (written: (A: Matrix) => unknown, uses: Record<string, unknown>) => {
    const { mistake, message } = await check(rowMeans, written, { uses });
    return `${mistake}: ${message}`;
  };
  assertStringIncludes(
    await says(() => scale(sumColumns(Y), 1 / Y.cols), { Y }),
    "uses-the-notebook: It uses Y of the notebook. The check called it with other values, A 4 x 3: " +
      "rowMeans(A) must use what it is given.",
  );
  assertStringIncludes(
    await says((A) => scale(sumColumns(A), 1 / m), { m }),
    "It uses m of the notebook",
  );
  // What is right may use whatever it likes, and a helper's table is no argument.
  const A = { half: 0.5 };
  assertEquals((await check(rowMeans, rowMeans.right, { uses: {} })).verdict, "right");
  assertStringIncludes(
    await says((B) => scale(sumColumns(B), A.half), { A }),
    "uses-the-notebook: It uses A of the notebook",
  );
});

Deno.test("two numbers in a message differ where the values do", async () => {
  const { message } = await check.dZ2((A2: Matrix, Y: Matrix) =>
    Matrix.from(
      A2.toArray().map((row, i) =>
        row.map((p, j) => i + j ? p - Y.get(i, j) : 1e-9 + p - Y.get(i, j))
      ),
    )
  );
  const [, found, expected] = / is ([-\d.]+), expected ([-\d.]+),/.exec(message)!;
  assertEquals(found === expected, false, message);
});
