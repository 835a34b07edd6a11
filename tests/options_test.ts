/** Every function of `mod.ts` that takes options knows its own, and refuses all others. */
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import * as glassnet from "glassnet";
import { ArgumentError } from "glassnet";
import { calls } from "../tools/fuzz/calls.ts";
import { inFolder } from "../tools/fuzz/in_folder.ts";
import { exportedOptions } from "./exported_options.ts";

const { check, digitImage, initParameters, Matrix, split, train } = glassnet;
const all = await exportedOptions();

/** What a call with these options throws, as text; nothing where it works. */
async function refusal(name: string, index: number, changed: object): Promise<string> {
  const args = calls[name].args();
  args[index] = { ...args[index] as object, ...changed };
  try {
    // deno-lint-ignore no-explicit-any
    await (calls[name].call ?? (glassnet as any)[name])(...args);
    return "";
  } catch (error) {
    return String(error);
  }
}

/** A name with a slip in it, as fingers make them. */
const slip = (name: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(name.length - 1), fc.nat(4)).map(([at, what]) =>
    [
      name.slice(0, at) + name.slice(at + 1), // a letter is missing
      name.slice(0, at) + name[at] + name.slice(at), // is there twice
      name.slice(0, at) + "x" + name.slice(at + 1), // is another one
      name.toLowerCase(),
      name.toUpperCase(),
    ][what]
  );

Deno.test("functions with options are found by themselves", () => {
  const found = all.map(({ name }) => name);
  for (const name of ["train", "split", "loadDigits", "heatmap"]) assert(found.includes(name));
  const { names } = all.find(({ name }) => name === "train")!;
  // Its own, those of a training, and those of initParameters but for two.
  for (const option of ["live", "resume", "iterations", "seed"]) assert(names.includes(option));
  assert(!names.includes("classes"));
});

for (const { name, index, names } of all) {
  Deno.test(`${name}() takes every option that it documents`, () =>
    inFolder(async () => {
      for (const option of names) {
        const found = await refusal(name, index, { [option]: undefined });
        assert(!found.includes("has no option"), found);
      }
    }));

  Deno.test(`${name}() refuses a misspelt option, and says which one was meant`, () =>
    inFolder(async () => {
      for (const option of names) {
        const found = await refusal(name, index, { [option.toUpperCase()]: 1 });
        assertEquals(
          found,
          `ArgumentError: ${name} has no option ${option.toUpperCase()}; did you mean ${option}?`,
        );
      }
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...names).chain(slip), async (misspelt) => {
          fc.pre(!names.includes(misspelt));
          const found = await refusal(name, index, { [misspelt]: undefined });
          assert(found.startsWith(`ArgumentError: ${name} has no option`), found);
          assert(names.some((option) => found.includes(option)), found);
        }),
        { numRuns: 20, seed: 1 },
      );
    }));
}

Deno.test("an option that is like none is refused with the list of all", () => {
  const digits = { X: Matrix.zeros(784, 3), count: 3 };
  assertThrows(
    () => split(digits, { fraction: 0.1 } as never),
    ArgumentError,
    "split has no option fraction. Its options are dev, seed.",
  );
  assertThrows(
    () => initParameters({ ["x".repeat(1000)]: 1, "\n": 2 } as never),
    ArgumentError,
    `initParameters has no option "${"x".repeat(40)}...". Its options are`,
  );
});

Deno.test("options within options are known too", async () => {
  const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(3), count: 1 };
  assertThrows(
    () => digitImage(digits, 0, { crop: { row: 0, colum: 0, rows: 5, columns: 5 } as never }),
    ArgumentError,
    "The crop has no option colum; did you mean column?",
  );
  await assertRejects(
    () => train(digits, { checkpoint: { path: "never-written", ever: 5 } as never }),
    ArgumentError,
    "train's checkpoint has no option ever; did you mean every?",
  );
});

Deno.test("a checkpoint and a resume of the wrong type are refused in a sentence", async () => {
  const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(3), count: 1 };
  const wrong: [object, string][] = [
    [{ checkpoint: "a.safetensors" }, "its options as an object, such as { path: ... }, but found"],
    [{ checkpoint: {} }, "train's checkpoint expected a path, such as"],
    [{ checkpoint: { path: 3 } }, "train's checkpoint expected a path, such as"],
    [{ resume: { path: "a.safetensors" } }, "train's resume expected a path, such as"],
    [{ resume: true }, "train's resume expected a path, such as"],
  ];
  for (const [options, words] of wrong) {
    await assertRejects(() => train(digits, { iterations: 0, ...options }), Error, words);
  }
});

Deno.test("check's functions know their one option, and findTheBug its five curves", async () => {
  const written = () => undefined;
  await assertRejects(
    () => check.dW2(written, { use: {} } as never),
    ArgumentError,
    "check.dW2 has no option use; did you mean uses?",
  );
  const { verdict, message } = await check.findTheBug({ A: "zeros" } as never);
  assertEquals([verdict, message], ["failed", "There is no curve A. The five are a, b, c, d, e."]);
});
