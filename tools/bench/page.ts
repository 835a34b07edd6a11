/**
 * `deno task bench page`: how fast the site is in Chromium.
 *
 * @module
 */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { readDigits } from "../../lib/data/read_digits.ts";
import { split } from "../../lib/data/split.ts";
import { withKernels } from "../../lib/matrix/kernels/start.ts";
import type { Parameters } from "../../lib/network/parameters.ts";
import { train } from "../../lib/training/train.ts";
import { buildSite } from "../../site/build.ts";
import { findChromium, launchChromium } from "../shared/chromium.ts";
import { ensureData } from "../shared/ensure_data.ts";
import { project, workshop } from "../shared/project.ts";
import { say } from "../shared/task.ts";
import { median, ratios } from "./race.ts";
import { slowDown } from "./slow_processor.ts";
import { spread, table, time } from "./table.ts";
import { serveThinly } from "./thin_line.ts";

/** A lesson, the cell in it that reads train.csv, and another one. */
const lesson = { path: "lessons/02-the-network.html", setup: "setup", other: "architecture" };

/** Measures the site in Chromium, if there is one. */
export async function inPage({ quick }: { quick: boolean }): Promise<void> {
  const chromium = await findChromium();
  if (!chromium) {
    return say("\nThere is no Chromium (CHROMIUM_PATH can name one): without the page.");
  }
  await ensureData();
  const folder = join(workshop, "bench-site");
  await buildSite({ out: folder, lab: false });
  await iterations(chromium, folder, quick);
  await slowMachine(chromium, folder, quick);
  await playground(chromium, folder, quick);
}

/** Opens the site in a browser of its own. */
async function withPage<Result>(
  chromium: string,
  url: string,
  use: (page: Page, browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await launchChromium(chromium);
  try {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    // The process that shows it stays the same from here on.
    await page.goto(`${url}/assets/frame.html`);
    return await use(page, browser);
  } finally {
    await browser.close();
  }
}

/** One iteration of the reference run, in the page and in Deno, in turns. */
async function iterations(chromium: string, folder: string, quick: boolean): Promise<void> {
  const [rounds, count] = quick ? [1, 2] : [9, 12];
  say("\n## One iteration of the reference run: 41,000 images, float64\n");
  await using server = serveThinly(folder);
  await withPage(chromium, server.url, async (page) => {
    await page.goto(`${server.url}/${lesson.path}`);
    const runners = new Map<string, (count: number) => Promise<number[]>>();
    for (const threads of [1, 2]) {
      runners.set(`Deno, ${named(threads)}`, await inDeno(threads));
      runners.set(`the page, ${named(threads)}`, await inChromium(page, threads));
    }
    const times = new Map([...runners.keys()].map((name) => [name, [] as number[]]));
    // V8 takes its time to optimize a kernel.
    for (const run of runners.values()) await run(3 * count);
    const order = [...runners];
    for (let round = 0; round < rounds; round++) {
      for (let k = 0; k < order.length; k++) {
        const [name, run] = order[(k + round) % order.length];
        times.get(name)!.push(median(await run(count)));
      }
      say(`  round ${round + 1} of ${rounds}`);
    }
    const [deno, one, two] = ["Deno, 1 thread", "the page, 1 thread", "the page, 2 threads"]
      .map((name) => times.get(name)!);
    say("");
    say(table(["", "time", "beside Deno, 1 thread", "beside the page, 1 thread"], [
      ...[...times].map(([name, ms]) => [
        name,
        time(median(ms)),
        spread(ratios(ms, deno)),
        spread(ratios(ms, one)),
      ]),
    ]));
    say(`\n${goal("the page beside Deno, one thread", median(ratios(one, deno)), 1)}`);
    say(goal("two threads in the page beside one of Deno", median(ratios(two, deno)), 0.6));
  });
}

function named(threads: number): string {
  return threads === 1 ? "1 thread" : `${threads} threads`;
}

/** Trains on in this process, and gives the milliseconds of each iteration. */
async function inDeno(threads: number): Promise<(count: number) => Promise<number[]>> {
  const all = await readDigits(join(project, "data", "train.csv"), { onProgress() {} });
  const { train: digits } = split(all, { dev: 1000 });
  let parameters: Parameters | undefined;
  return async (iterations) => {
    const moments: number[] = [];
    const onProgress = () => void moments.push(performance.now());
    ({ parameters } = await withKernels(
      { threads },
      () => train(digits, { iterations, learningRate: 0.1, parameters, onProgress }),
    ));
    return between(moments);
  };
}

/** The same in the page, as a cell. */
async function inChromium(
  page: Page,
  threads: number,
): Promise<(count: number) => Promise<number[]>> {
  const kernel = `kernels[${threads}]`;
  const run = (source: string) =>
    page.evaluate<string>(`(async () => {
      printed = "";
      const { ok } = await ${kernel}.run("cell", ${JSON.stringify(source)});
      if (!ok) throw new Error("A cell failed: " + printed);
      return printed;
    })()`);
  await page.evaluate(`(async () => {
    const { Kernel } = await import("../kernel/client.js");
    globalThis.printed = "";
    globalThis.kernels ??= {};
    ${kernel} = new Kernel({
      worker: new URL("../kernel/kernel.js", location.href),
      folder: "/notebooks",
      threads: ${threads},
      listener: { output: (_, output) => printed += output.text ?? JSON.stringify(output) },
    });
    await ${kernel}.ready;
  })()`);
  await run(`import { readDigits, split, train } from "glassnet";
const all = await readDigits("../data/train.csv", { onProgress() {} });
const { train: digits } = split(all, { dev: 1000 });
let parameters;
async function turn(iterations) {
  const moments = [];
  const onProgress = () => void moments.push(performance.now());
  const options = { iterations, learningRate: 0.1, parameters, onProgress, live: false };
  ({ parameters } = await train(digits, options));
  console.log(JSON.stringify(moments));
}`);
  return async (count) => between(JSON.parse(await run(`await turn(${count});`)));
}

function between(moments: number[]): number[] {
  return moments.slice(1).map((moment, k) => moment - moments[k]);
}

/** What a reader waits for whose processor is 4 times slower, at 10 Mbit/s. */
async function slowMachine(chromium: string, folder: string, quick: boolean): Promise<void> {
  say("\n## A processor 4 times slower, 10 Mbit/s\n");
  const waits = { readable: [] as number[], cell: [] as number[], data: [] as number[] };
  const shown: number[] = [];
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    await using server = serveThinly(folder, { megabits: 10, delay: 20 });
    await withPage(chromium, server.url, async (page, browser) => {
      // A reader has changed a cell so that it needs nothing.
      const key = `glassnet/${lesson.path.replace(".html", "")}/${lesson.other}`;
      await page.evaluate(`localStorage.setItem("${key}", "1 + 1")`);
      using _slow = await slowDown(browser, 4);
      await page.goto(`${server.url}/${lesson.path}`, { waitUntil: "commit" });
      await page.waitForFunction(`document.querySelector(".tools:not([hidden])")`);
      await page.evaluate(`{
        globalThis.said = new Set();
        const status = document.querySelector(".status");
        new MutationObserver(() => said.add(status.textContent)).observe(status, {
          childList: true, characterData: true, subtree: true,
        });
      }`);
      waits.cell.push((await press(page, lesson.other)).end);
      const { begin, end } = await press(page, lesson.setup);
      waits.data.push(end - begin);
      shown.push(await page.evaluate<number>(`said.size`));
      waits.readable.push(
        await page.evaluate<number>(
          `performance.getEntriesByName("first-contentful-paint")[0].startTime`,
        ),
      );
    });
  }
  const names = {
    readable: "a lesson can be read",
    cell: "a first cell has answered",
    data: "the digits are there, from the press on",
  };
  const row = (key: keyof typeof waits) => [names[key], ...waits[key].map(time)];
  say(table(["", ...shown.map((_, k) => `round ${k + 1}`)], [
    row("readable"),
    row("cell"),
    row("data"),
    ["how often the progress bar moved", ...shown.map(String)],
  ]));
  say(`\n${goal(names.readable, median(waits.readable) / 1000, 1.5, " s")}`);
  say(goal(names.cell, median(waits.cell) / 1000, 3, " s"));
  say(goal(names.data, median(waits.data) / 1000, 10, " s"));
}

