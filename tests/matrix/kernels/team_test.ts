import { assert, assertEquals } from "@std/assert";
import "../../../lib/host/deno.ts";
import { type Host, host, useHost } from "../../../lib/host/host.ts";
import { SimdKernels } from "../../../lib/matrix/kernels/simd_kernels.ts";
import { startKernels } from "../../../lib/matrix/kernels/start.ts";
import { Scratch } from "../../../lib/matrix/kernels/scratch.ts";

/** Gives out work until `done`, for at most so many milliseconds; then how many threads there are. */
async function threadsAfterWork(threads: number, ms: number, done: (now: number) => boolean) {
  const { kernels, close } = startKernels({ kind: "simd", threads });
  if (!(kernels instanceof SimdKernels)) throw new Error("the WASM kernels did not start");
  const scratch = new Scratch(1, kernels);
  try {
    const end = Date.now() + ms;
    while (Date.now() < end && !done(kernels.threads)) {
      scratch.turn(() => {
        const [out, Z] = [scratch.take("float64", 1e6), scratch.take("float64", 1e6).fill(-1)];
        kernels.relu(out, Z);
        assert(out.every((a) => a === 0));
      });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return kernels.threads;
  } finally {
    close();
  }
}

/** Runs `work` where helpers start in another way. */
async function withHelpers<T>(startWorker: Host["startWorker"], work: () => Promise<T>) {
  const before = host();
  useHost({ ...before, startWorker });
  try {
    return await work();
  } finally {
    useHost(before);
  }
}

for (const threads of [1, 2, 3]) {
  Deno.test(`the kernels have as many threads as were asked for: ${threads}`, async () => {
    await threadsAfterWork(threads, 60_000, (now) => now >= threads);
    assertEquals(await threadsAfterWork(threads, 1000, (now) => now > threads), threads);
  });
}

Deno.test("the kernels do the work alone where helpers throw, can't be had, or can't be sent memory", async () => {
  const throwing = () =>
    new Worker("data:text/javascript,throw new Error('on purpose')", { type: "module" });
  const deaf = () => {
    const worker = new Worker("data:text/javascript,", { type: "module" });
    worker.postMessage = () => {
      throw new DOMException("SharedArrayBuffer", "DataCloneError");
    };
    return worker;
  };
  for (const startWorker of [throwing, deaf, () => undefined]) {
    const alone = () => threadsAfterWork(2, 300, () => false);
    assertEquals(await withHelpers(startWorker, alone), 1);
  }
});
