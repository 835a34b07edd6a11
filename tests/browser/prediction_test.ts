/** A question is asked, answered and explained in the page alone, also in a frame that may only run scripts. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { prediction } from "glassnet";
import { fileURLToPath } from "node:url";
import type { Frame } from "playwright-core";
import { findChromium, launchChromium } from "../../tools/shared/chromium.ts";

const chromium = await findChromium();

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}
declare const axe: Axe;
declare const document: {
  documentElement: { scrollWidth: number };
  title: string;
};

const questions = [
  prediction("05 eq14-try"),
  prediction({ kind: "number", question: "How much?", right: 1234.5, within: 0.1, why: "So." }),
  prediction("02 shapes-read"),
  prediction("02 read-try"),
];
const html = questions.map(({ bundle }) => bundle["text/html"]).join("");

/** Answers all four, by keyboard where it is not said otherwise; gives what is said of each. */
async function answer(frame: Frame): Promise<string[]> {
  const [sign, number, shape, none] = await frame.locator(".glassnet-prediction").all();
  assertEquals(await frame.locator("details").count(), 0, "the answer is not there yet");
  await sign.getByLabel("positive").focus();
  await sign.getByLabel("positive").press("ArrowDown");
  await sign.getByRole("button").press("Enter");
  await number.getByRole("textbox").fill("much");
  await number.getByRole("textbox").press("Enter");
  assertStringIncludes((await number.getByRole("status").textContent())!, "Write a number");
  await number.getByRole("textbox").fill("1,234.45");
  await number.getByRole("textbox").press("Enter");
  await shape.getByRole("textbox").fill("(10, 25)");
  await shape.getByRole("button").click();
  await none.getByRole("button").click();
  const said = [];
  for (const place of [sign, number, shape, none]) {
    said.push((await place.getByRole("status").textContent())!);
  }
  assert(await sign.getByLabel("positive").isDisabled(), "what was predicted stays");
  return said;
}

Deno.test({
  name: "predictions: committed by keyboard or pointer, then the answer and why; axe finds nothing",
  ignore: !chromium,
  async fn() {
    const browser = await launchChromium(chromium!);
    try {
      for (const [theme, width] of [["light", 1366], ["dark", 390]] as const) {
        const page = await browser.newPage({
          viewport: { width, height: 800 },
          colorScheme: theme,
        });
        const errors: string[] = [];
        page.on("pageerror", ({ message }) => errors.push(message));
        await page.setContent(
          '<!doctype html><html lang="en"><meta name="color-scheme" content="light dark">' +
            `<title>Predictions</title><main><h1>Predictions</h1>${html}</main>`,
        );
        const said = await answer(page.mainFrame());
        assertStringIncludes(said[0], "Not as you predicted: positive");
        assertStringIncludes(said[0], "The step goes uphill");
        assertEquals(said[1], "✓ As you predicted: 1,234.5So.");
        assertStringIncludes(said[2], "✓ As you predicted: 10 x 25");
        assertEquals(said[3], "Choose an answer first.");
        assertEquals(errors, []);
        assertEquals(await page.evaluate(() => document.documentElement.scrollWidth), width);
        await page.addScriptTag({ path: fileURLToPath(import.meta.resolve("axe-core")) });
        const { violations } = await page.evaluate(() => axe.run());
        assertEquals(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
        await page.close();
      }
      // The site shows it in such a frame: forms can't be sent there.
      const page = await browser.newPage();
      await page.setContent('<iframe sandbox="allow-scripts"></iframe>');
      await page.locator("iframe").evaluate(
        (frame, text) => (frame as unknown as { srcdoc: string }).srcdoc = text,
        `<!doctype html><title>Frame</title>${html}`,
      );
      const frame = page.frames()[1];
      await frame.waitForSelector(".glassnet-prediction button");
      assertStringIncludes((await answer(frame))[2], "As you predicted");
    } finally {
      await browser.close();
    }
  },
});
