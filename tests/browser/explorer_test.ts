import { aDigit, numberText, percent } from "../../lib/display/numbers.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { argmax, forward, Matrix, oneHot } from "glassnet";
import { stepWords } from "../../lib/explorer/words.ts";
import type { MatrixName } from "../../lib/display/symbols.ts";
import { equations } from "../../lib/step/equations.ts";
import { trainingStep } from "../../lib/step/training_step.ts";
import { browserTest, chromium, displays, openPage, placeOf } from "./explorer_page.ts";

/** Everything that the tests share is made once, and only where it is needed. */
const shared = chromium ? await displays() : undefined!;

/** What lib computes for the explorer's digits. */
function libStep() {
  const { parameters, few, learningRate } = shared;
  return trainingStep(parameters, few.X, oneHot(few.labels!), learningRate);
}

/** The numbers that the page computed, with all their bits. */
async function pageMatrix(page: Page, name: MatrixName): Promise<number[][]> {
  return await page.evaluate(
    (name) => {
      const host = document.querySelector("[data-glassnet]")!;
      return host.glassnet.matrices[name].toArray();
    },
    name,
  );
}

/** Ten places spread over a matrix, the same every time. */
function tenPlaces(A: Matrix): [number, number][] {
  const size = A.rows * A.cols;
  return Array.from({ length: 10 }, (_, k) => {
    const place = (k * 7919 + 31) % size;
    return [place % A.rows, Math.floor(place / A.rows)];
  });
}

browserTest(
  "the explorer steps through all fourteen equations by keyboard, with lib's shapes and numbers",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    const lib = libStep();
    // From the page's top, the first Tab leads into the explorer.
    await page.keyboard.press("Tab");
    for (const { number, result, formula, code, phase } of equations) {
      if (number > 1) await page.keyboard.press("ArrowRight");
      const A = lib[result];
      assertEquals(await page.locator(".count").textContent(), `${number} of 14, ${phase}`);
      assertEquals(await page.locator(".symbol.now small").textContent(), `${A.rows} × ${A.cols}`);
      assertEquals(await page.locator(".formula b").first().textContent(), formula.split(" ")[0]);
      assertEquals(await page.locator(".equation code").textContent(), code);
      const found = await pageMatrix(page, result);
      for (const [row, col] of tenPlaces(A)) assertEquals(found[row][col], A.get(row, col), result);
      assertEquals(found, A.toArray(), result);
    }
    for (const { number } of equations.slice(0, -1).toReversed()) {
      await page.keyboard.press("ArrowLeft");
      assertStringIncludes(await page.locator(".count").textContent() ?? "", `${number} of 14`);
    }
    assertEquals(errors, []);
    await close();
  },
);

browserTest(
  "the explorer says each step to a screen reader, and says so at both ends",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    const live = page.locator('.hidden[role="status"]');
    const says = async (words: string) => {
      await page.waitForTimeout(300);
      assertStringIncludes(await live.textContent() ?? "", words);
    };
    await page.locator(".root").focus();
    await page.keyboard.press("ArrowLeft");
    await says("This is the first equation.");
    await page.keyboard.press("ArrowRight");
    await says("Equation 2 of 14, forward: A1 equals ReLU(Z1). A1 is 10 by 6.");
    await page.keyboard.press("End");
    await says(stepWords({ equation: equations[13], matrices: libStep() } as never));
    await page.locator("button.next").dispatchEvent("click");
    await says("This is the last equation.");
    assertEquals(await page.locator("button.next").getAttribute("aria-disabled"), "true");
    await page.locator("input.steps").fill("4");
    await says("Equation 4 of 14");
    assertEquals(errors, []);
    await close();
  },
);

browserTest(
  "pointing at a cell of any matrix writes it out and names what it came from and feeds",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    const lib = libStep();
    const flow = (name: MatrixName) => page.locator(`.flow canvas[data-matrix="${name}"]`);
    for (const name of Object.keys(lib) as MatrixName[]) {
      const A = lib[name];
      const [row, col] = [Math.floor(A.rows * 0.7), name === "X" ? 0 : Math.floor(A.cols * 0.6)];
      await flow(name).hover({ position: await placeOf(flow(name), A, 0, row, col), force: true });
      assertEquals(
        await page.locator(".cell .head b").textContent(),
        `${name}[${row}, ${col}] = ${numberText(A.get(row, col), 5)}`,
      );
    }
    await page.locator("input.steps").fill("9");
    const big = page.locator('.operation canvas[data-matrix="dW1"]');
    await big.hover({ position: await placeOf(big, lib.dW1, 0, 3, 405), force: true });
    const text = await page.locator(".cell").textContent() ?? "";
    assertStringIncludes(text, "dW1[3, 405] = ");
    assertStringIncludes(text, "hidden unit 3, pixel 405 (row 14, column 13)");
    assertStringIncludes(text, "row 3 of dZ1 and row 405 of X (column 405 of Xᵀ)");
    assertStringIncludes(text, "new W1[3, 405]");
    assertEquals(errors, []);
    await close();
  },
);

