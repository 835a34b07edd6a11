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

Deno.test("a file of the browser is read piece by piece, as often as somebody opens it", async () => {
  const files = new PageFiles();
  // Longer than a piece, and read in parts that do not fit into one.
  const whole = Uint8Array.from({ length: 2 ** 20 + 1000 }, (_, i) => (i * 7) % 251);
  files.put("/data/train.csv", new Blob([whole]));
  assertEquals((await files.stat("/data/train.csv")).size, whole.length);
  using file = await files.open("/data/train.csv");
  const found: number[] = [];
  const buffer = new Uint8Array(65_000);
  for (let length; (length = await file.read(buffer)) !== null;) {
    found.push(...buffer.subarray(0, length));
  }
  assertEquals(Uint8Array.from(found), whole);
  await file.seek(5, 0);
  assertEquals(await file.read(new Uint8Array(3)), 3);
  await file.seek(2 ** 20 - 1, 0);
  const [one, more] = [new Uint8Array(1), new Uint8Array(2)];
  await file.read(one);
  await file.read(more);
  assertEquals([...one, ...more], [...whole.slice(2 ** 20 - 1, 2 ** 20 + 2)]);
  assertEquals(await files.read("/data/train.csv"), whole);
});

Deno.test("who takes a file away is noticed", async () => {
  const files = new PageFiles();
  const removed: string[] = [];
  files.onRemove = (path) => removed.push(path);
  files.folder = "/notebooks";
  files.put("a", bytesOf("a"));
  files.remove("a");
  assertEquals([removed, await files.exists("a")], [["/notebooks/a"], false]);
});
