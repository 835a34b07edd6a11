import { assertEquals } from "@std/assert";
import { temporaryFolder } from "../data/files.ts";

const committed = {
  version: "5",
  specifiers: { "jsr:a@1": "1.0.0" },
  npm: { "a@1.0.0": { integrity: "sha512-a" } },
  workspace: { dependencies: ["jsr:a@1"] },
};

/** The lock after a cell, if it was `now` before: the committed one, or still that. */
async function after(now: unknown): Promise<unknown> {
  using folder = temporaryFolder();
  const [copy, lock] = [folder.path("copy.lock"), folder.path("deno.lock")];
  await Deno.writeTextFile(copy, JSON.stringify(committed));
  await Deno.writeTextFile(lock, JSON.stringify(now));
  const script = `import { putLockBack } from "${
    import.meta.resolve("../../lib/host/deno_kernel_lock.ts")
  }";
    await putLockBack(${JSON.stringify(lock)});`;
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--quiet", script],
    env: { GLASSNET_LOCK: copy },
  }).output();
  assertEquals(success, true, new TextDecoder().decode(stderr));
  return JSON.parse(await Deno.readTextFile(lock));
}

Deno.test("a lock to which a cell has added packages is put back", async () => {
  const specifiers = { ...committed.specifiers, "jsr:left-pad@1.3.0": "1.3.0" };
  const npm = { ...committed.npm, "left-pad@1.3.0": { integrity: "sha512-l" } };
  const remote = { "https://example.org/a.js": "0123" };
  assertEquals(await after({ ...committed, specifiers, npm, remote }), committed);
});

Deno.test("a lock that somebody has changed in another way is left alone", async () => {
  const { npm, specifiers } = committed;
  for (
    const changed of [
      { ...committed, specifiers: { "jsr:a@1": "1.0.1" } },
      { ...committed, npm: { ...npm, "a@1.0.0": { integrity: "sha512-b" } } },
      { ...committed, specifiers: {} },
      { ...committed, workspace: { dependencies: ["jsr:a@1", "jsr:b@1"] } },
      { ...committed, specifiers: { ...specifiers, "jsr:b@1": "1.0.0" }, workspace: {} },
      { ...committed, version: "6" },
      committed,
      null,
    ]
  ) assertEquals(await after(changed), changed);
});
