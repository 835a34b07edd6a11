/**
 * The site in Firefox and in WebKit: a lesson, an exercise, the playground and a training give what they
 * give in Deno.
 */
import { assertEquals, assertMatch } from "@std/assert";
import { fingerprint, initParameters, loadDigits, split, train } from "glassnet";
import { defaults } from "../../site/playground/settings.ts";
import { findFirefox, findWebKit } from "../../tools/shared/find_browsers.ts";
import type { Output } from "../../lib/cells/mod.ts";
import { assertGives, nameOf } from "../cells/lessons.ts";
import { codeCells } from "../cells/notebook_file.ts";
import { stored } from "../cells/outputs.ts";
import { builtSite, isolating } from "./built_site.ts";
import { serveFolder } from "./static_server.ts";
import { openFirefox, openWebKit, type Tab } from "./tab.ts";

const firefox = await findFirefox();
const webkit = await findWebKit();

/** What the page's workers say from now on is kept in `heard`. */
const listen = `
globalThis.heard = [];
globalThis.Worker = class extends Worker {
  constructor(...args) {
    super(...args);
    this.addEventListener("message", ({ data }) => heard.push(structuredClone(data)));
  }
};`;

/** Waits in the page until something is true. */
const until = (condition: string) =>
  `while (!(${condition})) await new Promise((go) => setTimeout(go, 20));`;

const settled = until(`!document.querySelector('[data-state="running"], [data-state="waiting"]')`);

const lesson = "02-the-network";
const iterations = 50;
const training = { iterations: 20, hidden: 64, init: "he", live: false } as const;

async function theSameAsInDeno(open: () => Promise<Tab>, test: Deno.TestContext): Promise<void> {
  await using server = serveFolder(await builtSite(), isolating);
  await using tab = await open();

  await test.step("Run all on a lesson gives the committed outputs", async (test) => {
    await tab.visit(`${server.url}/lessons/${lesson}.html`);
    await tab.run(listen);
    await tab.press('[data-do="run-all"]');
    await tab.run(until(`document.querySelector("[data-done]")`));
    await tab.run(until(`document.querySelector(".js-plotly-plot")`));
    const heard = await tab.run<{ type: string; id: string; output: Output; ok: boolean }[]>(
      `return heard.filter(({ type }) => type === "output" || type === "done")`,
    );
    const ids = [...new Set(heard.map(({ id }) => id))];
    for (const [i, cell] of codeCells(`notebooks/${lesson}.ipynb`).entries()) {
      await test.step(nameOf(cell, i + 1), () => {
        const own = heard.filter(({ id }) => id === ids[i]);
        const outputs = own.filter(({ type }) => type === "output").map(({ output }) => output);
        assertGives(cell, { ok: own.at(-1)!.ok, outputs: stored(outputs) }, cell.outputs);
      });
    }
  });

  await test.step("an exercise names a wrong answer, and says that the right one is right", async () => {
    await tab.visit(`${server.url}/exercises/04-backward.html`);
    const check = '[data-role="check"][data-piece="dW2"]';
    const before = await tab.run<string[]>(`
      const cells = [...document.querySelectorAll(".cell")];
      const end = cells.indexOf(document.querySelector('${check}'));
      return cells.slice(0, end).map(({ id }) => id);`);
    const answer = '[data-role="answer"][data-piece="dW2"]';
    const say = async (text: string, cells: string[]) => {
      await tab.press(`${answer} .code:not([hidden]), ${answer} .cm-content`);
      await tab.run(until(`document.activeElement?.matches('${answer} .cm-content')`));
      await tab.retype(text);
      for (const cell of [...cells, check]) {
        await tab.press(`${cell} .run`);
        await tab.run(settled);
      }
      return await tab.run<string>(`return document.querySelector('${check} .out').innerText`);
    };
    const wrong = "const dW2 = (dZ2, A1) => matmul(dZ2, transpose(A1));";
    assertMatch(await say(wrong, before.map((id) => `#${id}`)), /the 1\/m is missing/);
    const right = "const dW2 = (dZ2, A1) => scale(matmul(dZ2, transpose(A1)), 1 / A1.cols);";
    assertMatch(await say(right, [answer]), /right/i);
  });

  await test.step(`the playground's first ${iterations} iterations have Deno's losses`, async () => {
    await tab.visit(`${server.url}/`);
    await tab.run(listen);
    await tab.press('#playground [data-do="start"]');
    const last = `heard.findLast(({ type }) => type === "frame")?.frame.iteration`;
    await tab.run(until(`${last} >= ${iterations}`));
    const found = await tab.run<[number, number][]>(`
      return heard.filter(({ type }) => type === "frame").flatMap(({ frame }) =>
        frame.losses.map((loss, k) => [loss, frame.accuracies[k]])
      ).slice(0, ${iterations} + 1);`);
    const { train: digits, dev } = split((await loadDigits()).train, { dev: 1000 });
    const { hidden, init, seed } = defaults;
    const expected: [number, number][] = [];
    await train(digits, {
      ...defaults,
      parameters: initParameters({ hidden, init, seed }),
      dev,
      iterations,
      live: false,
      onProgress: ({ loss, accuracy }) => void expected.push([loss, accuracy]),
    });
    assertEquals(found, expected);
  });

  await test.step("a short training has Deno's fingerprint", async () => {
    const cell = `import { fingerprint, loadDigits, train } from "glassnet";
const { train: digits } = await loadDigits({ sample: true });
fingerprint((await train(digits, ${JSON.stringify(training)})).parameters)`;
    // Away from the playground, which would go on training.
    await tab.visit(`${server.url}/lessons/${lesson}.html`);
    const outputs = await tab.run<Output[]>(`
      const { Kernel } = await import("../kernel/client.js");
      const outputs = [];
      const kernel = new Kernel({
        worker: new URL("../kernel/kernel.js", location.href),
        folder: "/notebooks",
        threads: 2,
        listener: { output: (_, output) => outputs.push(output) },
      });
      await kernel.run("cell", ${JSON.stringify(cell)});
      kernel.close();
      return outputs;`);
    const { parameters } = await train((await loadDigits({ sample: true })).train, training);
    const shown = { "text/plain": JSON.stringify(fingerprint(parameters)) };
    assertEquals(outputs.map((output) => "data" in output ? output.data : output), [shown]);
  });
}

const browsers: [string, (() => Promise<Tab>) | undefined][] = [
  ["Firefox", firefox ? () => openFirefox(firefox) : undefined],
  ["WebKit", webkit ? () => openWebKit(webkit) : undefined],
];
for (const [name, open] of browsers) {
  if (!open) console.log(`No ${name} here: what needs it is skipped.`);
  if (!open && Deno.env.get("CI")) throw new Error(`In CI the browser tests need ${name}.`);
  Deno.test({
    name: `the site in ${name} gives what it gives in Deno`,
    ignore: !open,
    // The drivers keep connections of their own.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: (test) => theSameAsInDeno(open!, test),
  });
}
