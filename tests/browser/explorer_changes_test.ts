/** The explorer when a reader changes a number, hides, plays, projects; and how it fits a screen. */
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { crossEntropy, forward, Matrix, oneHot } from "glassnet";
import type { MatrixName } from "../../lib/display/symbols.ts";
import { trainingStep } from "../../lib/step/training_step.ts";
import { browserTest, chromium, displays, openPage, placeOf } from "./explorer_page.ts";

const shared = chromium ? await displays() : undefined!;

/** A matrix as the page has it. */
async function matrix(page: Page, name: MatrixName): Promise<number[][]> {
  return await page.evaluate(
    (name) => document.querySelector("[data-glassnet]")!.glassnet.matrices[name].toArray(),
    name,
  );
}

/** What lib computes when one weight of W1 has another value. */
function withW1(row: number, col: number, value: number) {
  const { parameters, few, learningRate } = shared;
  const rows = parameters.W1.toArray();
  rows[row][col] = value;
  const changed = { ...parameters, W1: Matrix.from(rows) };
  return trainingStep(changed, few.X, oneHot(few.labels!), learningRate);
}

browserTest("the flow and the numbers stand on one screen", async (browser) => {
  // The width and the height that JupyterLab leaves to a notebook's outputs, measured in explorer_lab_test.
  for (const [width, height, most] of [[1000, 768, 646], [1560, 1080, 958]]) {
    const { page, close } = await openPage(browser, shared.explorerHtml, { width, height });
    const heights = new Set<number>();
    for (const step of [1, 6, 8, 9, 13]) {
      await page.locator("input.steps").fill(String(step));
      const top = (await page.locator(".controls").boundingBox())!.y;
      const { y, height } = (await page.locator(".cell").boundingBox())!;
      assert(y + height - top < most, `${y + height - top} px at equation ${step}`);
      heights.add(height);
      await page.locator('.flow canvas[data-matrix="W1"]').hover();
      heights.add((await page.locator(".cell").boundingBox())!.height);
      assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }
    await close();
  }
});

browserTest(
  "a weight follows the pointer, the keys and the slider, and all else follows it",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    const { parameters } = shared;
    const old = parameters.W1.get(3, 405);
    const canvas = page.locator('.operation canvas[data-matrix="W1"]');
    const at = await placeOf(canvas, parameters.W1, 0, 3, 405);
    const box = (await canvas.boundingBox())!;
    await page.mouse.move(box.x + at.x, box.y + at.y);
    await page.mouse.down();
    await page.mouse.move(box.x + at.x, box.y + at.y - 42);
    await page.mouse.up();
    // 42 pixels up are ten small steps of 0.05.
    const dragged = (await matrix(page, "W1"))[3][405];
    assertAlmostEquals(dragged, old + 0.5);
    const lib = withW1(3, 405, dragged);
    for (const name of ["Z1", "A2", "dW1", "new b2"] as const) {
      assertEquals(await matrix(page, name), lib[name].toArray(), name);
    }
    const slider = page.locator("input.number");
    const now = await slider.inputValue();
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    const slid = (await matrix(page, "W1"))[3][405];
    assert(slid > Number(now), "a step on the slider");
    assertEquals(await matrix(page, "A2"), withW1(3, 405, slid).A2.toArray());
    await page.getByRole("button", { name: "Undo the changes" }).click();
    assertEquals(await matrix(page, "W1"), parameters.W1.toArray());

    await canvas.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("-");
    assertAlmostEquals((await matrix(page, "W1"))[0][0], parameters.W1.get(0, 0) - 0.05);
    await page.waitForTimeout(300);
    const said = await page.locator('.hidden[role="status"]').textContent() ?? "";
    assertStringIncludes(said, "W1[0, 0] is now");
    assertStringIncludes(said, "The mean loss is");
    assertEquals(errors, []);
    await close();
  },
);

browserTest("a pixel stays a pixel: 0 to 1, in 256 greys", async (browser) => {
  const { page, errors, close } = await openPage(browser, shared.explorerHtml);
  const { parameters, few } = shared;
  await page.locator('.operation canvas[data-matrix="X"]').focus();
  await page.keyboard.press("ArrowDown");
  for (let k = 0; k < 3; k++) await page.keyboard.press("+");
  const pixel = (await matrix(page, "X"))[0][0];
  assertEquals(pixel, Math.round(pixel * 255) / 255);
  assertAlmostEquals(pixel, 3 / 17, 0.01);
  const rows = few.X.toArray();
  rows[0][0] = pixel;
  const { A2 } = forward(parameters, Matrix.from(rows));
  const Y = oneHot(few.labels!);
  const loss = crossEntropy(Matrix.from(await matrix(page, "A2")), Y);
  assertAlmostEquals(loss, crossEntropy(A2, Y), 1e-12);
  await page.locator("input.number").fill("1");
  assertEquals((await matrix(page, "X"))[0][0], 1);
  assertEquals(errors, []);
  await close();
});

