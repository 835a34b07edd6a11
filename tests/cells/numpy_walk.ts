/**
 * Each line of the popular NumPy notebook as it is tried by somebody who rewrites it with its habits left
 * in, and what is said: nothing, if it is right. A third part is what Deno's own kernel says instead.
 */
export const walk: [cell: string, says?: RegExp, inKernel?: RegExp][] = [
  // import numpy as np
  [
    'import np from "numpy";',
    /no module "numpy" here\. A cell can import "glassnet"/,
    /^Import "numpy" not a dep/,
  ],
  ['import { read_csv, Matrix } from "glassnet";', /Did you mean readDigits\?/],
  [
    `import { add, argmax, forward, initParameters, loadDigits, Matrix, matmul, multiply, relu, scale,
       subtract, sumColumns, train, transpose } from "glassnet";`,
  ],
  // data = pd.read_csv(...); m, n = data.shape
  ["const data = pd.read_csv('train.csv');", /library of Python/],
  ['import pandas from "pandas";', /no module "pandas" here\. A (cell|notebook) .*"glassnet"/],
  ["const all = loadDigits({ sample: true, onProgress() {} });"],
  ["await train(all)", /is an await missing\?/],
  ["const { train: some } = all;", /is an await missing\?/],
  ["(await all).train.count > 0"],
  ["const data = await loadDigits({ sample: true, onProgress() {} });"],
  ["await train(data)", /both data sets.* did you mean data\.train\?/],
  ["const digits = data.train; const { X, labels } = digits; const Y_labels = Array.from(labels!);"],
  ["const [n, m] = X;", /not an array\. Write A\.toArray\(\)/],
  ["const m = len(labels);", /array has array\.length, a Matrix A\.rows and A\.cols/],
  ["const m = X.shape[1];", /X\.shape\[1\] is one character.* columns X\.cols/, /^$/],
  ["const [n, m] = X.shape;", /X\.shape is a text.* columns X\.cols/, /^$/],
  ["const m = X.columns;", /no columns\. Write A\.cols/],
  ["const m = X.cols;"],
  ["const first = X[0];", /no A\[0\]\. Write A\.get\(i, j\)/],
  // def init_params(): W1 = np.random.rand(10, 784) - 0.5
  ["np.random.rand(10, 784)", /np is NumPy/],
  ["init_params()", /is not defined\. Did you mean initParameters\?/],
  ["initParameters(10, 784)", /its options as an object, such as \{ hidden: \.\.\. \}/],
  ["initParameters({ hidden_size: 10 })", /did you mean hidden\?/],
  ["initParameters({ random_state: 1 })", /did you mean seed\?/],
  ["const params = initParameters({ seed: 1 }); let { W1, b1, W2, b2 } = params;"],
  // def ReLU(Z): return np.maximum(Z, 0)
  ["Math.max(0, W1)", /functions such as Math\.max do not work with matrices/],
  [
    "function ReLU(Z) { return Z.map((z) => Math.max(0, z)); }\nReLU(W1)",
    /no map\. Write A\.toArray/,
  ],
  ["const each = (A, f) => Matrix.from(A.toArray().map((row) => row.map(f)));"],
  ["function ReLU(Z) { return each(Z, (z) => Math.max(0, z)); }\nReLU(W1).rows"],
  // def softmax(Z): A = np.exp(Z) / sum(np.exp(Z))
  ["W2.exp()", /no exp\. Write Matrix\.from\(A\.toArray/],
  ["softmax(W2)", /import \{ softmax \} from "glassnet"/],
  ['import { softmax } from "glassnet";'],
  // def forward_prop(W1, b1, W2, b2, X): Z1 = W1.dot(X) + b1
  ["const Z1 = W1.dot(X) + b1;", /no dot\. Write matmul\(A, B\)/],
  ["const Z1 = matmul(W1, X) + b1;", /A \+ B .* Write add\(A, B\)/],
  ["const Z1 = add(matmul(X, W1), b1);", /matmul/],
  ["const Z1 = add(matmul(W1, X), b1);"],
  ["forward_prop(W1, b1, W2, b2, X)", /Did you mean forward\?/],
  ["forward(W1, b1, W2, b2, X)", /They go together, in one object: \{ W1, b1, W2, b2 \}/],
  ["const A1 = ReLU(Z1); const Z2 = add(matmul(W2, A1), b2); const A2 = softmax(Z2);"],
  // plt.imshow(current_image, interpolation='nearest')
  ["plt.gray()", /library of Python/],
  ["plt.imshow(X.toArray())", /library of Python/],
  ["imshow(X)", /Did you mean digitImage\?/],
  ['import { digitImage } from "glassnet";'],
  ["digitImage(X[:, 0])", /Slices are Python's|Unexpected|xpected/],
  ["digitImage(X, 0)", /expected digits, \{ X, labels, count \}/],
  ["digitImage(digits, 0) !== undefined"],
  // def ReLU_deriv(Z): return Z > 0
  ["Z1 > 0", /do not work with matrices/],
  ["const slope = each(Z1, (z) => z > 0);", /expected a number in row 0, column 0, but found/],
  ["const slope = each(Z1, (z) => z > 0 ? 1 : 0);"],
  // def one_hot(Y): one_hot_Y[np.arange(Y.size), Y] = 1
  ["const zeros = Matrix.zeros([10, m]);", /Did you mean Matrix\.zeros\(10, 500\)\?/],
  ["const one_hot_Y = Matrix.zeros(10, m); one_hot_Y[3] = 1;", /never changes.* Matrix\.from/],
  ['import { onehot } from "glassnet";', /Did you mean oneHot\?/],
  [
    'import { oneHot } from "glassnet"; const Y = oneHot(Y_labels.map(String));',
    /labels\.map\(Number\)/,
  ],
  ["const Y = oneHot(Y_labels);"],
  // dZ2 = A2 - one_hot_Y; dW2 = 1 / m * dZ2.dot(A1.T); db2 = 1 / m * np.sum(dZ2)
  ["const dZ2 = A2 - Y;", /Write subtract\(A, B\)/],
  ["const dZ2 = subtract(A2, labels);", /argument 2.* oneHot\(labels\)/],
  ["const dZ2 = subtract(A2, Y);"],
  ["const dW2 = 1 / m * matmul(dZ2, transpose(A1));", /scale\(A, 2\)/],
  ["const dW2 = scale(1 / m, matmul(dZ2, transpose(A1)));", /Did you mean scale\(A, 0\.002\)\?/],
  ["const dW2 = scale(matmul(dZ2, A1.T), 1 / m);", /no T\. Write transpose\(A\)/],
  ["const dW2 = scale(matmul(dZ2, transpose(A1)), 1 / m);"],
  ["const db2 = scale(dZ2.sum(), 1 / m);", /sumColumns\(A\)/],
  ["const db2 = scale(sumColumns(dZ2), 1 / m);"],
  // dZ1 = W2.T.dot(dZ2) * ReLU_deriv(Z1)
  ["const dZ1 = matmul(transpose(W2), dZ2) * slope;", /multiply\(A, B\)/],
  ["const dZ1 = multiply(matmul(transpose(W2), dZ2), slope);"],
  ["const dW1 = scale(matmul(dZ1, transpose(X)), 1 / m), db1 = scale(sumColumns(dZ1), 1 / m);"],
  // W1 = W1 - alpha * dW1
  ["W1 = W1 - alpha * dW1;", /alpha is not defined/],
  ["const alpha = 0.1; W1 = W1 - alpha * dW1;", /Write subtract\(A, B\), scale/],
  ["W1 = subtract(W1, scale(dW1, alpha));"],
  ["b1 -= scale(db1, alpha);", /Write subtract\(A, B\)/],
  // def get_predictions(A2): return np.argmax(A2, 0)
  ["get_predictions(A2)", /Did you mean predict\?/],
  ["argmax(A2, 1)", /always works along NumPy's axis 0/],
  // np.argmax(A2, 0); np.sum(predictions == Y) / Y.size; print(...)
  ["A2.argmax(0)", /Write argmax\(A\)/],
  ["const predictions = argmax(A2);"],
  ["print(predictions)", /console\.log/],
  ['import { accuracy, predict } from "glassnet";'],
  ["accuracy(A2, labels)", /array of predictions, but found a 10 x 500 matrix/],
  ["accuracy(predictions, Y_labels.map(String))", /labels\.map\(Number\)/],
  ["accuracy(predictions, labels)"],
  // def get_accuracy(predictions, Y): return np.sum(predictions == Y) / Y.size
  ["get_accuracy(predictions, labels)", /Did you mean accuracy\?/],
  ["labels.mean()", /reduce/],
  ["Math.sum(labels)", /Math has functions of single numbers/],
  ["predictions.tolist()", /Array\.from\(numbers\)/],
  // W1, b1, W2, b2 = gradient_descent(X_train, Y_train, 0.10, 500)
  ["gradient_descent(X, Y, 0.10, 500)", /Did you mean train\?/],
  ["await train(X, Y, 0.10, 500)", /in one object: \{ X, labels, count: X\.cols \}/],
  ["await train(digits, { alpha: 0.1 })", /did you mean learningRate\?/],
  ["await train(digits, { epochs: 500 })", /did you mean iterations\? An iteration is one update/],
  ["await train(digits, { optimizer: 'sgd' })", /always gradient descent/],
  ["const begun = train(digits, { iterations: 1, live: false });"],
  ["const { parameters } = begun;", /is an await missing\?/],
  ["(await begun).history.length > 0"],
  ["const trained = await train(digits, { learningRate: 0.1, iterations: 5, seed: 1 });"],
  // make_predictions(X, W1, b1, W2, b2); test_prediction(0, W1, b1, W2, b2)
  ["make_predictions(X, W1, b1, W2, b2)", /Did you mean predict\?/],
  ["predict(X, W1, b1, W2, b2)", /They go together, in one object/],
  ["trained.predict(X)", /predict\(training\.parameters, X\)/],
  ["predict(trained, X)", /did you mean training\.parameters\?/],
  ["predict(trained.parameters, digits)", /did you mean digits\.X\?/],
  ["accuracy(predict(trained.parameters, X), labels)"],
];