browserTest(
  "a cell frames what it came from, and a click pins it until Escape",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    const lib = libStep();
    const canvas = page.locator('.flow canvas[data-matrix="Z2"]');
    const picture = (name: MatrixName) =>
      page.locator(`.flow canvas[data-matrix="${name}"]`).screenshot({ animations: "disabled" });
    await page.locator("input.steps").fill("3");
    await page.mouse.move(500, 5);
    await page.waitForTimeout(400);
    const before = { b2: await picture("b2"), X: await picture("X") };
    await canvas.hover({ position: await placeOf(canvas, lib.Z2, 0, 8, 3), force: true });
    await page.waitForTimeout(100);
    assert(!same(before.b2, await picture("b2")), "b2[8, 0] has a frame");
    assert(same(before.X, await picture("X")), "X has none");
    const cell = page.locator(".written");
    const dataCell = () => cell.getAttribute("data-cell");
    await canvas.click({ position: await placeOf(canvas, lib.Z2, 0, 8, 3), force: true });
    await canvas.hover({ position: await placeOf(canvas, lib.Z2, 0, 2, 1), force: true });
    assertEquals(await dataCell(), "Z2,8,3");
    await page.keyboard.press("Escape");
    await canvas.hover({ position: await placeOf(canvas, lib.Z2, 0, 2, 2), force: true });
    assertEquals(await dataCell(), "Z2,2,2");
    assertEquals(errors, []);
    await close();
  },
);

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, k) => byte === b[k]);
}

browserTest("the keys move from cell to cell within a matrix", async (browser) => {
  const { page, errors, close } = await openPage(browser, shared.explorerHtml);
  const dataCell = () => page.locator(".written").getAttribute("data-cell");
  await page.locator("input.steps").fill("9");
  await page.locator('.operation canvas[data-matrix="dW1"]').focus();
  await page.keyboard.press("ArrowDown");
  assertEquals(await dataCell(), "dW1,0,0");
  for (let k = 0; k < 28; k++) await page.keyboard.press("ArrowRight");
  assertEquals(await dataCell(), "dW1,1,0"); // over the gap into the next picture
  await page.keyboard.press("ArrowDown");
  assertEquals(await dataCell(), "dW1,1,28");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assertEquals(await dataCell(), "dW1,1,0"); // the edge
  assertStringIncludes(await page.locator(".count").textContent() ?? "", "9 of 14");
  assertEquals(errors, []);
  await close();
});

browserTest("the image can be switched, and the numbers seen after the update", async (browser) => {
  const { page, errors, close } = await openPage(browser, shared.explorerHtml);
  const { parameters, few, learningRate } = shared;
  const lib = libStep();
  const update = { W1: lib["new W1"], b1: lib["new b1"], W2: lib["new W2"], b2: lib["new b2"] };
  await page.locator("button.image").nth(2).click();
  await page.locator("input.steps").fill("4");
  assertStringIncludes(await page.locator(".cell .head b").textContent() ?? "", ", 2] = ");
  const outcome = await page.locator(".outcome").textContent() ?? "";
  const label = few.labels![2];
  const [before, after] = [parameters, update].map((p) => forward(p, few.X).A2.get(label, 2));
  assertStringIncludes(
    outcome,
    `${percent(before)} before the update, ${percent(after)} after`,
  );
  await page.getByRole("button", { name: "After it" }).click();
  const again = trainingStep(update, few.X, oneHot(few.labels!), learningRate);
  assertEquals(await pageMatrix(page, "A2"), again.A2.toArray());
  assertEquals(await pageMatrix(page, "dW1"), again.dW1.toArray());
  await page.getByRole("button", { name: "Before the update" }).click();
  assertEquals(await pageMatrix(page, "A2"), lib.A2.toArray());
  assertEquals(errors, []);
  await close();
});

browserTest(
  "another learning rate gives another update, and no number changes nothing",
  async (browser) => {
    const { page, errors, close } = await openPage(browser, shared.explorerHtml);
    const { parameters, few } = shared;
    await page.locator("input.alpha").fill("0.5");
    const lib = trainingStep(parameters, few.X, oneHot(few.labels!), 0.5);
    assertEquals(await pageMatrix(page, "new W1"), lib["new W1"].toArray());
    for (const nothing of ["", "-1", "0"]) await page.locator("input.alpha").fill(nothing);
    assertEquals(await pageMatrix(page, "new b2"), lib["new b2"].toArray());
    await page.waitForTimeout(300);
    assertEquals(
      await page.locator('.hidden[role="status"]').textContent(),
      "The learning rate must be a number above 0.",
    );
    assertEquals(errors, []);
    await close();
  },
);

