/**
 * What people write in a cell who know Python and its libraries: each habit is answered by what to write
 * here, and what is right by nothing.
 */
import { runCells, type Told } from "./run_cells.ts";

const begin =
  `import { accuracy, argmax, backward, crossEntropy, forward, initParameters, loadDigits, lossCurves,
  Matrix, matmul, multiply, add, oneHot, predict, readDigits, saveParameters, softmax, sumColumns, train,
  transpose } from "glassnet";
const { train: d } = await loadDigits({ sample: true, onProgress() {} });
const { X, labels } = d; const p = initParameters({ seed: 1 }); const Y = oneHot(labels);
const A = Matrix.from([[1, 2, 3], [4, 5, 6]]); const acts = forward(p, X); const { A2, Z2 } = acts;
const t = await train(d, { iterations: 2, live: false });`;

const kinds: Record<string, Told[]> = {
  "Python's own lines": [
    ["def relu(Z):\n    return np.maximum(Z, 0)", /def is Python's\. Here: function name/],
    ["for i in range(10):\n    print(i)", /A colon begins a block in Python\. Here: for \(const/],
    ["if x == 1:\n  x = 2", /A colon begins a block in Python/],
    ["# a comment", /A comment begins with \/\/ here/],
    ["from matplotlib import pyplot as plt", /This import is Python's\. Here: import \{ matmul \}/],
    ["%matplotlib inline", /for IPython\. Leave it out/],
    ["f = lambda x: x + 1", /lambda is Python's\. Here: \(x\) =>/],
    ["A @ A", /@ is Python's product of matrices\. Here: matmul\(A, B\)/],
    ['console.log(f"loss {1}")', /`loss \$\{loss\}` here/],
    ["X[:, 0]", /Slices are Python's/],
    ["y = 1 if true else 0", /condition \? a : b/],
    ["if (true and false) { }", /&&, \|\| and !/],
    ["const o = { a: [1, 2], b: true ? 1 : 0 };"],
    ["const s = [1, 2].map((x) => x > 1 ? 1 : 0;", /^Unexpected token, expected ","[^@]*~$/],
  ],
  "a shape taken apart": [
    ["const [rows, m] = X.shape;", /X\.shape is a text .*rows is X\.rows, that of columns X\.cols/],
    ["let r, c; [r, c] = A.shape;", /A\.shape is a text/],
    ["const f = () => { const [n] = d.X.shape; return n; };", /columns d\.X\.cols/],
    ['const [first, by] = A.shape.split(" x ");'],
    ["const { shape } = A; shape"],
  ],
  "functions that are none here": [
    ["labels.max()", /Of an array: Math\.max\(\.\.\.numbers\)/],
    ["labels.unique()", /new Set\(labels\)/],
    ["labels.tolist()", /Array\.from\(numbers\)/],
    ["Math.sum([1])", /single numbers.*"glassnet" has sumColumns/],
    ["Math.softmax(A)", /"glassnet" has softmax/],
    ["X.cols()", /a value: write it without parentheses/],
    ["A.shape()", /a value: write it without parentheses/],
    ["d.count()", /a value: write it without parentheses/],
    ["t.predict(X)", /predict\(training\.parameters, X\)/],
    ["t.fit(X, Y)", /await train\(digits/],
    ["Matrix.ones(3, 4)", /Matrix\.from\(Array\.from.*fill\(1\)/],
    ["Matrix.rand(3, 4)", /initParameters\(\).*Math\.random\(\) - 0\.5/],
    ["Matrix.dot(A, A)", /Write matmul/],
    ["labels.includes(3) && A.toArray().length"],
  ],
  "a promise that nothing awaits": [
    ["const data = loadDigits({ sample: true, onProgress() {} });"],
    ["const { train: e } = data;", /loadDigits gives .*is an await missing\?/],
    ["(await data).train.count"],
    ["const training = train(d, { iterations: 1, live: false });"],
    ["training.parameters", /train gives .* no parameters: is an await missing\?/],
    ["training.history[0]", /no history: is an await missing\?/],
    ["await training.then(({ history }) => history.length)"],
    ['const read = readDigits("no.csv");'],
    ["read.X", /readDigits gives .* no X: is an await missing\?/],
    ["await read.catch(() => 0)"],
  ],
  "what a Matrix has elsewhere": [
    ["A[-1]", /no A\[-1\]\. Write A\.get\(i, j\)/],
    ["A.iloc[0]", /no iloc\. Write A\.toArray\(\)\[i\]/],
    ["A.col(0)", /no col\. Write A\.toArray\(\)\.map\(\(row\) => row\[j\]\)/],
    ["A.log()", /row\.map\(Math\.log\)/],
    ["A.pow(2)", /multiply\(A, A\)/],
    ["A ** 2", /multiply\(A, A\) for A \*\* 2/],
    ["A.grad", /Write backward\(parameters/],
    ["A.to('cuda')", /in the memory of this computer/],
    ["A.softmax()", /Write softmax\(A\)/],
    ["A.elements", /A\.toArray\(\)/],
    ["A.len", /A\.rows and A\.cols/],
    ["A.equals(A)", /JSON\.stringify\(A\)/],
    ["[A.rows, A.cols, A.shape, A.dtype, A.get(1, 2), A.toArray()[0].length].length"],
  ],
  "an axis": [
    [
      "sumColumns(A, 0)",
      /always works along NumPy's axis 1, row by row.*sumColumns\(transpose\(A\)\)/,
    ],
    ["argmax(A2, 1)", /always works along NumPy's axis 0/],
    ["softmax(Z2, { axis: 1 })", /argument|always works along NumPy's axis 0/],
    ["[sumColumns(A, 1).cols, argmax(A2, 0).length, [A, A].map(sumColumns).length]"],
  ],
  "arguments in another one's place": [
    [
      "crossEntropy(Y, A2)",
      /only 0 and 1 in A2\. Did you mean crossEntropy\(A2, Y\), in this order/,
    ],
    ["crossEntropy(Z2, Y)", /probabilities .*Did you mean crossEntropy\(softmax\(Z2\), Y\)/],
    ["backward(p, acts, Y, X)", /expected X and then Y.*backward\(parameters, activations, X, Y\)/],
    ["accuracy(A2, labels)", /argmax\(A\) gives the row/],
    ["oneHot(Y)", /argmax\(A\) gives the row/],
    ["multiply(A, 2)", /scale\(A, 2\) multiplies by a number/],
    ["add(A, 1)", /To add a number to every element/],
    ["Matrix.from([1, 2, 3])", /found numbers, beginning with 1\. \[numbers\] is one row/],
    ["Matrix.from(A)", /found a 2 x 3 matrix/],
    ["Matrix.zeros(A.shape)", /Did you mean Matrix\.zeros\(A\.rows, A\.cols\)\?/],
    ["lossCurves(t)", /each history under a name/],
    ["lossCurves(t.history)", /each history under a name/],
    ["await saveParameters(p, 'x')", /found parameters\. The path comes first/],
    ["lossCurves({ 'alpha = 0.1': t.history }) !== undefined"],
    ["crossEntropy(Y, Y) < 1e-9 && crossEntropy(A2, Y) > 0 && backward(p, acts, X, Y) !== undefined"],
  ],
};

for (const [kind, cells] of Object.entries(kinds)) {
  Deno.test(`a cell with ${kind} is told what to write`, (test) =>
    runCells(test, [[begin], ...cells]));
}