browserTest("the space bar pins a cell, and Escape lets it go", async (browser) => {
  const { page, close } = await openPage(browser, shared.explorerHtml);
  const cell = page.locator(".written");
  await page.locator('.operation canvas[data-matrix="Z1"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await page.locator(".root").focus();
  assertEquals(await cell.getAttribute("data-cell"), "Z1,0,0");
  assertStringIncludes(await cell.textContent() ?? "", "pinned");
  await page.keyboard.press("Escape");
  assert(!(await cell.textContent())?.includes("pinned"));
  await close();
});

browserTest(
  "what is not computed yet can be hidden, in the flow, in the bars and in the graph",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    await page.locator("input.steps").fill("3");
    await page.getByRole("button", { name: "Hide what comes next" }).click();
    const isSeen = (name: MatrixName) =>
      page.locator(`.flow canvas[data-matrix="${name}"]`).isVisible();
    assertEquals(await Promise.all((["Z1", "Z2", "A2", "dW1"] as const).map(isSeen)), [
      true,
      true,
      false,
      false,
    ]);
    assertStringIncludes(await page.locator(".outcome").textContent() ?? "", "not computed yet");
    assertEquals(await page.locator(".outcome .bar").count(), 0);
    await page.keyboard.press("Tab");
    await page.locator("button.next").click();
    assertEquals(await isSeen("A2"), true);
    assertEquals(await page.locator(".outcome .bar").count(), 10);
    assert(!(await page.locator(".outcome").textContent())?.includes("after it"));
    await page.getByRole("button", { name: "Graph" }).click();
    const values = await page.locator(".node .value").allTextContents();
    // dZ2, dA1, dZ1 and the four branches are still to come.
    assertEquals(values.filter((text) => text === "?").length, 7);
    await page.keyboard.press("ArrowRight");
    assertEquals(errors, []);
    await close();
  },
);

browserTest(
  "it plays by itself, pauses, and stops at a step of the reader's own",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    await page.clock.install();
    await page.getByRole("button", { name: "Play" }).click();
    await page.clock.runFor(6100);
    assertStringIncludes(await page.locator(".count").textContent() ?? "", "3 of 14");
    await page.getByRole("button", { name: "Pause" }).click();
    await page.clock.runFor(9000);
    assertStringIncludes(await page.locator(".count").textContent() ?? "", "3 of 14");
    await page.locator("button.play").click();
    await page.locator("button.back").click();
    await page.clock.runFor(9000);
    assertStringIncludes(await page.locator(".count").textContent() ?? "", "2 of 14");
    await page.locator("button.play").click();
    await page.clock.runFor(60_000);
    assertStringIncludes(await page.locator(".count").textContent() ?? "", "14 of 14");
    assertStringIncludes(await page.locator("button.play").textContent() ?? "", "Play");
    assertEquals(errors, []);
    await close();
  },
);

browserTest(
  "a click on a box of the graph goes to its equation, and its numbers are lib's",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    const { parameters, few, learningRate } = shared;
    const lib = trainingStep(parameters, few.X, oneHot(few.labels!), learningRate);
    await page.getByRole("button", { name: "Graph" }).click();
    await page.locator(".node").filter({ hasText: "dZ1" }).click();
    assertStringIncludes(await page.locator(".count").textContent() ?? "", "8 of 14");
    const place = await page.locator(".node.now .place").textContent() ?? "";
    const unit = Number(place.match(/^dZ1\[(\d)\]$/)![1]);
    const value = Number(await page.locator(".node.now .value").textContent());
    assertAlmostEquals(value, lib.dZ1.get(unit, 0), Math.abs(value) * 0.01);
    assertEquals(errors, []);
    await close();
  },
);

browserTest("axe finds nothing in any view, in light and dark", async (browser) => {
  for (const dark of [false, true]) {
    for (const width of [390, 1000]) {
      const { page, close } = await openPage(browser, shared.explorerHtml, { width, dark });
      await page.evaluate(axe.source);
      for (const view of ["Hide what comes next", "Graph", "Projector"]) {
        await page.locator("input.steps").fill("8");
        const { violations } = await page.evaluate(() =>
          // The page around is the test's: no title, no landmarks.
          axe.run("[data-glassnet]", { rules: { region: { enabled: false } } })
        );
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
        assertEquals(found, [], `${dark ? "dark" : "light"}, ${width} px, before ${view}`);
        await page.getByRole("button", { name: view }).click();
        assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), width);
      }
      await close();
    }
  }
});

// What runs in the page.
declare const document: {
  querySelector(selector: string): { glassnet: { matrices: Record<string, Matrix> } } | null;
  documentElement: { scrollWidth: number };
};
