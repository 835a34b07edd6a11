import { assert, assertEquals, assertLess, assertMatch } from "@std/assert";
import { fingerprint, loadDigits, train } from "glassnet";
import { findChromium } from "../../tools/shared/chromium.ts";
import { expectedFingerprints } from "../../tools/fingerprints.ts";
import { assertGives, nameOf, runInDeno, verdicts } from "../cells/lessons.ts";
import { type CodeCell, codeCells, notebookPaths } from "../cells/notebook_file.ts";
import { type Stored, stored } from "../cells/outputs.ts";
import { KernelSite } from "./kernel_in_page.ts";

const chromium = await findChromium();
if (!chromium && Deno.env.get("CI") === "true") {
  throw new Error("The browser tests need Chromium: install it, or name it with CHROMIUM_PATH.");
}

let open: Promise<KernelSite> | undefined;

/** One site for all notebooks, which train with as many threads as there are. */
function siteOf(chromium: string): Promise<KernelSite> {
  return open ??= KernelSite.open(chromium, { isolated: true });
}

Deno.test.afterAll(async () => await (await open)?.[Symbol.asyncDispose]());

for (const path of notebookPaths()) {
  Deno.test({
    name: `in a page: ${path} gives what it gives in Deno`,
    ignore: !chromium,
    // The browser stays open for the next one.
    sanitizeResources: false,
    sanitizeOps: false,
    async fn(test) {
      const site = await siteOf(chromium!);
      const kernel = await site.start(`/${path.slice(0, path.lastIndexOf("/"))}`);
      const inPage = async (cell: CodeCell, expected: Stored[], number: number) => {
        const { ok, outputs } = await kernel.run(cell.source);
        await test.step(nameOf(cell, number), () => {
          const given = { ok, outputs: stored(outputs).map(withoutLastBits) };
          assertGives(cell, given, expected.map(withoutLastBits));
        });
        return outputs;
      };
      if (path.startsWith("notebooks/exercises")) {
        // They are committed without outputs.
        const verdict = path.includes("/source/") ? "right" : "unwritten";
        await runInDeno(path, async (cell, { ok, outputs }, number) => {
          await inPage(cell, outputs, number);
          assertEquals(ok, true);
          for (const found of verdicts(outputs)) assertEquals(found, verdict);
        });
      } else {
        const given: unknown[] = [];
        for (const [i, cell] of codeCells(path).entries()) {
          given.push(...await inPage(cell, cell.outputs, i + 1));
        }
        if (path === "notebooks/05-training.ipynb") {
          const { float64 } = await expectedFingerprints();
          assert(JSON.stringify(given).includes(float64[500]), "The reference run has other bits.");
        }
      }
      assertEquals(kernel.problems, []);
      await kernel.page.close();
    },
  });
}

/** A short training of two threads: how many worked, and what it ended with. */
const training = `import { fingerprint, loadDigits, Matrix, matmul, train } from "glassnet";
import { Scratch, startKernels } from "glassnet/kernels";
const { train: digits } = await loadDigits({ sample: true });
const { parameters } = await train(digits, { iterations: 20, hidden: 64, init: "he", live: false });
const { kernels, close } = startKernels({ kind: "simd", threads: 2 });
const [A, B] = [Matrix.zeros(300, 300), Matrix.zeros(300, 300)];
const scratch = new Scratch(90_000, kernels);
for (let i = 0; i < 100 && kernels.threads < 2; i++) {
  scratch.turn(() => void matmul(A, B));
  await new Promise((go) => setTimeout(go, 20));
}
const { threads } = kernels;
close();`;

for (const isolated of [true, false]) {
  Deno.test({
    name:
      `in a page ${
        isolated ? "that may share memory: two threads" : "that may not: one thread"
      }, ` +
      "the same bits as in Deno",
    ignore: !chromium,
    async fn() {
      const { train: digits } = await loadDigits({ sample: true });
      const { parameters } = await train(digits, {
        iterations: 20,
        hidden: 64,
        init: "he",
        live: false,
      });
      await using site = await KernelSite.open(chromium!, { isolated });
      const kernel = await site.start("/notebooks", 2);
      const { ok, outputs } = await kernel.run(training);
      assertEquals(ok, true, JSON.stringify(outputs));
      const found = (await kernel.run("[threads, fingerprint(parameters)]")).outputs;
      assertEquals(text(found), Deno.inspect([isolated ? 2 : 1, fingerprint(parameters)]));
    },
  });
}

