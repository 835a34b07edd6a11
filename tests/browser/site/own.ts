/** A teacher's own exercise as a page of the site: the one that docs/writing-an-exercise.md makes. */
import { assertEquals, assertMatch } from "@std/assert";
import { blocks } from "../../tools/grade/own_exercise.ts";
import { Reader, runCell, type Served, type } from "./reader.ts";

/** The steps of this part. */
export async function own(test: Deno.TestContext, { browser, url }: Served): Promise<void> {
  await test.step("one's own exercise is a page, with its check and its hints", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("index.html");
    await page.click('a[href="own/01-tanh.html"]');
    assertEquals(await page.innerText("h1"), "An activation of our own");
    const html = await page.content();
    assertEquals(html.includes("SOLUTION") || html.includes("Math.tanh"), false);
    const ids = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".cell")].map(({ id }) => "#" + id)`,
    );
    const [imports, answer, hint, check, done] = ids;
    await runCell(page, imports);
    await runCell(page, answer);
    assertMatch(await runCell(page, check), /nothing is there yet|not written yet/i);
    assertMatch(await runCell(page, hint), /Hint/);
    await type(page, answer, blocks(/^4/)[0].text);
    await runCell(page, answer);
    assertMatch(await runCell(page, check), /This is the sigmoid: its numbers lie between 0 and 1/);
    await type(page, answer, blocks(/^2/)[2].text);
    await runCell(page, answer);
    await runCell(page, check);
    assertMatch(await runCell(page, done), /1 of 1 pieces done/);
    assertEquals(reader.problems, []);
  });
}
