import { assertEquals, assertRejects } from "@std/assert";
import { DataError } from "../../lib/data/errors.ts";
import { writeAll, writeBeside } from "../../lib/data/write_beside.ts";
import { namesIn, temporaryFolder } from "./files.ts";

const content = new TextEncoder().encode("new");

Deno.test("writeBeside() leaves the old file whole when writing fails", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  Deno.writeTextFileSync(path, "old");
  const failing = async (file: Deno.FsFile) => {
    await writeAll(file, content);
    assertEquals(Deno.readTextFileSync(path), "old", "nothing is there before all of it is");
    throw new Error("the disk is full");
  };
  await assertRejects(() => writeBeside(path, failing, { replace: true }), Error, "disk is full");
  assertEquals(Deno.readTextFileSync(path), "old");
  assertEquals(namesIn(folder.path(".")), ["t"]);
  await writeBeside(path, (file) => writeAll(file, content), { replace: true });
  assertEquals(Deno.readTextFileSync(path), "new");
});

Deno.test("writeBeside() replaces nothing unless told to, also what came meanwhile", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const write = async (file: Deno.FsFile) => {
    await writeAll(file, content);
    Deno.writeTextFileSync(path, "a user's");
  };
  await assertRejects(
    () => writeBeside(path, write, { replace: false }),
    DataError,
    "there already",
  );
  await assertRejects(
    () => writeBeside(path, write, { replace: false }),
    DataError,
    "there already",
  );
  assertEquals(Deno.readTextFileSync(path), "a user's");
  assertEquals(namesIn(folder.path(".")), ["t"]);
});

Deno.test("writeBeside() may be called twice at a time", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const slowly = (content: string) => async (file: Deno.FsFile) => {
    for (const character of content) await writeAll(file, new TextEncoder().encode(character));
  };
  await Promise.all(
    ["aaaaaaaa", "bbbb"].map((content) => writeBeside(path, slowly(content), { replace: true })),
  );
  assertEquals(["aaaaaaaa", "bbbb"].includes(Deno.readTextFileSync(path)), true);
  assertEquals(namesIn(folder.path(".")), ["t"]);
});

Deno.test("writeBeside() removes what a killed process left an hour ago, and nothing else", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const [stale, fresh] = ["t.7-0.tmp", "t.8-0.tmp"];
  const others = ["t.mine.tmp", "t2.7-0.tmp", "t.7-0.tmp.csv"];
  for (const name of [stale, fresh, ...others]) Deno.writeTextFileSync(folder.path(name), "half");
  const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of [stale, ...others]) {
    Deno.utimeSync(folder.path(name), twoHoursAgo, twoHoursAgo);
  }
  const failing = () => Promise.reject(new Error("the disk is full"));
  await assertRejects(() => writeBeside(path, failing, { replace: true }), Error, "disk is full");
  assertEquals(namesIn(folder.path(".")), [stale, fresh, ...others].sort());
  await writeBeside(path, (file) => writeAll(file, content), { replace: true });
  assertEquals(namesIn(folder.path(".")), ["t", fresh, ...others].sort());
});
