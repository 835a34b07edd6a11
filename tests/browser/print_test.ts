/** The pages to print, on both sizes of paper: as many sheets as they should have, and nothing cut off. */
import { assert, assertEquals } from "@std/assert";
import { pageToPrint } from "../../tools/teaching.ts";
import { browserTest } from "./explorer_page.ts";

/** How many sheets each page may take. */
const sheets = { handout: 2, pencil: 2, "pencil-solution": 2, quiz: 2, guide: 6, key: 9 };

browserTest(
  "the pages to print take as many sheets as they should, and ask no other host",
  async (browser) => {
    const context = await browser.newContext({ offline: true });
    for (const [name, most] of Object.entries(sheets)) {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) asked.push(request.url());
      });
      await page.setContent(await pageToPrint(`${name}.md`));
      await page.emulateMedia({ media: "print" });
      for (const format of ["A4", "Letter"] as const) {
        const pdf = new TextDecoder("latin1").decode(await page.pdf({ format }));
        const count = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        assert(count > 0 && count <= most, `${name} takes ${count} sheets of ${format}`);
        if (most === 2) assertEquals(count, 2, `${name} on ${format}`);
      }
      // As wide as the text on a sheet of A4, the narrower of the two.
      await page.setViewportSize({ width: Math.floor((210 - 32) / 25.4 * 96), height: 900 });
      const wide = await page.evaluate(
        "[...document.querySelectorAll('table, pre, math')].filter((part) => part.getBoundingClientRect().right > innerWidth).map((part) => part.textContent)",
      );
      assertEquals(wide, [], name);
      assertEquals(asked, []);
      await page.close();
    }
  },
);
