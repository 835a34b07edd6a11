/**
 * What a registry asks of the package.
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { project } from "../../tools/shared/project.ts";
import { runIn } from "./folder.ts";

const configuration = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
const doors: string[] = Object.values(configuration.exports);

Deno.test("the package can be published, and holds lib, the samples and what is told of them", async () => {
  const args = ["publish", "--dry-run", "--allow-dirty"];
  const { success, err } = await runIn(project, Deno.execPath(), ...args);
  assert(success, err);
  const address = new URL("./", import.meta.resolve("../../deno.json")).href;
  const files = [...err.matchAll(/^ +(file:\S+) \(/gm)].map(([, url]) => url.replace(address, ""));
  assertEquals(
    files.filter((file) => !file.startsWith("lib/")).sort(),
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "data/sample.csv",
      "data/sample_test.csv",
      "deno.json",
    ],
  );
  for (const door of doors) assert(files.includes(door.replace("./", "")), door);
  for (const needed of ["lib/host/deno_child.ts", "lib/exercises/worker.ts"]) {
    assert(files.includes(needed), needed);
  }
});

Deno.test("every exported name and type of the package says what it is", async () => {
  const { success, err } = await runIn(project, Deno.execPath(), "doc", "--lint", ...doors);
  assert(success, err);
});

Deno.test("the import map names each door as an importer of the package does", () => {
  for (const [door, path] of Object.entries(configuration.exports as Record<string, string>)) {
    assertEquals(configuration.imports[`glassnet${door.slice(1)}`], path);
  }
});
