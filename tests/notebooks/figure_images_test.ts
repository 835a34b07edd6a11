import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { findChromium } from "../../tools/shared/chromium.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { runner } from "../../tools/notebooks/notebooks.ts";
import { pinnedDeno } from "../../tools/shared/pinned_deno.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";
import { temporaryFolder } from "../data/files.ts";

interface Output {
  data: Record<string, string>;
  metadata: Record<string, Record<string, string | number>>;
}

/** A cell that shows a figure of its own. */
function cell(title: string, id: string) {
  const figure = {
    data: [{ type: "bar", y: [1, 3, 2] }],
    layout: { title: { text: title }, width: 400, height: 300, meta: { alt: `Bars: ${title}` } },
  };
  const bundle = JSON.stringify({ "application/vnd.plotly.v1+json": figure, "text/plain": "" });
  const source = `await Deno.jupyter.display(${bundle}, { raw: true });`;
  return { id, cell_type: "code", source, metadata: {}, outputs: [], execution_count: null };
}

Deno.test({
  name: "every figure gets a PNG, which stays as long as the figure stays",
  ignore: !await findChromium(),
  async fn(test) {
    const jupyter = await pinnedJupyter();
    using temporary = temporaryFolder();
    const folder = temporary.path("");
    const path = join(folder, "figures.ipynb");
    const deno = await pinnedDeno();
    const run = (options: string[], env: Record<string, string> = {}) =>
      ask(jupyter.python, [runner, ...options, path], { env: { ...jupyter.env, ...env } });
    const draw = ["--draw-with", deno];
    const withoutChromium = { PATH: folder, CHROMIUM_PATH: "" };
    const read = () => Deno.readTextFile(path);
    const outputs = async (): Promise<Output[]> =>
      JSON.parse(await read()).cells.map(({ outputs }: { outputs: Output[] }) => outputs[0]);
    const png = (output: Output) => output.data["image/png"];
    const write = async (change: (cells: unknown[]) => unknown[]) => {
      const notebook = JSON.parse(await read());
      await Deno.writeTextFile(
        path,
        JSON.stringify({ ...notebook, cells: change(notebook.cells) }),
      );
    };

    try {
      const cells = [cell("one", "a"), cell("two", "b")];
      const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
      await Deno.writeTextFile(path, JSON.stringify(notebook));
      const first = await run(draw);
      assert(first.ok, first.text);
      const [one, two] = await outputs();

      await test.step("the PNG has the figure's size and its alternative text", () => {
        const bytes = Uint8Array.fromBase64(png(one));
        const size = new DataView(bytes.buffer, 16);
        assertEquals(new TextDecoder().decode(bytes.subarray(1, 4)), "PNG");
        assertEquals([size.getUint32(0), size.getUint32(4)], [400, 300]);
        assertNotEquals(png(one), png(two));
        const { alt, width, height } = one.metadata["image/png"];
        assertEquals([alt, width, height], ["Bars: one", 400, 300]);
      });
      await test.step("a second run changes nothing, with Chromium or without", async () => {
        const before = await read();
        for (const env of [{}, withoutChromium]) {
          const { ok, text } = await run(draw, env);
          assert(ok && !text.includes("no PNG"), text);
          assertEquals(await read(), before);
        }
        const check = await run(["--check"]);
        assert(check.ok, check.text);
      });
      await test.step("a PNG that is drawn slightly differently is kept", async () => {
        const text = await read();
        const other = png(one).slice(0, 200) + "AAAA" + png(one).slice(204);
        await Deno.writeTextFile(path, text.replace(png(one), other));
        const check = await run(["--check"]);
        assert(check.ok, check.text);
        assert((await run(draw)).ok);
        assertEquals(png((await outputs())[0]), other);
        assert((await run([...draw, "--renew"])).ok);
        assertNotEquals(png((await outputs())[0]), other);
      });
      await test.step("a PNG of another figure is noticed, and a missing one", async () => {
        const text = await read();
        const { figure } = one.metadata["image/png"];
        await Deno.writeTextFile(path, text.replace(String(figure), "0123456789abcdef"));
        assertMatch((await run(["--check"])).text, /cell 1: a figure's PNG belongs to another/);
        await Deno.writeTextFile(path, text.replace(/ +"image\/png": "iVBOR.*\n/, ""));
        const { ok, text: said } = await run(["--check"]);
        assert(!ok);
        assertMatch(said, /cell 1: a figure has no PNG[^]*run `deno task notebooks`/);
        await Deno.writeTextFile(path, text);
      });
      await test.step("without Chromium, unchanged figures keep their PNGs and changed ones get none", async () => {
        await write(([, b]) => [cell("three", "c"), b]);
        const { ok, text } = await run(draw, withoutChromium);
        assert(ok, text);
        assertMatch(text, /figures got no PNG: there is no Chromium or Chrome/);
        const [three, still] = await outputs();
        assertEquals([png(three), png(still)], [undefined, png(two)]);
      });
      await test.step("a figure without alternative text is noticed", async () => {
        await write(([a, b]) => [
          JSON.parse(JSON.stringify(a).replaceAll(/\\"alt\\":/g, '\\"left\\":')),
          b,
        ]);
        assert((await run(draw)).ok);
        assertMatch((await run(["--check"])).text, /cell 1: a figure has no alternative text/);
      });
    } finally {
      await stopEverything();
    }
  },
});
