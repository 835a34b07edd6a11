/** Waits until the kernel can say where a name is: that comes a moment after the import. */
export const explaining = `for (let time = 0; time < 1000; time++) {
  try {
    W1;
  } catch (error) {
    if (error instanceof Error && /declares/.test(error.message)) break;
  }
  await new Promise((go) => setTimeout(go, 20));
}`;

/** Cells of notebook 03 about names, one after the other, and what the first output of each says. */
export const names: [source: string, said: RegExp][] = [
  [
    'import { matmul, maxtrix } from "glassnet";',
    /^SyntaxError: "glassnet" has no maxtrix to import\. Did you mean Matrix\?$/,
  ],
  [
    'import { relu, softmaxx as s } from "glassnet";',
    /no softmaxx to import\. Did you mean softmax\?$/,
  ],
  ['import glassnet from "glassnet";', /no default to import\. Import by name, as in: import \{ a/],
  // Right ones, with a type among them.
  ['import { matmul, Matrix, Digits, type Parameters } from "glassnet"; matmul.name', /^"matmul"$/],
  ['import * as all from "glassnet"; all', /Matrix: \[class Matrix\]/],
  ["all.matmul === matmul && JSON.stringify(all).slice(0, 1)", /^"{"$/],
  ["all.backprop", /no backprop to import\. Did you mean backward\?$/],
  [
    "W1",
    /^ReferenceError: W1 is not defined\. A cell under "3\. Forward.*" declares it: const \{ W1, .* first\.$/,
  ],
  [
    "const twice = () => scale(W1, 2); twice()",
    /^ReferenceError: scale is not defined\. A cell .* declares it: import \{ scale \} from "glassnet"; It must/,
  ],
  [
    "dW2",
    /^ReferenceError: dW2 is not defined\. In 04-backward\.ipynb, a cell under ".*" declares it: /,
  ],
  ["backward(1)", /not defined\. It is in "glassnet": import \{ backward \} from "glassnet"\.$/],
  ["np.dot(1, 2)", /not defined\. np is NumPy, which belongs to Python\./],
  ["probabilty", /not defined\. Did you mean probability\?$/],
  ["qqqqqqqq", /^ReferenceError: qqqqqqqq is not defined$/],
  ["typeof qqqqqqqq", /^"undefined"$/],
  [
    "void (async () => b2)();",
    /^An error in a promise that nothing awaits: ReferenceError: b2 is not defined\. A cell/,
  ],
];
