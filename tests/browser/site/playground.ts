/** The playground: its training is lib's own, to the bit; its settings, its link, its tour, its pad. */
import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import {
  backward,
  crossEntropy,
  fingerprint,
  forward,
  loadDigits,
  loadParameters,
  oneHot,
  type Parameters,
  selectColumns,
  split,
  train,
  update,
} from "glassnet";
import type { Page } from "playwright-core";
import {
  controls,
  defaults,
  type PlaygroundSettings,
  tour,
} from "../../../site/playground/settings.ts";
import { numberText } from "../../../lib/display/numbers.ts";
import { batches } from "../../../lib/training/batches.ts";
import { Reader, type Served } from "./reader.ts";

/** The digits that the playground trains on, in Deno. */
async function digitsInDeno() {
  return split((await loadDigits()).train, { dev: 1000 }).train;
}

const press = (page: Page, name: string) => page.click(`#playground [data-do="${name}"]`);

function isAt(page: Page, updates: number): Promise<unknown> {
  return page.waitForFunction(
    `document.querySelector('[data-number="iteration"]').textContent === "${
      updates.toLocaleString("en")
    }"`,
    undefined,
    { timeout: 60_000 },
  );
}

/** Makes updates one by one. */
async function step(page: Page, from: number, to: number): Promise<void> {
  for (let k = from + 1; k <= to; k++) {
    await press(page, "step");
    await isAt(page, k);
  }
}

async function network(page: Page): Promise<Parameters> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "save")]);
  return await loadParameters((await download.path())!);
}

function settingsOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    `Object.fromEntries(new FormData(document.querySelector("#playground form")))`,
  );
}

const asText = (settings: PlaygroundSettings) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, `${value}`]));

