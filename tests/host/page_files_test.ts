import { assertEquals, assertRejects } from "@std/assert";
import { isMissing } from "../../lib/host/host.ts";
import { PageFiles } from "../../lib/host/page_files.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

Deno.test("a file that is written can be read, from its folder and by its full path", async () => {
  const files = new PageFiles();
  const written: string[] = [];
  files.onWrite = (path) => written.push(path);
  files.folder = "/notebooks/exercises";
  await files.write("../../data/a.txt", async (add) => {
    await add(bytesOf("one "));
    await add(bytesOf("two"));
  }, { replace: false });
  assertEquals(text(await files.read("/data/a.txt")), "one two");
  assertEquals(await files.stat("../../data"), { isFile: false, isDirectory: true, size: 0 });
  assertEquals(await files.stat("/data/a.txt"), { isFile: true, isDirectory: false, size: 7 });
  assertEquals(files.namesIn("/data"), ["a.txt"]);
  assertEquals(written, ["/data/a.txt"]);

  using open = await files.open("/data/a.txt");
  const buffer = new Uint8Array(4);
  await open.seek(4, 0);
  assertEquals(await open.read(buffer), 3);
  assertEquals(await open.read(buffer), null);
});

Deno.test("errors have the names that lib looks for", async () => {
  const files = new PageFiles();
  const nothing = () => Promise.resolve();
  await files.write("a", nothing, { replace: true });
  const again = await assertRejects(() => files.write("a", nothing, { replace: false }), Error);
  assertEquals(again.name, "AlreadyExists");
  for (const read of [() => files.read("b"), () => files.open("b"), () => files.stat("b")]) {
    assertEquals(isMissing(await assertRejects(read, Error)), true);
  }
  assertEquals([await files.exists("a"), await files.exists("b")], [true, false]);
});

Deno.test("a write that fails leaves nothing behind", async () => {
  const files = new PageFiles();
  await assertRejects(() =>
    files.write("a", async (add) => {
      await add(bytesOf("half"));
      throw new Error("no more");
    }, { replace: true })
  );
  assertEquals(await files.exists("a"), false);
});

Deno.test("a file of the site is fetched once, and only when it is asked for", async () => {
  const files = new PageFiles();
  let fetched = 0;
  files.provide("/data/train.csv", {
    size: () => Promise.resolve(4),
    load: () => Promise.resolve(bytesOf(`load${++fetched}`)),
  });
  assertEquals((await files.stat("/data/train.csv")).size, 4);
  assertEquals(fetched, 0);
  assertEquals(text(await files.read("/data/train.csv")), "load1");
  assertEquals(text(await files.read("/data/train.csv")), "load1");
});

Deno.test("the site vouches for its own data, and not for the reader's", async () => {
  const files = new PageFiles();
  files.vouch("/data/test.csv", () => Promise.resolve(Uint8Array.of(7)));
  files.folder = "/notebooks";
  assertEquals(files.vouchesFor("../data/test.csv"), true);
  assertEquals(await files.labelsOf("../data/test.csv"), Uint8Array.of(7));
  await files.write("/data/test.csv.cache", () => Promise.resolve(), { replace: true });
  files.put("/data/test.csv", bytesOf("the reader's own"));
  assertEquals(files.vouchesFor("/data/test.csv"), false);
  assertEquals(await files.labelsOf("/data/test.csv"), undefined);
  assertEquals(await files.exists("/data/test.csv.cache"), false);
});

Deno.test("a lock on a page's file is given once at a time, by whatever path", async () => {
  const files = new PageFiles();
  files.folder = "/notebooks";
  const lock = await files.lock("t");
  assertEquals(await files.lock("/notebooks/t"), undefined);
  await lock![Symbol.asyncDispose]();
  assertEquals(await files.lock("../notebooks/t") !== undefined, true);
});
