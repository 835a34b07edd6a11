/** What a page has ready before anything of it has run, and what its first cell waits for. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { Reader, runCell, type Served, type } from "./reader.ts";

/** The steps of this part. */
export async function firstPress(test: Deno.TestContext, { browser, url }: Served): Promise<void> {
  await using reader = await Reader.open(browser, url);
  const page = await reader.visit("lessons/02-the-network.html");

  await test.step("a prediction is committed to, and answered, before a kernel starts", async () => {
    const place = page.locator("#parameters-predict .glassnet-prediction");
    assertEquals(await place.locator("details").count(), 0);
    await place.getByRole("textbox").fill("19885");
    await place.getByRole("button").click();
    assertStringIncludes(await place.innerText(), "As you predicted: 19,885");
    assertEquals(page.workers().length, 0);
  });

  await test.step("all that a first cell waits for is named in the page, to be fetched side by side", async () => {
    const asked = 'performance.getEntriesByType("resource").map(({ name }) => name).join(" ")';
    const inPage = await page.evaluate<string>(asked);
    await type(page, "#architecture", asked);
    const inKernel = await runCell(page, "#architecture");
    const scripts = `${inPage} ${inKernel}`.match(/http\S+?\.js/g)!;
    const named = await page.evaluate<string[]>(
      `[...document.querySelectorAll("[rel=modulepreload], [rel=prefetch], script")]
        .map(({ href, src }) => href ?? src)`,
    );
    assertStringIncludes(scripts.join(), "/kernel/glassnet.js");
    assertEquals(scripts.filter((script) => !named.includes(script)), []);
  });
  assertEquals(reader.problems, []);
}
