import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { cacheOf, readCache } from "../../lib/data/cache.ts";
import { DataError } from "../../lib/data/errors.ts";
import { readDigits } from "../../lib/data/read_digits.ts";
import { csv, header, namesIn, pixelNames, row, temporaryFolder } from "./files.ts";

const text = csv(header, row(7, 0, 200), row(1, 3, 4, 5), row(4));

Deno.test("readCache() gives what the CSV gave, with labels and without", async () => {
  using folder = temporaryFolder();
  for (const content of [text, csv(pixelNames, row(9, 8).slice(2))]) {
    const file = folder.path("t.csv");
    Deno.writeTextFileSync(file, content);
    const digits = await readDigits(file);
    assertEquals(await readCache(file), digits);
    assertEquals(namesIn(folder.path(".")), ["t.csv", "t.csv.cache"]);
  }
});

Deno.test("readDigits() reads the cache where it can", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, text);
  await readDigits(file);
  const { ino } = Deno.statSync(cacheOf(file));
  await readDigits(file);
  assertEquals(Deno.statSync(cacheOf(file)).ino, ino, "the cache was not made again");
});

Deno.test("readDigits() makes a damaged cache again", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, text);
  const digits = await readDigits(file);
  const whole = Deno.readFileSync(cacheOf(file));
  const damage = fc.oneof(
    fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) =>
      whole.with(at, whole[at] ^ flip)
    ),
    fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
    fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Uint8Array.of(...whole, ...more)),
    fc.uint8Array(),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (damaged) => {
      Deno.writeFileSync(cacheOf(file), damaged);
      assertEquals(await readCache(file), undefined);
      assertEquals(await readDigits(file), digits);
      assertEquals(Deno.readFileSync(cacheOf(file)), whole);
    }),
    { numRuns: 200 },
  );
});

Deno.test("readDigits() notices an edit that keeps size and time", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  const time = new Date("2020-02-02");
  for (const pixel of [100, 200, 101]) {
    Deno.writeTextFileSync(file, csv(header, row(7, pixel)));
    Deno.utimeSync(file, time, time);
    assertEquals((await readDigits(file)).X.get(0, 0), pixel / 255);
  }
});

Deno.test("readDigits() does not take another file's cache", async () => {
  using folder = temporaryFolder();
  const [one, other] = [folder.path("one.csv"), folder.path("other.csv")];
  Deno.writeTextFileSync(one, csv(header, row(1, 11)));
  Deno.writeTextFileSync(other, csv(header, row(1, 22)));
  await readDigits(one);
  Deno.copyFileSync(cacheOf(one), cacheOf(other));
  assertEquals((await readDigits(other)).X.get(0, 0), 22 / 255);
});

Deno.test("readDigits() keeps to the CSV: a cache alone is no data", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, text);
  await readDigits(file);
  Deno.writeTextFileSync(file, csv(header, row(10)));
  await assertRejects(() => readDigits(file), DataError, "label");
  Deno.removeSync(file);
  await assertRejects(() => readDigits(file), DataError, "no such file");
});

Deno.test("readDigits() works where no cache can be written", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, text);
  Deno.mkdirSync(cacheOf(file)); // a folder in its place
  Deno.writeTextFileSync(`${cacheOf(file)}/keep`, "");
  assertEquals((await readDigits(file)).count, 3);
  assertEquals(namesIn(folder.path(".")), ["t.csv", "t.csv.cache"], "nothing half-done is left");
});

Deno.test({
  name: "readDigits() works without the permission to write",
  permissions: { read: "inherit", write: false },
  fn: async () => {
    const file = new URL("../../data/sample_test.csv", import.meta.url);
    assertEquals((await readDigits(file)).count, 50);
  },
});

Deno.test("readDigits() may be called twice at a time", async () => {
  using folder = temporaryFolder();
  const file = folder.path("t.csv");
  Deno.writeTextFileSync(file, text);
  const [a, b] = await Promise.all([readDigits(file), readDigits(file)]);
  assertEquals(a, b);
  assert(await readCache(file));
  assertEquals(namesIn(folder.path(".")), ["t.csv", "t.csv.cache"]);
});
