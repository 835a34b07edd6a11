import {
  assert,
  assertEquals,
  assertGreater,
  assertLess,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import { join } from "node:path";
import { findChromium, Lab, type OpenNotebook, type Theme } from "./lab.ts";

const chromium = await findChromium();

function cell(source: string) {
  return { cell_type: "code", source, metadata: {}, outputs: [], execution_count: null };
}

/** A training that nobody wants to wait for, and what is done with it once it is stopped. */
const notebook = {
  cells: [
    cell(
      'import { loadDigits, train } from "glassnet";\nconst { train: all } = await loadDigits();',
    ),
    cell("const half = await train(all, { iterations: 1000, seed: 42 });"),
    cell(
      "const { W1, b1, W2, b2 } = half.parameters;\n" +
        '[W1, b1, W2, b2].map(({ shape }) => shape).join(", ") + `, ${half.stopped.reason}`',
    ),
    cell(
      "const on = await train(all, { iterations: 2, parameters: half.parameters });\n" +
        "console.log(on.history[0].loss === half.history.at(-1).loss, on.history[2].iteration)",
    ),
  ],
  metadata: { kernelspec: { name: "glassnet", display_name: "Glassnet", language: "typescript" } },
  nbformat: 4,
  nbformat_minor: 5,
};

for (const theme of ["JupyterLab Light", "JupyterLab Dark"] satisfies Theme[]) {
  Deno.test({
    name: `the stop button ends a training, keeps what it reached, and it goes on (${theme})`,
    ignore: !chromium,
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
      const path = join(folder, "live.ipynb");
      await Deno.writeTextFile(path, JSON.stringify(notebook));
      const lab = await Lab.start([path], { chromium: chromium!, theme });
      try {
        await stopAndGoOn(await lab.open("live.ipynb"), theme);
      } finally {
        await lab.stop();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

const halfASecond = 500; // in milliseconds

async function stopAndGoOn(page: OpenNotebook, theme: Theme): Promise<void> {
  const bar = page.find('[role="progressbar"]').first();
  const done = async () => Number(await bar.getAttribute("aria-valuenow"));
  const curveText = () => page.find("svg[role=img]").getAttribute("aria-label");
  const said = async (cell: number) =>
    await page.find(".jp-CodeCell").nth(cell).locator(".jp-OutputArea-output").innerText();

  await page.select(0);
  await page.runSelected();
  await page.runSelected();
  await page.page.getByText(/iterations.s, .* left/).waitFor();
  // It moves by itself, and its curve with it.
  const [before, curve] = [await done(), await curveText()];
  await page.page.waitForTimeout(1500);
  assertGreater(await done(), before);
  assertNotEquals(await curveText(), curve);
  assertMatch(await said(1), /iteration \d+ of 1000, loss \d.*accuracy \d/);
  assertMatch(await said(1), /[\d.]+ iterations\/s, .* left/);
  await page.screenshot(`live-running-${theme}`);

  let took = await pressAndWait(page);
  // Something else on the machine may have been in the way.
  for (let again = 0; again < 2 && took >= halfASecond; again++) {
    await page.select(1);
    await page.runSelected();
    await page.page.getByText(/iterations.s, .* left/).waitFor();
    took = await pressAndWait(page);
  }
  assertLess(took, halfASecond);
  assertMatch(
    await said(1),
    /Stopped after \d+ of 1000 iterations; the parameters reached so far/,
  );
  assert(!/left/.test(await said(1)), "A stopped training has no time left");

  await page.runSelected();
  await page.runSelected();
  await page.whileRunning(async () => {});
  assertEquals(await said(2), '"10 x 784, 10 x 1, 10 x 10, 10 x 1, aborted"');
  const { errors, empty } = await page.shown();
  assertEquals([errors, empty, page.pageErrors], [[], [], []]);
  assertMatch(await page.find(".jp-CodeCell").nth(3).innerText(), /true 2/);
  await page.screenshot(`live-ended-${theme}`);
}

/** Milliseconds from the press on the stop button to the sentence in the page. */
async function pressAndWait(page: OpenNotebook): Promise<number> {
  const pressed = performance.now();
  await page.pressStop();
  await page.find('[role="status"]').waitFor();
  return performance.now() - pressed;
}
