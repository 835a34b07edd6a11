import { assertEquals, assertRejects } from "@std/assert";
import { files } from "../../lib/host/deno_files.ts";
import { namesIn, temporaryFolder } from "../data/files.ts";

type Add = (bytes: Uint8Array) => Promise<void>;

const encoder = new TextEncoder();
const content = encoder.encode("new");

Deno.test("files.write() leaves the old file whole when writing fails", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  Deno.writeTextFileSync(path, "old");
  const failing = async (add: Add) => {
    await add(content);
    assertEquals(Deno.readTextFileSync(path), "old", "nothing is there before all of it is");
    throw new Error("the disk is full");
  };
  await assertRejects(() => files.write(path, failing, { replace: true }), Error, "disk is full");
  assertEquals(Deno.readTextFileSync(path), "old");
  assertEquals(namesIn(folder.path(".")), ["t"]);
  await files.write(path, (add) => add(content), { replace: true });
  assertEquals(Deno.readTextFileSync(path), "new");
});

Deno.test("files.write() replaces nothing if it should not, also what came meanwhile", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const write = async (add: Add) => {
    await add(content);
    Deno.writeTextFileSync(path, "a user's");
  };
  for (let k = 0; k < 2; k++) {
    await assertRejects(
      () => files.write(path, write, { replace: false }),
      Deno.errors.AlreadyExists,
    );
    assertEquals(Deno.readTextFileSync(path), "a user's");
    assertEquals(namesIn(folder.path(".")), ["t"]);
  }
});

Deno.test("files.write() may be called twice at a time", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const slowly = (content: string) => async (add: Add) => {
    for (const character of content) await add(encoder.encode(character));
  };
  await Promise.all(
    ["aaaaaaaa", "bbbb"].map((content) => files.write(path, slowly(content), { replace: true })),
  );
  assertEquals(["aaaaaaaa", "bbbb"].includes(Deno.readTextFileSync(path)), true);
  assertEquals(namesIn(folder.path(".")), ["t"]);
});

Deno.test("files.write() removes what a killed process left an hour ago, and nothing else", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const [stale, fresh] = ["t.7-0.tmp", "t.8-0.tmp"];
  const others = ["t.mine.tmp", "t2.7-0.tmp", "t.7-0.tmp.csv"];
  const age = (name: string, minutes: number) => {
    const then = new Date(Date.now() - minutes * 60_000);
    Deno.writeTextFileSync(folder.path(name), "half");
    Deno.utimeSync(folder.path(name), then, then);
  };
  age(stale, 61);
  age(fresh, 59); // Somebody may still be writing it.
  for (const name of others) age(name, 120);
  const failing = () => Promise.reject(new Error("the disk is full"));
  await assertRejects(() => files.write(path, failing, { replace: true }), Error, "disk is full");
  assertEquals(namesIn(folder.path(".")), [stale, fresh, ...others].sort());
  await files.write(path, (add) => add(content), { replace: true });
  assertEquals(namesIn(folder.path(".")), ["t", fresh, ...others].sort());
});

Deno.test("files reads a server's files as it reads a folder's, and asks once for each", async () => {
  let asked = 0;
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, (request) => {
    asked++;
    return new URL(request.url).pathname === "/data/t.csv"
      ? new Response("0123456789")
      : new Response("no", { status: 404 });
  });
  const folder = files.pathOf(new URL(`http://127.0.0.1:${server.addr.port}/data`));
  const path = files.join(folder, "t.csv");
  assertEquals(await files.stat(path), { isFile: true, isDirectory: false, size: 10 });
  assertEquals([await files.exists(path), await files.exists(`${path}.cache`)], [true, false]);
  assertEquals(new TextDecoder().decode(await files.read(path)), "0123456789");
  using file = await files.open(path);
  const buffer = new Uint8Array(4);
  await file.seek(7, 0);
  assertEquals([await file.read(buffer), await file.read(buffer)], [3, null]);
  assertEquals(new TextDecoder().decode(buffer.subarray(0, 3)), "789");
  assertEquals(asked, 2);
  await assertRejects(() => files.read(`${path}.cache`), Deno.errors.NotFound);
  await assertRejects(
    () => files.write(path, (add) => add(content), { replace: true }),
    Deno.errors.NotCapable,
  );
});
