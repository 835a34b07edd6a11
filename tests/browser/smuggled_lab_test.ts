/**
 * In the real JupyterLab, no script runs that was smuggled into an error, a file's name, what is in a file,
 * or what a student's function does.
 */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { payloads } from "../notebook/smuggled.ts";
import { findChromium, Lab } from "./lab.ts";

const chromium = await findChromium();

/** What ends an output's element, hides in a terminal's colors, or is a link in a terminal. */
const more = [
  `</pre></div><img src=x onerror="window.__smuggled=20">`,
  `\x1b[31m<img src=x onerror="window.__smuggled=21">\x1b[0m`,
  `<\x1b[1mimg src=x onerror="window.__smuggled=22"\x1b[0m>`,
  `\x1b]8;;javascript:window.__smuggled=23\x1b\\a link\x1b]8;;\x1b\\`,
  `https://example.com/"onmouseover="window.__smuggled=24"`,
  `javascript:window.__smuggled=25 data:text/html,<script>top.__smuggled=26</script>`,
];

/** Cells that get a text: `text` is the payload, `name` the same as it can stand in a file's name. */
const cells: Record<string, string> = {
  "an error's message": "throw new Error(text)",
  "an error's name": 'throw Object.assign(new Error("x"), { name: text })',
  "an error's stack": 'throw Object.assign(new Error("x"), { stack: text })',
  "an error's cause": 'throw new Error("x", { cause: new Error(text) })',
  "a text that is thrown": "throw text",
  "a thing that is thrown": "throw { toString: () => text, message: text, stack: text }",
  "an error's class": "throw new ({ [text]: class extends Error {} })[text]()",
  "a file of source":
    'const at = new Error("x"); at.stack = `Error: x\\n    at ${text} (file://${text}:1:1)`; throw at',
  "a print": "console.log(text); console.error(text)",
  "a result": "text",
  "a result's property": "({ [text]: text })",
  "a matrix' neighbor": "[Matrix.zeros(1, 1), text]",
  "a file that is missing": "await readDigits(`${name}.csv`)",
  "a file of digits":
    'Deno.writeTextFileSync(`${name}.csv`, "label\\n1\\n"); await readDigits(`${name}.csv`)',
  "a header":
    'Deno.writeTextFileSync("header.csv", `${text},pixel0\\n1,2\\n`); await readDigits("header.csv")',
  "a label":
    'Deno.writeTextFileSync("label.csv", Deno.readTextFileSync("good.csv").replace(/\\n\\d/, () => `\\n"${text.replaceAll(\'"\', \'""\')}"`)); await readDigits("label.csv")',
  "parameters that are missing": "await loadParameters(name)",
  "parameters' names": 'tensors({ [text]: entry }); await loadParameters("bad.safetensors")',
  "parameters' metadata":
    'tensors({ __metadata__: { format: text, [text]: text }, W1: { ...entry, dtype: text } }); await loadParameters("bad.safetensors")',
  "a checkpoint":
    'tensors({ __metadata__: { format: "glassnet checkpoint 1", training: text }, W1: entry }); await train(digits, { resume: "bad.safetensors" })',
  "an option's name": "await train(digits, { [text]: 1 })",
  "an option's value": "initParameters({ init: text })",
  "a label of a bar": "await train(digits, { iterations: 2, live: text })",
  "a table": "table([{ [text]: text }], { caption: text })",
  "a formula": "formula`${text}`",
  "a figure": "await show(lossCurves({ [text]: history }, { title: text }))",
  "an answer's name": "await check.transpose({ [text]: (A) => A }[text])",
  "an answer's error": "await check.transpose(() => { throw new Error(TEXT) })",
  "an answer that throws a thing":
    "await check.transpose(() => { throw { toString: () => TEXT, name: TEXT, message: TEXT } })",
  "an answer that prints": "await check.transpose((A) => { console.log(TEXT); return A; })",
  "an answer that shows itself":
    'await check.transpose((A) => ({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": TEXT }), [TEXT]: TEXT }))',
  "an answer behind a proxy":
    "await check.transpose((A) => new Proxy(A, { get: () => TEXT, ownKeys: () => [TEXT], getPrototypeOf: () => ({ constructor: { name: TEXT } }) }))",
  "an answer of another class": "await check.transpose(() => new ({ [TEXT]: class {} })[TEXT]())",
  "a piece's name": "await check[text](() => 0)",
};

