import { assertEquals, assertRejects } from "@std/assert";
import { files } from "../../lib/host/deno_files.ts";
import {
  DataError,
  initParameters,
  loadParameters,
  readDigits,
  saveParameters,
  train,
  writeSubmission,
} from "glassnet";
import { csv, header, namesIn, row, temporaryFolder } from "../data/files.ts";
import { patterns } from "../training/small_digits.ts";
import { FullDisk } from "./full_disk.ts";

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

Deno.test("files.write() removes what a killed process left, and nothing else", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const others = ["t.mine.tmp", "t2.7-0.tmp", "t.7-0.tmp.csv"];
  for (const name of ["t.7-0.tmp", "t.8-12.tmp", ...others]) {
    Deno.writeTextFileSync(folder.path(name), "half");
  }
  // Somebody is still writing this one.
  using held = await Deno.open(folder.path("t.9-1.tmp"), { write: true, create: true });
  await held.lock(true);
  const failing = () => Promise.reject(new Error("no more"));
  await assertRejects(() => files.write(path, failing, { replace: true }), Error, "no more");
  assertEquals(namesIn(folder.path(".")), ["t.9-1.tmp", ...others].sort());
  held.unlockSync();
  await files.write(path, (add) => add(content), { replace: true });
  assertEquals(namesIn(folder.path(".")), ["t", ...others].sort());
});

Deno.test("files.write() keeps links and modes", async () => {
  using folder = temporaryFolder();
  Deno.mkdirSync(folder.path("elsewhere"));
  Deno.writeTextFileSync(folder.path("elsewhere/t"), "old");
  Deno.chmodSync(folder.path("elsewhere/t"), 0o640);
  Deno.symlinkSync("elsewhere/t", folder.path("link"));
  Deno.symlinkSync("link", folder.path("link to link"));
  Deno.symlinkSync("elsewhere/new", folder.path("link to nowhere"));
  for (const name of ["link", "link to link", "link to nowhere"]) {
    await files.write(folder.path(name), (add) => add(content), { replace: true });
    assertEquals(Deno.lstatSync(folder.path(name)).isSymlink, true);
    assertEquals(Deno.readTextFileSync(folder.path(name)), "new");
  }
  assertEquals(Deno.statSync(folder.path("elsewhere/t")).mode! & 0o777, 0o640);
  assertEquals(namesIn(folder.path("elsewhere")), ["new", "t"]);
});

/** What stands in the place of a file, and what is said of it. */
const unwritable: Record<string, [(path: string) => unknown, string]> = {
  "a folder": [(path) => Deno.mkdirSync(path), "a folder has this name"],
  "a pipe": [
    (path) => new Deno.Command("mkfifo", { args: [path] }).outputSync(),
    "a device or a pipe",
  ],
  "a device": [(path) => Deno.symlinkSync("/dev/full", path), "a device or a pipe"],
  "a file that nobody may write to": [
    (path) => {
      Deno.writeTextFileSync(path, "kept");
      Deno.chmodSync(path, 0o444);
    },
    "the file is read-only",
  ],
  "a link to itself": [(path) => Deno.symlinkSync(path, path), "a link to itself"],
};

for (const [what, [make, words]] of Object.entries(unwritable)) {
  Deno.test(`what saves says that ${what} is in the place of its file`, async () => {
    using folder = temporaryFolder();
    const path = folder.path("t");
    make(path);
    const parameters = initParameters({ inputs: 3, hidden: 2 });
    for (
      const save of [
        () => saveParameters(path, parameters, { overwrite: true }),
        () => writeSubmission(path, [1], { overwrite: true }),
        () => train(patterns(), { iterations: 1, checkpoint: { path, overwrite: true } }),
      ]
    ) {
      const error = await assertRejects(save, DataError, words);
      assertEquals(error.file, path);
    }
    assertEquals(namesIn(folder.path(".")), ["t"]);
  });
}

Deno.test("what saves says that the disk is full, or the name too long, and reads no pipe", async () => {
  using folder = temporaryFolder();
  const parameters = initParameters({ inputs: 3, hidden: 2 });
  const long = folder.path("n".repeat(300));
  await assertRejects(() => saveParameters(long, parameters), DataError, "the name is too long");
  // The temporary file's name is longer, and must not be what is too long.
  const name = "ü".repeat(125);
  await saveParameters(folder.path(name), parameters);
  assertEquals(namesIn(folder.path(".")), [name]);
  await assertRejects(
    () => saveParameters(folder.path(`${name}/n`), parameters),
    DataError,
    "no folder. Correct the path",
  );
  const disk = new FullDisk();
  disk.isFull = true;
  try {
    const save = () => saveParameters(folder.path(name), parameters, { overwrite: true });
    await assertRejects(save, DataError, "the disk is full");
  } finally {
    disk.restore();
  }
  await loadParameters(folder.path(name));
  assertEquals(namesIn(folder.path(".")), [name]);

  new Deno.Command("mkfifo", { args: [folder.path("pipe")] }).outputSync();
  await assertRejects(() => loadParameters(folder.path("pipe")), DataError, "a device or a pipe");
  await assertRejects(() => readDigits(folder.path("pipe")), DataError, "not a file");
  Deno.writeTextFileSync(folder.path("t.csv"), csv(header, row(5, 9)));
  new Deno.Command("mkfifo", { args: [folder.path("t.csv.cache")] }).outputSync();
  assertEquals(
    (await readDigits(folder.path("t.csv"))).count,
    1,
    "a pipe as its cache does no harm",
  );
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
