import { assert, assertEquals, assertLess } from "@std/assert";
import { findChromium } from "../../tools/shared/chromium.ts";
import { codeCells, notebookPaths } from "../cells/notebook_file.ts";
import { type Stored, stored } from "../cells/outputs.ts";
import { KernelSite } from "./kernel_in_page.ts";

const chromium = await findChromium();
if (!chromium && Deno.env.get("CI") === "true") {
  throw new Error("The browser tests need Chromium: install it, or name it with CHROMIUM_PATH.");
}

Deno.test({
  name: "in a page: every notebook's cells give the committed outputs",
  ignore: !chromium,
  async fn(test) {
    await using site = await KernelSite.open(chromium!);
    const only = Deno.env.get("ONLY");
    for (const path of notebookPaths()) {
      if (only && !path.includes(only)) continue;
      await test.step(path, async (test) => {
        const kernel = await site.start(`/${path.slice(0, path.lastIndexOf("/"))}`);
        for (const [i, cell] of codeCells(path).entries()) {
          const { ok, outputs } = await kernel.run(cell.source);
          await test.step(`[${i + 1}] ${cell.source.split("\n")[0].slice(0, 60)}`, () => {
            const raises = cell.outputs.some(({ output_type }) => output_type === "error");
            assertEquals(ok, !raises, JSON.stringify(outputs.at(-1)));
            if (cell.tags.includes("varies")) return;
            assertEquals(stored(outputs).map(comparable), cell.outputs.map(comparable));
          });
        }
        assertEquals(kernel.problems, []);
        await kernel.page.close();
      });
    }
  },
});

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

    await test.step("a check ends a student's endless loop", async () => {
      const { outputs } = await kernel.run(`import { check } from "glassnet";
        await check.softmax((Z) => { for (;;); });`);
      assert(
        JSON.stringify(outputs).includes("did not come to an end"),
        JSON.stringify(outputs).slice(0, 1000),
      );
    });
    assertEquals(kernel.problems, []);
  },
});

/** Without what a notebook's file does not keep. */
function comparable({ display_id: _id, execution_count: _count, ...output }: Stored): Stored {
  return JSON.parse(JSON.stringify(output));
}

function text(outputs: unknown[]): unknown {
  return (outputs.at(-1) as { data: Stored } | undefined)?.data?.["text/plain"];
}