const setUp =
  `import { check, formula, initParameters, loadDigits, loadParameters, lossCurves, Matrix, readDigits, show, table, train } from "glassnet";
const { train: digits } = await loadDigits({ sample: true });
const { history } = await train(digits, { iterations: 1, live: false });
Deno.copyFileSync("../data/sample.csv", "good.csv");
const entry = { dtype: "F64", shape: [1, 1], data_offsets: [0, 8] };
function tensors(header) {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + json.length + 8);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  Deno.writeFileSync("bad.safetensors", file);
}`;

/** That scripts would run, where somebody shows one on purpose. */
const control = `Deno.jupyter.html\`<script>window.__control = true</script>\``;

/** Each of them begins with something that would run by itself. */
const texts = [payloads.join(" "), more.join(" ")];

function notebook() {
  const cell = (source: string) => ({
    ...{ cell_type: "code", metadata: { tags: ["raises-exception"] }, source },
    ...{ outputs: [], execution_count: null },
  });
  const tries = Object.entries(cells).flatMap(([what, source]) =>
    texts.map((text) => {
      const json = JSON.stringify(text);
      const name = JSON.stringify(text.replaceAll("/", "").slice(0, 60));
      return cell(
        `// ${what}\n{\nconst [text, name] = [${json}, ${name}];\n${
          source.replaceAll("TEXT", json)
        }\n}`,
      );
    })
  );
  return {
    cells: [cell(setUp), cell(control), ...tries],
    metadata: {
      kernelspec: { name: "glassnet", display_name: "Glassnet", language: "typescript" },
    },
    ...{ nbformat: 4, nbformat_minor: 5 },
  };
}

/** What answers in a sentence of its own, or folds the text away. */
const silent = [
  "an error's cause",
  "an error's class",
  "a header",
  "a label",
  "parameters' names",
  "parameters' metadata",
  "a checkpoint",
  "an option's name",
  "an option's value",
  "a figure",
  "an answer's name",
  "an answer that prints",
  "an answer behind a proxy",
  "an answer of another class",
];

// What follows in quotes runs in the page.
const touchEverything = `for (const element of document.querySelectorAll(".jp-OutputArea *")) {
  element.focus?.();
  element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
}`;
// JupyterLab makes a link of every address, data:text/html too, which browsers refuse to follow.
const shownTexts = `[...document.querySelectorAll(".jp-Notebook .jp-CodeCell")]
  .map((cell) => cell.querySelector(".jp-OutputArea")?.innerText ?? "")`;
const active = `[...document.querySelectorAll(".jp-OutputArea *")].filter((element) =>
  element.matches("iframe, object, embed") ||
  [...element.attributes].some(({ name, value }) => /^on/.test(name) && value.includes("__smuggled") ||
    /href|src|action/.test(name) && /^\\s*javascript/i.test(value))
).map(({ outerHTML }) => outerHTML.slice(0, 200))`;

Deno.test({
  name: "no smuggled script runs in JupyterLab's tracebacks and outputs",
  ignore: !chromium,
  async fn(test) {
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    const path = join(folder, "smuggled.ipynb");
    await Deno.writeTextFile(path, JSON.stringify(notebook()));
    const lab = await Lab.start([path], { chromium: chromium! });
    try {
      const opened = await lab.open("smuggled.ipynb");
      await opened.runAll();
      await opened.whileRunning(async () => {}, 120);
      await opened.shown();
      await opened.page.evaluate(touchEverything);
      await opened.page.waitForTimeout(500);
      await opened.screenshot("smuggled");
      const outputs = await opened.page.evaluate(shownTexts) as string[];
      const whatIs = [...Object.keys(cells)].flatMap((what) => texts.map(() => what));

      await test.step("scripts do run where somebody shows one", async () => {
        assertEquals(await opened.page.evaluate("window.__control"), true);
      });
      await test.step("every text came as far as the page", () => {
        assertEquals(outputs.length, whatIs.length + 2);
        assertEquals(outputs[0], "");
        const bare = whatIs.filter((_, k) => !/__smuggled|a link/.test(outputs[k + 2]!));
        assertEquals(bare.filter((what) => !silent.includes(what)), []);
      });
      await test.step("none of them did anything", async () => {
        assertEquals(await opened.page.evaluate("window.__smuggled"), undefined);
        assertEquals(await opened.page.evaluate(active), []);
        const outside = opened.pageErrors.filter((error) => error.startsWith("asked for"));
        assertEquals(outside, []);
      });
    } finally {
      await lab.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
