/** The reader's own files: opened, kept, forgotten, written by cells, downloaded. */
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import {
  forward,
  initParameters,
  loadDigits,
  loadParameters,
  readDigits,
  saveParameters,
} from "glassnet";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { Reader, runCell, type Served, type } from "./reader.ts";

const lesson = "lessons/03-forward.html";

/** Chooses files in the page's dialog. Gives what the page says of them. */
async function choose(page: Page, paths: string[]): Promise<string> {
  if (!await page.isVisible("dialog.files")) {
    if (await page.isVisible(".tools summary")) await page.click(".tools summary");
    await page.click('[data-do="files"]');
  }
  await page.evaluate(`document.querySelector("dialog .said").textContent = ""`);
  await page.setInputFiles("dialog.files input", paths);
  await page.waitForFunction(
    `/ is data\\/|loadParameters|not kept/.test(document.querySelector("dialog .said").textContent)`,
  );
  return await page.innerText("dialog.files .said");
}

async function cell(page: Page, source: string): Promise<string> {
  await type(page, "#given", source);
  return await runCell(page, "#given");
}

const count = `import { loadDigits } from "glassnet";
const { train, test } = await loadDigits();
[train.count, test.count].join()`;

const firstRows = (csv: string, rows: number) =>
  Deno.readTextFile(csv).then((text) => text.split("\n").slice(0, rows + 1).join("\n") + "\n");