browserTest("the displays come to life as VS Code runs their scripts", async (browser) => {
  const { page, errors, close } = await openPage(browser, "<div id=a></div><div id=b></div>");
  for (
    const [id, html] of [
      ["a", shared.explorerHtml],
      ["b", shared.explorerHtml + shared.padHtml + shared.explorerHtml],
    ]
  ) {
    // It copies each script to the end of the output and takes the copy away at once.
    await page.evaluate(([id, html]) => {
      const container = document.querySelector(`#${id}`)!;
      container.innerHTML = html;
      for (const { textContent } of container.querySelectorAll("script")) {
        const script = document.createElement("script");
        script.text = textContent;
        container.appendChild(script).remove();
      }
    }, [id, html]);
  }
  await page.locator("#b button.next").last().click();
  const counts = await page.locator(".count").allTextContents();
  assertEquals(counts.map((text) => text.slice(0, 7)), ["1 of 14", "1 of 14", "2 of 14"]);
  assertEquals(await page.locator("#b .pad").count(), 1);
  assertEquals(errors, []);
  await close();
});

browserTest("a slider runs through the recorded moments of the training", async (browser) => {
  const { page, errors, close } = await openPage(browser, shared.explorerHtml);
  const { moments, few } = shared;
  assert(moments.length >= 45 && moments.length <= 60, `${moments.length} moments`);
  await page.locator("button.image").nth(1).click();
  const pictures = new Set<string>();
  for (const k of [0, 10, moments.length - 1]) {
    await page.locator("input.moments").fill(String(k));
    await page.waitForTimeout(100);
    const { iteration, loss, accuracy, A2 } = moments[k];
    const column = A2.toArray().map((row) => row[1]);
    const said = argmax(Matrix.from(column.map((p) => [p])))[0];
    assertEquals(
      await page.locator(".training .words").textContent(),
      `After ${iteration} iterations: loss ${numberText(loss, 4)}, ` +
        `accuracy ${percent(accuracy)}. Image 1 is ${aDigit(few.labels![1])}; the network says ` +
        `${said} with ${percent(column[said])}.`,
    );
    assertEquals(
      await page.locator(".training .percent").allTextContents(),
      column.map(percent),
    );
    pictures.add((await page.locator(".training canvas").screenshot()).toString());
  }
  assertEquals(pictures.size, 3);
  assertEquals(errors, []);
  await close();
});

browserTest("several displays live in one page without touching each other", async (browser) => {
  const { explorerHtml, padHtml } = shared;
  const html = `<p class="cell">outside</p>${explorerHtml}${padHtml}${explorerHtml}`;
  const { page, errors, close } = await openPage(browser, html);
  const [first, second] = await page.locator('[data-glassnet^="explorer"]').all();
  await first.locator("button.next").click();
  assertStringIncludes(await first.locator(".count").textContent() ?? "", "2 of 14");
  assertStringIncludes(await second.locator(".count").textContent() ?? "", "1 of 14");
  assertEquals(await page.locator(".pad").count(), 1);
  const outside = await page.locator("p.cell").evaluate((p) => getComputedStyle(p).padding);
  assertEquals(outside, "0px");
  assertEquals(errors, []);
  await close();
});

browserTest("without scripts a still picture with words stands there", async (browser) => {
  for (const html of [shared.explorerHtml, shared.padHtml]) {
    const { page, close } = await openPage(browser, html, { script: false });
    const { width, height } = (await page.locator("img").boundingBox())!;
    assert(width > 300 && height > 100, `${width} x ${height}`);
    assertStringIncludes(await page.locator("body").innerText(), "Run the cell");
    await close();
  }
});

browserTest("nothing sticks out on a phone, in light or dark", async (browser) => {
  for (const dark of [false, true]) {
    for (const html of [shared.explorerHtml, shared.padHtml]) {
      const { page, errors, close } = await openPage(browser, html, { width: 360, dark });
      for (const step of html === shared.explorerHtml ? [1, 6, 8, 9, 13] : [0]) {
        if (step) await page.locator("input.steps").fill(String(step));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assertEquals(width, 360, `equation ${step}`);
      }
      const color = await page.locator(".root").evaluate((root) => getComputedStyle(root).color);
      assertEquals(color, dark ? "rgb(230, 230, 230)" : "rgb(31, 31, 31)");
      assertEquals(errors, []);
      await close();
    }
  }
});

// What runs in the page.
interface PageElement {
  glassnet: {
    matrices: Record<string, Matrix>;
  };
  innerHTML: string;
  textContent: string;
  text: string;
  querySelectorAll(selector: string): Iterable<PageElement>;
  appendChild(element: PageElement): PageElement;
  remove(): void;
}
declare const document: {
  querySelector(selector: string): PageElement | null;
  createElement(tag: string): PageElement;
  documentElement: { scrollWidth: number };
};
declare const getComputedStyle: (element: unknown) => Record<string, string>;