/** Presses a cell's run button; the moments, since the page was asked for, of the press and the end. */
function press(page: Page, cell: string): Promise<{ begin: number; end: number }> {
  return page.evaluate(`(async () => {
    const cell = document.querySelector("#${cell}");
    const begin = performance.now();
    cell.querySelector(".run").click();
    while (cell.dataset.state !== "idle") await new Promise((go) => setTimeout(go, 5));
    const end = performance.now();
    if (cell.querySelector(".error")) throw new Error(cell.innerText);
    return { begin, end };
  })()`);
}

/** How soon the playground learns, and how many pictures a second it draws then. */
async function playground(chromium: string, folder: string, quick: boolean): Promise<void> {
  say("\n## The playground\n");
  const rounds: { first: number; drawn: number; frames: number }[] = [];
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    await using server = serveThinly(folder);
    await withPage(chromium, server.url, async (page) => {
      await page.goto(`${server.url}/`);
      rounds.push(
        await page.evaluate(`(async () => {
          const number = document.querySelector('[data-number="iteration"]');
          const start = document.querySelector('[data-do="start"]');
          let drawn = 0;
          let first;
          const began = performance.now();
          const learns = new Promise((resolve) => {
            new MutationObserver(() => {
              drawn++;
              if (number.textContent !== "0") resolve(first ??= performance.now() - began);
            }).observe(number, { childList: true, characterData: true, subtree: true });
          });
          start.click();
          await learns;
          await new Promise((go) => setTimeout(go, ${quick ? 0 : 1000}));
          drawn = 0;
          let frames = 0;
          const from = performance.now();
          await new Promise((end) => requestAnimationFrame(function frame(now) {
            frames++;
            if (now - from < ${quick ? 500 : 5000}) requestAnimationFrame(frame);
            else end();
          }));
          const seconds = (performance.now() - from) / 1000;
          return { first, drawn: drawn / seconds, frames: frames / seconds };
        })()`),
      );
    });
  }
  const of = (key: "first" | "drawn" | "frames") => rounds.map((round) => round[key]);
  say(table(["", ...rounds.map((_, k) => `round ${k + 1}`)], [
    ["first update shown, from the press on", ...of("first").map(time)],
    ["pictures of the network a second", ...of("drawn").map((count) => count.toFixed(1))],
    ["frames that the browser draws a second", ...of("frames").map((count) => count.toFixed(1))],
  ]));
  say(`\n${goal("first update shown", median(of("first")) / 1000, 3, " s")}`);
}

/** What was found, beside what it is to be. */
function goal(what: string, found: number, most: number, unit = ""): string {
  const verdict = found <= most ? "as it should be" : "too much";
  return `- ${what}: ${found.toFixed(2)}${unit}, at most ${most}${unit}: ${verdict}`;
}