/** The steps of this part. */
export async function playground(
  test: Deno.TestContext,
  { browser, url }: Served,
): Promise<void> {
  const digits = await digitsInDeno();
  const inDeno = async (settings: PlaygroundSettings, iterations: number) => {
    const batchSize = Math.min(settings.batchSize, digits.count);
    return (await train(digits, { ...settings, batchSize, iterations, live: false })).parameters;
  };

  await test.step("start, pause, go on, one step, begin again", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("index.html");
    await press(page, "start");
    await page.waitForFunction(
      `Number(document.querySelector('[data-number="iteration"]').textContent.replace(",", "")) > 5`,
      undefined,
      { timeout: 60_000 },
    );
    assertEquals(await page.locator(".added canvas").count(), 10);
    await press(page, "start");
    assertEquals(await page.innerText('[data-do="start"]'), "Go on");
    // A step is answered after all that came before it.
    await press(page, "step");
    const read = async () =>
      Number((await page.innerText('[data-number="iteration"]')).replace(",", ""));
    await page.waitForTimeout(300);
    const at = await read();
    await step(page, at, at + 2);
    await press(page, "start");
    await page.waitForFunction(
      `Number(document.querySelector('[data-number="iteration"]').textContent.replace(",", "")) > ${
        at + 3
      }`,
    );
    assert(await page.locator(".mistakes canvas").count() > 0);
    assertMatch(await page.innerText(".mistakes div:first-child span"), /^\d → \d$/);
    await press(page, "again");
    await isAt(page, 0);
    assertEquals(await page.innerText('[data-do="start"]'), "Start");
    assertEquals(reader.problems, []);
  });

  await test.step("every setting trains as lib does in Deno with it, to the bit", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("index.html");
    await step(page, 0, 2);
    assertEquals(fingerprint(await network(page)), fingerprint(await inDeno(defaults, 2)));
    for (const { name, choices } of controls) {
      const choice = choices.find((choice) => choice !== defaults[name])!;
      await page.selectOption(`[name="${name}"]`, `${choice}`);
      await step(page, 0, 2);
      const expected = await inDeno({ ...defaults, [name]: choice }, 2);
      assertEquals(fingerprint(await network(page)), fingerprint(expected), name);
      await page.selectOption(`[name="${name}"]`, `${defaults[name]}`);
    }
    assertEquals(reader.problems, []);
  });

  await test.step("a link holds the settings, and does nothing before somebody presses", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("index.html");
    await page.selectOption('[name="learningRate"]', "3");
    await page.selectOption('[name="hidden"]', "16");
    await reader.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await press(page, "link");
    await page.waitForFunction(
      `/copied/.test(document.querySelector("#playground .said").textContent)`,
    );
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    assertEquals(link, `${url}/index.html#learningRate=3&hidden=16`);

    const asked: string[] = [];
    reader.context.on("request", (request) => asked.push(request.url()));
    const stranger = `${link}&momentum=5&init=<img src=x onerror=alert(1)>&iterations=9`;
    const other = await reader.context.newPage();
    await other.goto(stranger);
    assertEquals(await settingsOf(other), asText({ ...defaults, learningRate: 3, hidden: 16 }));
    await other.waitForFunction(`!document.querySelector('[data-do="start"]').disabled`);
    assertEquals(await other.innerText('[data-number="iteration"]'), "0");
    assertEquals(asked.filter((address) => /digits|trainer/.test(address)), []);
    await step(other, 0, 1);
    assertEquals(
      fingerprint(await network(other)),
      fingerprint(await inDeno({ ...defaults, learningRate: 3, hidden: 16 }, 1)),
    );
    assertEquals(reader.problems, []);
  });

  await test.step("Step into it: the explorer on that very step, with the numbers of lib in Deno", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("index.html");
    await step(page, 0, 3);
    await press(page, "into");
    await page.waitForSelector(".explorer-place .root");
    type Numbers = Record<string, number[]>;
    const shown = await page.evaluate<Numbers>(`Object.fromEntries(
      Object.entries(document.querySelector(".explorer-place div").glassnet.matrices)
        .map(([name, matrix]) => [name, matrix.toArray().flat()]))`);
    const parameters = await inDeno(defaults, 3);
    const next = batches(digits.X, digits.labels!, { size: 64, seed: defaults.seed, first: 3 })
      .next().value;
    // The batch is the one that the fourth update uses: its loss is the one in the history.
    const { history } = await train(digits, {
      ...defaults,
      batchSize: 64,
      iterations: 4,
      live: false,
    });
    const loss = crossEntropy(forward(parameters, next.X).A2, next.Y);
    assertEquals(history.some((entry) => entry.loss === loss), true);

    const X = selectColumns(next.X, Array.from({ length: 12 }, (_, j) => j));
    const Y = oneHot(next.labels.slice(0, 12));
    const activations = forward(parameters, X);
    const gradients = backward(parameters, activations, X, Y);
    const { W1, W2 } = update(parameters, gradients, defaults.learningRate);
    const expected = { ...activations, ...gradients, "new W1": W1, "new W2": W2 };
    for (const [name, matrix] of Object.entries(expected)) {
      assertEquals(shown[name], matrix.toArray().flat(), name);
    }
    const before = numberText(crossEntropy(activations.A2, Y), 4);
    assert((await page.innerText(".explorer-place .root")).includes(`${before} before`));

    // While it learns, too: one press pauses it, and shows the step that comes next.
    await press(page, "start");
    await page.waitForFunction(
      `Number(document.querySelector('[data-number="iteration"]').textContent.replace(",", "")) > 9`,
      undefined,
      { timeout: 60_000 },
    );
    await press(page, "into");
    assertEquals(await page.innerText('[data-do="start"]'), "Go on");
    const { W1: now } = await network(page);
    assertEquals(
      await page.evaluate<number[]>(
        `document.querySelector(".explorer-place div").glassnet.matrices.W1.toArray().flat()`,
      ),
      now.toArray().flat(),
    );
    assertEquals(reader.problems, []);
  });

  await test.step("each situation of the tour sets its settings, and can be started", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("index.html");
    for (const [k, { settings }] of tour.entries()) {
      await page.click(`.tour li:nth-child(${k + 1}) a`);
      await page.waitForFunction(
        `document.querySelector('[data-do="start"]').textContent === "Start"`,
      );
      assertEquals(await settingsOf(page), asText({ ...defaults, ...settings }));
      await step(page, 0, 1);
    }
    assertEquals(reader.problems, []);
  });

  await test.step("the pad is one press away, and its answer changes while the network learns", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("index.html");
    // One press from the top of the page leads to the pad, and to a network that learns.
    await press(page, "draw");
    const canvas = page.locator('.pad-place [aria-label^="Pad: draw"]');
    await canvas.waitFor({ timeout: 60_000 });
    const { x, y, width, height } = (await canvas.boundingBox())!;
    assert(y >= 0 && y + height <= page.viewportSize()!.height, `the pad is at ${y}`);
    await page.mouse.move(x + width / 2, y + height * 0.2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height * 0.8, { steps: 10 });
    await page.mouse.up();
    const bars = page.locator('.pad-place [aria-label="Probability of each digit"]');
    const before = await bars.innerText();
    assertMatch(before, /%/);
    await page.waitForFunction(
      `document.querySelector(".pad-place").shadowRoot.querySelector(
        '[aria-label="Probability of each digit"]').innerText !== ${JSON.stringify(before)}`,
      undefined,
      { timeout: 60_000 },
    );
    assertNotEquals(await bars.innerText(), before);
    assertEquals(reader.problems, []);
  });
}
