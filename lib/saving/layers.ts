/** Which tensors of a file are a network's parameters, by their names and shapes. */

/** What is needed of a file: the names and shapes of its tensors. */
export interface Shapes {
  names: string[];
  shapeOf(name: string): number[];
}

/** A layer of a file: the names of its weights and its bias. */
interface Layer {
  name: string;
  weight?: string;
  bias?: string;
  /** Whether its weights are inputs x outputs, by their name. */
  isKernel: boolean;
}

/** The two layers of a network, in order, and whether their weights are inputs x outputs. */
export interface Found {
  layers: [Required<Layer>, Required<Layer>];
  transposed: boolean;
}

/**
 * Finds the two layers of a network. What has neither the name of weights nor that of a bias is left
 * alone.
 *
 * @returns the layers, or what is wrong, in words
 */
export function findLayers(file: Shapes): Found | string {
  const { names } = file;
  const norm = names.find((name) => /running_(mean|var)|moving_(mean|variance)/.test(name));
  if (norm) {
    return `found "${norm}": batch normalization. The network here has none, so it can't be the same one.`;
  }
  const layers = layersOf(names);
  const cube = layers.flatMap(({ weight, bias }) => [weight, bias]).find((name) =>
    name !== undefined && file.shapeOf(name).length > 2
  );
  if (cube) {
    const shape = file.shapeOf(cube);
    const what = shape.length === 4 ? ", as in a convolution" : "";
    return `expected "${cube}" to be a matrix or a column, but found the shape [${
      shape.join(", ")
    }]${what}.`;
  }
  const whole = layers.filter((layer): layer is Required<Layer> =>
    layer.weight !== undefined && layer.bias !== undefined
  );
  const list = layers.map(({ name }) => `"${name}"`).join(", ");
  if (layers.length > 2) {
    return `expected a network of two layers, but found ${layers.length}: ${list}. None may be left out.`;
  }
  if (whole.length < layers.length) {
    const { name, weight } = layers.find((layer) => !whole.includes(layer as Required<Layer>))!;
    return weight === undefined
      ? `expected weights beside the bias of "${name}", but found ${some(names)}.`
      : `expected a bias beside "${weight}", but found ${
        some(names)
      }. For a layer without one, save zeros.`;
  }
  if (layers.length < 2) {
    return `expected a tensor "W1", a "b1", a "W2" and a "b2", or two layers under other names, such as ` +
      `fc1.weight and fc1.bias, but found ${some(names)}.`;
  }
  return inOrder(whole as [Required<Layer>, Required<Layer>], file);
}

/** The layers, in the order in which the file names them. */
function layersOf(names: string[]): Layer[] {
  const layers = new Map<string, Layer>();
  for (const name of names) {
    const part = partOf(name);
    if (!part) continue;
    // W2 and 2.weight are not the same layer.
    const key = /^[wb]/i.test(name) && /^\d+$/.test(part.layer) ? `W${part.layer}` : part.layer;
    let layer = layers.get(key);
    if (layer?.[part.role] !== undefined || !layer) {
      layers.set(layer ? name : key, layer = { name: part.layer, isKernel: false });
    }
    layer[part.role] = name;
    if (part.role === "weight") layer.isKernel = part.isKernel;
  }
  return [...layers.values()];
}

/** What a tensor is by its name: `fc1.weight`, `dense/kernel:0`, `W1`, `bias_2`. */
function partOf(
  name: string,
): { layer: string; role: "weight" | "bias"; isKernel: boolean } | undefined {
  const match = /^(?:(.*)[./_])?(weight|kernel|bias)(?::0)?$/i.exec(name) ??
    /^(w|weights?|b|bias|biases)_?(\d+)$/i.exec(name)?.map((_, i, all) => all[[0, 2, 1][i]]);
  if (!match) return undefined;
  const [, layer = "", word] = match;
  const role = /^b/i.test(word) ? "bias" : "weight";
  return { layer, role, isKernel: /kernel/i.test(word) };
}

/** Which layer comes first, and which way round their weights are. */
function inOrder(layers: [Required<Layer>, Required<Layer>], file: Shapes): Found | string {
  const [a, b] = layers;
  const [first, second] = layers.map(({ name }) => /^(.*?)_?(\d*)$/.exec(name)!);
  const numbered = first[1] === second[1] && Number(first[2]) !== Number(second[2]);
  const orders: Found["layers"][] = !numbered
    ? [[a, b], [b, a]]
    : Number(first[2]) < Number(second[2])
    ? [[a, b]]
    : [[b, a]];
  const fitting = (transposed: boolean) =>
    orders.filter((order) => fits(order, transposed, file)).map((layers) => ({
      layers,
      transposed,
    }));
  const isKernel = a.isKernel && b.isKernel;
  const found = isKernel ? fitting(true) : fitting(false);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    return `the names "${a.name}" and "${b.name}" and their shapes do not say which layer comes first. ` +
      `Save them as W1, b1, W2 and b2.`;
  }
  const turned = isKernel ? [] : fitting(true);
  if (turned.length === 1) {
    const [{ weight: W1 }, { weight: W2 }] = turned[0].layers;
    if (!isSquare(file.shapeOf(W2)) && !isSquare(file.shapeOf(W1))) return turned[0];
    return `"${W1}" is the other way round (inputs x outputs), and nothing says whether "${W2}", which ` +
      `is square, is, too. Save both as outputs x inputs: W1.T and W2.T in NumPy.`;
  }
  // The shapes do not fit: what is said of W1, b1, W2 and b2 then says why.
  return { layers: orders[0], transposed: isKernel };
}

function fits([first, second]: Found["layers"], transposed: boolean, file: Shapes): boolean {
  const sizes = [first, second].map(({ weight, bias }) => {
    const [rows, cols = 1] = file.shapeOf(weight);
    const biases = file.shapeOf(bias).reduce((product, length) => product * length, 1);
    const [outputs, inputs] = transposed ? [cols, rows] : [rows, cols];
    return { inputs, outputs, fits: outputs === biases };
  });
  return sizes[0].fits && sizes[1].fits && sizes[1].inputs === sizes[0].outputs;
}

function isSquare([rows, cols]: number[]): boolean {
  return rows === cols;
}

/** A few names, for an error. */
export function some(names: string[]): string {
  if (names.length === 0) return "no tensors at all";
  const quoted = names.slice(0, 6).map((name) => JSON.stringify(name.slice(0, 40)));
  return quoted.join(", ") + (names.length > 6 ? ", ..." : "");
}
