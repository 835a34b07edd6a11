import { nearestName } from "./nearest_name.ts";

/**
 * What NumPy, Keras, scikit-learn and PyTorch call things, in small letters without `_`, and what may be
 * meant here. Names that only differ in a few letters need no entry.
 */
const others: Record<string, string> = {
  ...sameAs(
    "iterations",
    "epochs epoch nbepoch nepoch niter numiterations maxiter niters steps numepochs nepochs",
  ),
  ...sameAs("learningRate", "alpha lr eta learnrate learningrateinit stepsize rate"),
  ...sameAs("batchSize", "batch minibatch minibatchsize bs"),
  ...sameAs(
    "hidden",
    "hiddensize units nhidden hiddenunits hiddenlayersizes neurons nh nhiddenunits",
  ),
  ...sameAs("seed", "randomstate randomseed seedvalue rng"),
  ...sameAs(
    "dev",
    "testsize test devsize valsize validation validationdata validationsplit valsplit val holdout trainsize",
  ),
  ...sameAs("momentum", "mu beta beta1 nesterov"),
  ...sameAs("parameters", "params weights initialweights initialparameters model warmstart"),
  ...sameAs("onProgress", "callback callbacks onepochend"),
  ...sameAs("live", "verbose verbosity"),
  ...sameAs("init", "initializer kernelinitializer initialization"),
  ...sameAs("checkpoint", "savepath modelcheckpoint"),
  ...sameAs("inputs", "nx inputsize inputdim ninputs nin infeatures"),
  ...sameAs("classes", "ny output outputs outputsize outputdim noutputs nout numclasses nclasses"),
  ...sameAs("separator", "sep delimiter delim"),
  ...sameAs("columns", "usecols names indexcol"),
  ...sameAs("scale", "normalize rescale divideby"),
  ...sameAs("labels", "y"),
  ...sameAs("dir", "path folder datadir root"),
  // Functions
  ...sameAs("matmul", "dot mm bmm matrixmultiply mult matmult"),
  ...sameAs("multiply", "hadamard elementwise times mul"),
  ...sameAs("subtract", "sub minus difference"),
  ...sameAs("add", "plus"),
  ...sameAs("transpose", "t"),
  ...sameAs("sumColumns", "sum sumrows rowsum sumaxis"),
  ...sameAs("oneHot", "tocategorical getdummies onehotencoder"),
  ...sameAs("crossEntropy", "loss computeloss categoricalcrossentropy logloss nllloss"),
  ...sameAs("reluDerivative", "reluprime reluderiv drelu derivrelu reluback relubackward"),
  ...sameAs("initParameters", "initparams initializeparameters initweights"),
  ...sameAs("forward", "forwardprop forwardpropagation feedforward"),
  ...sameAs("backward", "backprop backwardprop backpropagation"),
  ...sameAs("update", "updateparams updateparameters sgd step optimizerstep"),
  ...sameAs("train", "fit gradientdescent"),
  ...sameAs("predict", "getpredictions makepredictions"),
  ...sameAs("accuracy", "getaccuracy accuracyscore score evaluate"),
  ...sameAs("split", "traintestsplit"),
  ...sameAs("loadDigits", "loaddata fetchopenml"),
  ...sameAs("readDigits", "readcsv loadtxt genfromtxt"),
  ...sameAs("digitImage", "imshow"),
  ...sameAs("lossCurves", "plotloss plothistory"),
};

/** The name that was meant: what another library calls so, or one that is near. */
export function meantName(written: string, names: readonly string[]): string | undefined {
  const plain = written.slice(0, 40).replaceAll("_", "").toLowerCase();
  const same = names.find((name) => name.toLowerCase() === plain);
  if (same) return same;
  const other = Object.hasOwn(others, plain) ? others[plain] : "";
  return names.includes(other) ? other : nearestName(written, names);
}

/** What options of other libraries have no counterpart here, and how it is here. */
const without: readonly [names: string, instead: string][] = [
  ["shuffle", "Batches and parts are always drawn in an order that the seed decides."],
  [
    "optimizer solver adam sgd",
    "It is always gradient descent, with momentum if you want: momentum: 0.9.",
  ],
  ["loss criterion lossfunction objective", "The loss is always the cross-entropy."],
  ["metrics metric scoring", "The history has the loss and the accuracy of each iteration."],
  ["activation activations nonlinearity", "The hidden layer is always ReLU, the last one softmax."],
  ["dropout l1 l2 reg lambda lambd regularization weightdecay", "There is no regularization here."],
  ["decay lrdecay scheduler lrschedule", "A learningRate may be a function of the iteration."],
  [
    "earlystopping patience tol nobetter",
    "To end early, pass the signal of a new AbortController(), and call its abort().",
  ],
  [
    "printevery logevery printcost log logging displaystep",
    "onProgress is called with every entry of the history.",
  ],
  ["device numworkers njobs threads gpu", "It uses the threads of this computer by itself."],
];

/** How it is here, for an option that has no counterpart; empty for any other. */
export function howItIs(written: string): string {
  const plain = written.replaceAll("_", "").toLowerCase();
  return without.find(([names]) => names.split(" ").includes(plain))?.[1] ?? "";
}

/** What names of Python and its libraries are here, in sentences. */
export const foreign: readonly [names: string, tip: string][] = [
  [
    "np numpy",
    "np is NumPy, which belongs to Python. Here matmul(A, B) stands for np.dot, transpose(A) for A.T, " +
    "sumColumns(A) for np.sum(A, 1), and Math.exp(x) for np.exp of one number.",
  ],
  ["tf torch keras pd plt jax nn", "That is a library of Python. Use what the notebook imports."],
  ["len", "len is Python's: an array has array.length, a Matrix A.rows and A.cols."],
  ["range", "range is Python's: count with for (let i = 0; i < n; i++)."],
  ["print", "print is Python's: here it is console.log(...)."],
  ["enumerate", "enumerate is Python's: here it is for (const [i, x] of list.entries())."],
  ["zip", "zip is Python's: here it is a.map((x, i) => [x, b[i]])."],
  ["None True False", "That is Python's: here it is undefined, true or false."],
  [
    "math exp log sqrt abs max min pow floor round tanh",
    "JavaScript has it under Math: Math.exp(x), Math.log(x), Math.max(0, x).",
  ],
  ["sum mean", "There is no such function: add up in a loop, or use sumColumns(A) for each row."],
  ["dot mm", "The matrix product is matmul(A, B) here."],
  ["zeros ones zeros_like", "Matrix.zeros(rows, cols) makes a matrix of zeros."],
];

const tips = new Map(
  foreign.flatMap(([names, tip]) => names.split(" ").map((name) => [name, tip] as const)),
);

/** What a name of another language is called here; empty for any other name. */
export function foreignName(name: string): string {
  return tips.get(name) ?? "";
}

function sameAs(ours: string, theirs: string): Record<string, string> {
  return Object.fromEntries(theirs.split(" ").map((name) => [name, ours]));
}
