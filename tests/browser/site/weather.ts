/** Bad weather: each gives a sentence, never an empty page, and nothing that was typed is lost. */
import { assertEquals, assertMatch } from "@std/assert";
import { fingerprint, loadDigits, train } from "glassnet";
import { join } from "node:path";
import { isolating } from "../built_site.ts";
import { type Others, serveFolder } from "../static_server.ts";
import { Reader, runCell, type Served, type } from "./reader.ts";

const lesson = "lessons/03-forward.html";

/** A training that uses threads where there are some. */
const training = `import { fingerprint, loadDigits, train } from "glassnet";
const { train: digits } = await loadDigits({ sample: true });
const { parameters } = await train(digits, { iterations: 5, hidden: 64, init: "he", live: false });
fingerprint(parameters)`;

/** The steps of this part, on the built site in a folder. */
export async function weather(
  test: Deno.TestContext,
  { browser, url, folder }: Served & { folder: string },
): Promise<void> {
  const { train: digits } = await loadDigits({ sample: true });
  const { parameters } = await train(digits, {
    iterations: 5,
    hidden: 64,
    init: "he",
    live: false,
  });
  const expected = `"${fingerprint(parameters)}"`;
  /** The kernel's script with a line before it. */
  const kernelAfter = async (line: string) =>
    `${line}\n${await Deno.readTextFile(join(folder, "kernel", "kernel.js"))}`;

  const lacking = {
    "without WASM SIMD the plain kernels give the same bits":
      `WebAssembly.Module = function () { throw new WebAssembly.CompileError("no SIMD"); };`,
    "a browser that says it is isolated and is not: one thread, the same bits":
      `Worker.prototype.postMessage = function () { throw new DOMException("no", "DataCloneError"); };`,
  };
  for (const [name, line] of Object.entries(lacking)) {
    await test.step(name, async () => {
      const others = { "/kernel/kernel.js": await kernelAfter(line) };
      await using server = serveFolder(folder, isolating, others);
      await using reader = await Reader.open(browser, server.url);
      const page = await reader.visit(lesson);
      assertEquals(await page.evaluate("crossOriginIsolated"), true);
      await type(page, "#given", training);
      assertEquals(await runCell(page, "#given"), expected);
      assertEquals(reader.problems, []);
    });
  }

  await test.step("digits that were cut off: a sentence, and the next press tries again", async () => {
    const path = "/kernel/data/train.digits.gz";
    const whole = await Deno.readFile(join(folder, path));
    const others: Others = { [path]: whole.slice(0, whole.length / 2) };
    await using server = serveFolder(folder, {}, others);
    await using reader = await Reader.open(browser, server.url);
    const page = await reader.visit(lesson);
    await type(
      page,
      "#given",
      `import { loadDigits } from "glassnet";\n(await loadDigits()).train.count`,
    );
    assertMatch(await runCell(page, "#given"), /have arrived incomplete/);
    const front = await reader.visit("index.html");
    await front.click('[data-do="start"]');
    await front.waitForFunction(
      `/have arrived incomplete/.test(document.querySelector("#playground .said").textContent)`,
    );
    assertEquals(await front.innerText('[data-do="start"]'), "Start");
    delete others[path];
    assertEquals(await runCell(page, "#given"), "42000");
    await front.click('[data-do="step"]');
    await front.waitForFunction(
      `document.querySelector('[data-number="iteration"]').textContent === "1"`,
    );
  });

  await test.step("storage that is forbidden: what is typed and opened lasts as long as the page", async () => {
    await using reader = await Reader.open(browser, url);
    await reader.context.addInitScript(`
      indexedDB.open = () => { throw new DOMException("no", "SecurityError"); };
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`);
    const page = await reader.visit(lesson);
    await type(page, "#given", `(await Deno.stat("../data/train.csv")).size`);
    assertMatch(await page.innerText(".status"), /does not keep what you type\. Download it/);
    const own = await Deno.makeTempFile({ suffix: ".csv" });
    const text = await Deno.readTextFile("data/sample.csv");
    await Deno.writeTextFile(own, text);
    await page.click(".tools summary");
    await page.click('[data-do="files"]');
    await page.setInputFiles("dialog.files input", own);
    await page.waitForFunction(
      `/This browser keeps no files/.test(document.querySelector("dialog .said").textContent)`,
    );
    await Deno.remove(own);
    await page.click('[data-do="close-files"]');
    assertEquals(await runCell(page, "#given"), `${text.length}`);
    assertEquals(
      await page.innerText("#given .cm-content"),
      `(await Deno.stat("../data/train.csv")).size`,
    );
  });

  await test.step("storage that is full: a file lasts as long as the page", async () => {
    await using reader = await Reader.open(browser, url);
    await reader.context.addInitScript(`
      IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };`);
    const page = await reader.visit(lesson);
    await type(page, "#given", `await Deno.writeTextFile("a.txt", "abc");`);
    await runCell(page, "#given");
    await page.waitForFunction(
      `/keeps no files, or has no room/.test(document.querySelector(".status").textContent)`,
    );
    await type(page, "#given", `await Deno.readTextFile("a.txt")`);
    assertEquals(await runCell(page, "#given"), '"abc"');
  });

  await test.step("a tab that is closed in the middle of a word loses nothing", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit(lesson);
    await type(page, "#given", "");
    await page.keyboard.type("const unfin");
    await page.close();
    assertEquals(await (await reader.visit(lesson)).innerText("#given .code"), "const unfin");
  });

  await test.step("two tabs in one cell: the one that is typed in keeps its text, and says so", async () => {
    await using reader = await Reader.open(browser, url);
    const [one, two] = [await reader.visit(lesson), await reader.visit(lesson)];
    await type(one, "#given", "const one = 1;");
    await type(two, "#given", "const two = 2;");
    await one.waitForFunction(
      `/Another tab has changed/.test(document.querySelector(".status").textContent)`,
    );
    assertEquals(await one.innerText("#given .cm-content"), "const one = 1;");
    assertEquals(await two.innerText("#given .cm-content"), "const two = 2;");
  });

  await test.step("the playground without workers: a sentence, and the button is Start again", async () => {
    await using reader = await Reader.open(browser, url);
    await reader.context.addInitScript("delete globalThis.Worker;");
    const page = await reader.visit("index.html");
    await page.click('[data-do="start"]');
    await page.waitForFunction(
      `/could not start/.test(document.querySelector("#playground .said").textContent)`,
    );
    assertEquals(await page.innerText('[data-do="start"]'), "Start");
  });
}
