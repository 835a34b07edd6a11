/**
 * One training in Deno and in a page, from the npm package's file, ends with one fingerprint. (In Node:
 * tests/package/npm_test.ts.)
 */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { findChromium, launchChromium } from "../../tools/shared/chromium.ts";
import { makePackage } from "../../tools/package/package.ts";
import { folderWith, runIn } from "../package/folder.ts";
import { fingerprintsHere, trainings } from "../package/trainings.ts";

const chromium = await findChromium();

Deno.test({
  name: "the core trains to the same fingerprints in Deno, in Node and in a page",
  ignore: !chromium,
  // Playwright keeps a process of its own.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async () => {
    using folder = folderWith({});
    await makePackage(folder.path);
    const core = await Deno.readTextFile(join(folder.path, "package", "core.js"));
    const expected = await fingerprintsHere();

    const inNode = `import * as glassnet from "./package/core.js";
console.log(JSON.stringify(await (async () => {${trainings}})()));`;
    await Deno.writeTextFile(join(folder.path, "train.mjs"), inNode);
    const { out, err } = await runIn(folder.path, "node", "train.mjs");
    assertEquals(JSON.parse(out || "[]"), expected, err);

    const page = `<!DOCTYPE html><title>The core</title>`;
    const options = { port: 0, hostname: "127.0.0.1", onListen() {} };
    await using server = Deno.serve(
      options,
      ({ url }) =>
        new Response(url.endsWith("core.js") ? core : page, {
          headers: { "content-type": url.endsWith("core.js") ? "text/javascript" : "text/html" },
        }),
    );
    const browser = await launchChromium(chromium!);
    try {
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${server.addr.port}/`);
      const found = await tab.evaluate(
        `import("./core.js").then(async (glassnet) => {${trainings}})`,
      );
      assertEquals(found, expected);
    } finally {
      await browser.close();
    }
  },
});