Deno.test({
  name: "in a page: stop, an endless loop, files, and a check",
  ignore: !chromium,
  async fn(test) {
    await using site = await KernelSite.open(chromium!, { isolated: true });
    const kernel = await site.start("/notebooks/exercises");

    await test.step("train stops within half a second and keeps what it reached", async () => {
      await kernel.run(`import { loadDigits, train } from "glassnet";
        const { train: digits } = await loadDigits({ sample: true });`);
      const training = kernel.run("const result = await train(digits, { iterations: 1e6 });");
      await new Promise((go) => setTimeout(go, 1500));
      const pressed = performance.now();
      await kernel.stop();
      assertEquals((await training).ok, true);
      assertLess(performance.now() - pressed, 500);
      const { outputs } = await kernel.run(
        "[result.stopped !== undefined, result.history.length > 0]",
      );
      assertEquals(text(outputs), "[ true, true ]");
    });

    await test.step("a file that a cell writes can be read, and the page is given it", async () => {
      await kernel.run('await Deno.writeTextFile("a.txt", "abc");');
      const { outputs } = await kernel.run('await Deno.readTextFile("/notebooks/exercises/a.txt")');
      assertEquals(text(outputs), '"abc"');
      assert((await kernel.events()).includes("written /notebooks/exercises/a.txt 3"));
    });

    await test.step("20,000 printed lines are whole and in order, and then the result", async () => {
      const { outputs } = await kernel.run(
        'for (let i = 0; i < 20_000; i++) console.log("line", i); "the end"',
      );
      const [printed, result] = stored(outputs);
      const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`);
      assert(printed.text === lines.join(""), "They are not whole, or not in order.");
      assertEquals(text([result]), '"the end"');
    });

    await test.step("errors that nothing awaits are shown under the cell that runs", async () => {
      const { ok, outputs } = await kernel.run(`void (async () => null.lost)();
        setTimeout(() => { throw new RangeError("late"); }, 1);
        await new Promise((go) => setTimeout(go, 100));`);
      assertEquals(ok, true);
      const shown = String(stored(outputs)[0].text);
      assertMatch(
        shown,
        /^An error in a promise that nothing awaits: TypeError: .*lost.*\n {4}at cell \[\d+\], line 1, /,
      );
      assertMatch(
        shown,
        /\nAn error outside of every cell, as in a timer: RangeError: late\n {4}at cell \[\d+\], line 2, /,
      );
    });

    await test.step("an endless loop is ended within three seconds, with a sentence", async () => {
      const looping = kernel.run("for (;;);");
      await new Promise((go) => setTimeout(go, 300));
      const pressed = performance.now();
      await kernel.stop();
      const { ok, restarted, outputs } = await looping;
      assertLess(performance.now() - pressed, 3000);
      assertEquals([ok, restarted], [false, true]);
      assertEquals((outputs[0] as { ename?: string }).ename, "Stopped");
      assert((await kernel.events()).includes("restarted"));
    });

    await test.step("the session begins anew, and the files are still there", async () => {
      const { outputs } = await kernel.run("typeof digits");
      assertEquals(text(outputs), '"undefined"');
      assertEquals(text((await kernel.run('await Deno.readTextFile("a.txt")')).outputs), '"abc"');
    });

    await test.step("an error shows its cell, line and column", async () => {
      const { outputs } = await kernel.run("const x: number = 1;\n\nmissing(x);");
      const error = outputs[0] as { ename: string; traceback: string[] };
      assertEquals(error.ename, "ReferenceError");
      assertEquals(error.traceback.at(-1), "    at cell [3], line 3, column 1");
    });

    await test.step("a display that can't be copied does not hold anything up", async () => {
      const { ok, outputs } = await kernel.run(
        'await Deno.jupyter.display({ "text/plain": "a", x: () => 1 }, { raw: true });',
      );
      assertEquals(ok, true);
      assertEquals(text(outputs), "a");
    });

    assertEquals(kernel.problems, []);
    await test.step("a cell and a checked function reach no other host", async () => {
      let asked = 0;
      const other = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, () => {
        asked++;
        return new Response("x", { headers: { "access-control-allow-origin": "*" } });
      });
      const address = `http://127.0.0.1:${other.addr.port}/`;
      const { outputs } = await kernel.run(
        `await fetch("${address}").then(() => "got it", () => "no")`,
      );
      assertEquals(text(outputs), '"no"');
      await kernel.run(`import { check } from "glassnet";
        await check.softmax((Z) => { fetch("${address}"); return Z; });`);
      await other.shutdown();
      assertEquals(asked, 0);
    });

    await test.step("a check ends a student's endless loop", async () => {
      const { outputs } = await kernel.run(`import { check } from "glassnet";
        await check.softmax((Z) => { for (;;); });`);
      assert(
        JSON.stringify(outputs).includes("did not come to an end"),
        JSON.stringify(outputs).slice(0, 1000),
      );
    });
  },
});

/**
 * A check says how far a reader's function is from the reference. Where that calls `Math.exp` or
 * `Math.log`, the last bits are the engine's.
 */
function withoutLastBits(output: Stored): Stored {
  const text = JSON.stringify(output).replaceAll(
    /(from the reference is )(0|\de-1\d)\./g,
    "$1tiny.",
  );
  return JSON.parse(text);
}

function text(outputs: unknown[]): unknown {
  return (outputs.at(-1) as { data: Stored } | undefined)?.data?.["text/plain"];
}
