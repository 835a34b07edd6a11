import { assertEquals } from "@std/assert";
import { built, bundlePage } from "../../tools/explorer.ts";
import { temporaryFolder } from "../data/files.ts";

Deno.test("the committed page of the explorer is what `deno task explorer` makes", async () => {
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  const path = `${folder}/page.js`;
  assertEquals(await bundlePage(path), 0);
  const [found, committed] = await Promise.all([path, built].map((p) => Deno.readTextFile(p)));
  const advice = "lib/explorer/built/page.js is not up to date: run `deno task explorer`";
  assertEquals(found === committed, true, advice);
});