/** The steps of this part. */
export async function yours(test: Deno.TestContext, { browser, url }: Served): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "glassnet-yours-" });
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    if (typeof content === "string") await Deno.writeTextFile(path, content);
    else await Deno.writeFile(path, content);
    return path;
  };
  try {
    await test.step("one's own train.csv and test.csv: used, kept, forgotten", async () => {
      await using reader = await Reader.open(browser, url);
      const page = await reader.visit(lesson);
      const own = await file("train (1).csv", await firstRows("data/sample.csv", 7));
      const said = await choose(page, [
        own,
        await file("test.csv", await firstRows("data/sample_test.csv", 5)),
      ]);
      assertMatch(said, /train \(1\)\.csv: 7 images with labels\. It is data\/train\.csv now/);
      assertMatch(said, /test\.csv: 5 images without labels\. It is data\/test\.csv now/);
      await page.click('[data-do="close-files"]');
      assertEquals(await cell(page, count), '"7,5"');

      await page.reload();
      assertEquals(await cell(page, count), '"7,5"');
      // Also the labels of test.csv, which are found among the site's images.
      const known = (await loadDigits({ sample: true, testLabels: true })).test.labels!;
      assertEquals(
        await cell(page, `(await loadDigits({ testLabels: true })).test.labels.join()`),
        `"${known.slice(0, 5).join()}"`,
      );
      assertEquals(
        await cell(
          page,
          `(await import("glassnet").then(g => g.readDigits("../data/train.csv"))).count`,
        ),
        "7",
      );
      // Another page of the site, too; and what is forgotten there is the site's own here again.
      const other = await reader.visit("exercises/04-backward.html");
      await other.click(".tools summary");
      await other.click('[data-do="files"]');
      await other.click('[aria-label="Forget: data/train.csv"]');
      await other.waitForFunction(
        `document.querySelectorAll("dialog.files li").length === 1`,
      );
      assertEquals(await cell(page, count), '"42000,5"');
      other.on("dialog", (dialog) => dialog.accept());
      await other.click('[data-do="forget-all"]');
      await other.waitForFunction(`document.querySelectorAll("dialog.files li").length === 0`);
      await page.reload();
      assertEquals(await cell(page, count), '"42000,28000"');
      assertEquals(reader.problems, []);
    });

    await test.step("a wrong file gets the sentence that it gets in Deno, and is not kept", async () => {
      await using reader = await Reader.open(browser, url);
      const page = await reader.visit(lesson);
      const wrong = {
        "letters.csv": (await firstRows("data/sample.csv", 3)).replace(/,0,/, ",x,"),
        "short.csv": "label,pixel0\n1,2\n",
        "empty.csv": "",
        "cut.safetensors": "12345678901",
        "train.csv.zip": new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
      };
      for (const [name, content] of Object.entries(wrong)) {
        const path = await file(name, content);
        const read = () => name.endsWith(".safetensors") ? loadParameters(path) : readDigits(path);
        const { message } = await assertRejects(read, Error);
        assertEquals(
          await choose(page, [path]),
          `${message.replaceAll(path, name)} It is not kept.`,
        );
      }
      assertEquals(await page.locator("dialog.files li").count(), 0);
      assertEquals(reader.problems, []);
    });

    await test.step("parameters: saved by a cell, downloaded, opened again, the same to the bit", async () => {
      await using reader = await Reader.open(browser, url);
      const page = await reader.visit(lesson);
      await cell(
        page,
        `import { initParameters, saveParameters } from "glassnet";
await saveParameters("mine.safetensors", initParameters({ seed: 7, init: "he" }));`,
      );
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.click('#given [aria-label="Download notebooks/mine.safetensors"]'),
      ]);
      assertEquals(download.suggestedFilename(), "mine.safetensors");
      const saved = await loadParameters((await download.path())!);
      assertEquals(saved, initParameters({ seed: 7, init: "he" }));

      // What a cell has written is there after a reload, until it is taken away.
      await page.reload();
      const there = `await Deno.stat("mine.safetensors").then(() => true, () => false)`;
      assertEquals(await cell(page, there), "true");
      await cell(page, `await Deno.remove("mine.safetensors")`);
      await page.reload();
      assertEquals(await cell(page, there), "false");

      const path = join(folder, "network.safetensors");
      await saveParameters(path, initParameters({ seed: 3, hidden: 16 }));
      assertMatch(await choose(page, [path]), /a network with 16 hidden units/);
      await page.click('[data-do="close-files"]');
      assertEquals(
        await cell(
          page,
          `import { fingerprint, initParameters, loadParameters } from "glassnet";
fingerprint(await loadParameters("network.safetensors")) === fingerprint(initParameters({ seed: 3, hidden: 16 }))`,
        ),
        "true",
      );
      assertEquals(reader.problems, []);
    });

    await test.step("a submission is downloaded when a cell writes it", async () => {
      await using reader = await Reader.open(browser, url);
      const page = await reader.visit(lesson);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        cell(
          page,
          `import { writeSubmission } from "glassnet";
await writeSubmission("submission.csv", [3, 1, 4]);`,
        ),
      ]);
      assertEquals(download.suggestedFilename(), "submission.csv");
      assertEquals(
        await Deno.readTextFile((await download.path())!),
        "ImageId,Label\n1,3\n2,1\n3,4\n",
      );
    });

    await test.step("the playground trains on one's own digits, saves its network and goes on from it", async () => {
      await using reader = await Reader.open(browser, url);
      const page = await reader.visit("index.html");
      const few = await file("few.csv", await firstRows("data/sample.csv", 500));
      await choose(page, [few]);
      await page.click('[data-do="close-files"]');
      await page.click('[data-do="step"]');
      await page.waitForFunction(
        `/holds 1,000 images out, and your train.csv has 500 in all/.test(
          document.querySelector("#playground .said").textContent)`,
      );

      const many = await file("train.csv", await firstRows("data/train.csv", 1500));
      await choose(page, [many]);
      await page.click('[data-do="close-files"]');
      await page.click('[data-do="step"]');
      await page.waitForFunction(
        `document.querySelector('[data-number="iteration"]').textContent === "1"`,
      );
      const save = async () => {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.click('[data-do="save"]'),
        ]);
        return await loadParameters((await download.path())!);
      };
      const one = await save();
      await page.click('#playground [data-do="files"]');
      await page.click('dialog [aria-label^="Train on: notebooks/playground"]');
      await page.click('[data-do="step"]');
      await page.waitForFunction(
        `document.querySelector('[data-number="iteration"]').textContent === "1"`,
      );
      const two = await save();
      // One's own 500 images of 1,500, in batches of 64: one epoch is some 8 updates.
      assertMatch(await page.innerText('[data-number="epochs"]'), /^0\.1/);
      const { X } = await readDigits("data/sample.csv");
      assertEquals(forward(one, X).A2.shape, forward(two, X).A2.shape);
      assertEquals(
        one.W1.shape === two.W1.shape && one.W1.get(0, 400) !== two.W1.get(0, 400),
        true,
      );
      assertEquals(reader.problems, []);
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
