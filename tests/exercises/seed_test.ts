import { assertEquals, assertRejects } from "@std/assert";
import { ArgumentError, check, type Exercise, exercise, Matrix, scale } from "glassnet";
import { brokenLaws } from "../../lib/exercises/laws.ts";
import { seedOf } from "../../lib/exercises/seed.ts";

/** Twice a number that depends on the student. */
const twice = (name: string, number: (seed: number) => number) =>
  exercise({
    name,
    call: `${name}(A)`,
    gives: "2 A, as large as A",
    right: (A: Matrix) => scale(A, 2),
    mistakes: { "as-it-was": ["This is A.", (A) => A] },
    hints: ["How large is twice 3?"],
    trials: (_, seed) => [[Matrix.from([[number(seed)]])]],
  });

Deno.test("a student's seed is a whole number of the name, and the same for each way to write it", () => {
  assertEquals(seedOf("ada"), fnv("ada") % 1_000_000 + 1);
  assertEquals(seedOf(" Ada "), seedOf("ada"));
  assertEquals(seedOf("Zoe\u0301"), seedOf("zo\u00e9"));
  assertEquals(seedOf(), 0);
  const seeds = Array.from({ length: 200 }, (_, k) => seedOf(`student ${k}`));
  assertEquals(new Set(seeds).size, 200);
});

/** FNV-1a with whole numbers of any size. */
function fnv(text: string): number {
  let hash = 2166136261n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = (hash ^ BigInt(byte)) * 16777619n % 2n ** 32n;
  }
  return Number(hash);
}

Deno.test("check() tries a student's function on the numbers of that student", async () => {
  const one = twice("twiceOfOwn", (seed) => seed);
  const ofAda = 2 * seedOf("ada");
  const table = () => Matrix.from([[ofAda]]);
  const verdict = async (student?: string) =>
    (await check(one, table, { student, uses: { ofAda } })).verdict;
  assertEquals(await verdict("ada"), "right");
  assertEquals(await verdict("Ada"), "right");
  assertEquals(await verdict("ben") === "right", false);
  assertEquals(await verdict() === "right", false);
  await assertRejects(
    () => check(one, table, { student: 7 as never }),
    ArgumentError,
    'student to be a name, such as "ada", but found 7',
  );
});

Deno.test("the laws hold for several students, and a seed must make a difference", async () => {
  const broken = (name: string, number: (seed: number) => number) =>
    brokenLaws(twice(name, number) as unknown as Exercise);
  assertEquals(await broken("twiceSeeded", (seed) => seed + 1), []);
  assertEquals(await broken("twiceFixed", () => 3), [
    "The trials take a seed, and are the same for different students.",
  ]);
  // The mistake is one only with numbers below 2, which no student gets.
  const one = exercise({
    ...twice("twiceIfLarge", (seed) => seed + 1),
    mistakes: { small: ["It is not doubled.", (A: Matrix) => scale(A, A.get(0, 0) < 2 ? 1 : 2)] },
  });
  assertEquals(
    (await brokenLaws(one as unknown as Exercise))[0],
    "For the student ada: way 1 of small is right in every trial.",
  );
});
