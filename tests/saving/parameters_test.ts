import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  ArgumentError,
  DataError,
  fingerprint,
  initParameters,
  loadParameters,
  Matrix,
  type Parameters,
  saveParameters,
  ShapeError,
  transpose,
} from "glassnet";
import { namesIn, temporaryFolder } from "../data/files.ts";
import { smallParameters } from "./small_parameters.ts";

const names = ["W1", "b1", "W2", "b2"] as const;

function assertSameBits(found: Parameters, expected: Parameters): void {
  for (const name of names) {
    assertEquals(found[name].shape, expected[name].shape);
    assertEquals(found[name].dtype, expected[name].dtype);
    const [a, b] = [found[name], expected[name]].map(({ values }) => [...values]);
    assert(a.every((x, k) => Object.is(x, b[k])), `${name} differs`);
  }
}

Deno.test("loadParameters() gives what saveParameters() was given, bit for bit", async () => {
  using folder = temporaryFolder();
  const path = folder.path("network");
  await fc.assert(
    fc.asyncProperty(smallParameters(7, 9), async ({ parameters, names }) => {
      await saveParameters(path, parameters, { names, overwrite: true });
      const loaded = await loadParameters(path);
      assertSameBits(loaded, parameters);
      assertEquals(fingerprint(loaded), fingerprint(parameters));
    }),
    { numRuns: 60 },
  );
});

Deno.test("saveParameters() writes transposed matrices as what they show", async () => {
  using folder = temporaryFolder();
  const parameters = initParameters({ inputs: 3, hidden: 2 });
  const turned = { ...parameters, W1: transpose(Matrix.from(transpose(parameters.W1).toArray())) };
  await saveParameters(folder.path("n"), turned);
  assertSameBits(await loadParameters(folder.path("n")), parameters);
  assertEquals(fingerprint(turned), fingerprint(parameters));
});

Deno.test("saveParameters() replaces a file only when told to", async () => {
  using folder = temporaryFolder();
  const path = folder.path("n");
  Deno.writeTextFileSync(path, "mine");
  const parameters = initParameters({ inputs: 2 });
  const error = await assertRejects(
    () => saveParameters(path, parameters),
    DataError,
    "{ overwrite: true }",
  );
  assertEquals(error.file, path);
  assertEquals(Deno.readTextFileSync(path), "mine");
  await saveParameters(path, parameters, { overwrite: true });
  assertSameBits(await loadParameters(path), parameters);
  assertEquals(namesIn(folder.path(".")), ["n"]);
});

Deno.test("saveParameters() refuses what is no network, and writes nothing", async () => {
  using folder = temporaryFolder();
  const path = folder.path("n");
  const good = initParameters({ inputs: 4, hidden: 3 });
  const float32 = initParameters({ inputs: 4, hidden: 3, dtype: "float32" });
  const wrong: [unknown, string][] = [
    [undefined, "but found undefined"],
    [{ ...good, b2: [1, 2] }, "but found an array as b2"],
    [{ ...good, b1: good.b2 }, "expected b1 to be 3 x 1, but found 10 x 1"],
    [{ ...good, W2: transpose(good.W2) }, "expected W2 to be 3 x 3, but found 3 x 10"],
    [{ ...good, b2: good.b1 }, "expected b2 to be 10 x 1, but found 3 x 1"],
    [{ ...good, b2: float32.b2 }, "one number format, but found float64 and float32"],
  ];
  for (const [parameters, words] of wrong) {
    await assertRejects(() => saveParameters(path, parameters as Parameters), ArgumentError, words);
    assertThrows(() => fingerprint(parameters as Parameters), ArgumentError, words);
  }
  const names = "keras" as "pytorch";
  await assertRejects(() => saveParameters(path, good, { names }), ArgumentError, 'found "keras"');
  await assertRejects(() => saveParameters(path, { ...good, b1: good.b2 }), ShapeError);
  await assertRejects(() => saveParameters(folder.path("no/n"), good), DataError, "no such folder");
  assertEquals(namesIn(folder.path(".")), []);
});

Deno.test("fingerprint() differs where one bit does", () => {
  const parameters = initParameters({ seed: 42 });
  for (const name of names) {
    const A = parameters[name];
    const values = A.values.slice();
    new Uint8Array(values.buffer)[values.byteLength - 8] ^= 1;
    const other = { ...parameters, [name]: new Matrix(A.rows, A.cols, values) };
    assert(fingerprint(other) !== fingerprint(parameters), name);
  }
});
