/**
 * What a script does with the library: read, train, predict, write. Then it tries what the permission
 * set `library` does not allow. It prints how the training ended and what was refused.
 *
 * @module
 */
import { predict, readDigits, train, writeSubmission } from "glassnet";
import { Scratch, startKernels } from "glassnet/kernels";

const [submission, patience] = Deno.args;
const digits = await readDigits("data/sample.csv");
const { parameters, history } = await train(digits, { iterations: 20, seed: 42 });
const { X } = await readDigits("data/sample_test.csv");
await writeSubmission(submission, predict(parameters, X));

// The threads that join in when there is work for two; on a busy machine that takes a while, so the
// caller says how many seconds to wait for them.
const wanted = Math.min(2, navigator.hardwareConcurrency);
const { kernels, close } = startKernels({ threads: wanted });
const scratch = new Scratch(1, kernels);
const threads = () => "threads" in kernels ? kernels.threads as number : 0;
for (const end = Date.now() + 1000 * Number(patience); Date.now() < end && threads() < wanted;) {
  scratch.turn(() => kernels.relu(scratch.take("float64", 1e6), scratch.take("float64", 1e6)));
  await new Promise((resolve) => setTimeout(resolve, 10));
}
const most = threads();
close();

const left: Record<string, () => unknown> = {
  "a connection": () => Deno.connect({ hostname: "127.0.0.1", port: 9 }),
  "another program": () => new Deno.Command(Deno.execPath()).spawn(),
  "the environment": () => Deno.env.get("HOME"),
  "reading elsewhere": () => Deno.readTextFile("README.md"),
  "writing elsewhere": () => Deno.writeTextFile("lib/smuggled.tmp", ""),
  "a native library": () => Deno.dlopen("libc.so.6", {}),
};
const refused: string[] = [];
for (const [name, attempt] of Object.entries(left)) {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) refused.push(name);
  }
}
const allowed = Object.keys(left).filter((name) => !refused.includes(name));
console.log(JSON.stringify({ loss: history.at(-1)!.loss, threads: most, allowed, refused }));
