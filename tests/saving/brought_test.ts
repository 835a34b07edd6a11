/** Networks under the names that people's files have: mapped where that is certain, else refused by name. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { DataError, loadParameters } from "glassnet";
import { temporaryFolder } from "../data/files.ts";
import { entries, file } from "./made_files.ts";

type Shapes = Record<string, number[]>;

/** Loads a network of float32 tensors of these shapes. */
async function load(shapes: Shapes) {
  using folder = temporaryFolder();
  const path = folder.path("network.safetensors");
  const header = entries(shapes);
  const size = Object.values(header).map(({ data_offsets: [, end] }) => end);
  Deno.writeFileSync(path, file(header, Math.max(...size)));
  const { W1, b1, W2, b2 } = await loadParameters(path);
  return [W1, b1, W2, b2].map(({ shape }) => shape);
}

const shapes = [[16, 784], [16], [10, 16], [10]];
const under = (...names: string[]): Shapes =>
  Object.fromEntries(names.map((name, k) => [name, shapes[k]]));
const layers = (first: string, second: string) =>
  under(`${first}.weight`, `${first}.bias`, `${second}.weight`, `${second}.bias`);
const turned = (network: Shapes): Shapes =>
  Object.fromEntries(Object.entries(network).map(([name, shape]) => [name, shape.toReversed()]));

const mapped: Record<string, Shapes> = {
  "PyTorch's DataParallel": layers("module.fc1", "module.fc2"),
  "torch.compile": layers("_orig_mod.0", "_orig_mod.2"),
  "a Sequential that begins with Flatten": layers("net.1", "net.3"),
  "PyTorch's quickstart": layers("linear_relu_stack.0", "linear_relu_stack.2"),
  "hidden and output": layers("hidden", "output"),
  "large letters": under("W1", "B1", "W2", "B2"),
  "W_1": under("W_1", "b_1", "W_2", "b_2"),
  "layers that count from 0": under("W0", "b0", "W1", "b1"),
  "weights1": under("weights1", "bias1", "weights2", "bias2"),
  "Flax": turned(under(
    ...["params/Dense_0/kernel", "params/Dense_0/bias", "params/Dense_1/kernel"],
    "params/Dense_1/bias",
  )),
  "an optimizer's state beside it": { ...layers("fc1", "fc2"), "optimizer.exp_avg.0": [16, 784] },
};

for (const [what, network] of Object.entries(mapped)) {
  Deno.test(`loadParameters() maps the names of ${what}`, async () => {
    assertEquals(await load(network), ["16 x 784", "16 x 1", "10 x 16", "10 x 1"]);
  });
}

const refused: Record<string, [Shapes, ...says: string[]]> = {
  "LoRA": [{ "fc1.lora_A.weight": [4, 784], "fc1.lora_B.weight": [16, 4] }, "a bias beside"],
  "a language model": [
    { "wte.weight": [50, 8], "h.0.ln_1.weight": [8], "h.0.attn.weight": [8, 24] },
    'found 3: "wte", "h.0.ln_1", "h.0.attn"',
  ],
  "weights of scikit-learn": [
    under("coefs_.0", "intercepts_.0", "coefs_.1", "intercepts_.1"),
    'two layers under other names, such as fc1.weight and fc1.bias, but found "coefs_.0"',
  ],
  "flat weights": [
    { W1: [12544], b1: [16], W2: [160], b2: [10] },
    "W1 is 12544 x 1",
    "a row for each of its units",
  ],
};

for (const [what, [network, ...says]] of Object.entries(refused)) {
  Deno.test(`loadParameters() refuses ${what} by name`, async () => {
    const { message } = await assertRejects(() => load(network), DataError);
    for (const words of says) assertStringIncludes(message, words);
  });
}
