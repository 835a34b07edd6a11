import { assertEquals, assertStringIncludes } from "@std/assert";
import * as glassnet from "glassnet";
import { programOf } from "../../../lib/exercises/program.ts";
import { seedOf } from "../../../lib/exercises/seed.ts";
import { judge } from "../../../tools/grade/judge.ts";

const { exercise, Matrix, scale } = glassnet;

/** What grading says of a function that somebody handed in. */
const graded = (piece: string, fn: unknown, student: string, uses = {}) =>
  judge(piece, { kind: "program", program: programOf(fn, { ...glassnet }, uses) }, student);

Deno.test("grading says how many arguments a function takes and gets, as the check does", async () => {
  const written = (W1: never, b1: never, _W2: never, _b2: never, X: never) =>
    glassnet.add(glassnet.matmul(W1, X), b1);
  const { verdict, message } = await graded("forward", written, "ada");
  assertEquals(verdict, "failed");
  assertStringIncludes(
    message,
    "It takes 5 arguments, and is called with 2: forward(parameters, X)",
  );
});

Deno.test("grading takes an exercise's seed from the student's name", async () => {
  exercise({
    name: "gradedBySeed",
    call: "gradedBySeed(A)",
    gives: "2 A, as large as A",
    right: (A: glassnet.Matrix) => scale(A, 2),
    hints: ["How large is twice 3?"],
    trials: (_, seed) => [[Matrix.from([[seed]])]],
  });
  const ofAda = 2 * seedOf("ada");
  const table = () => Matrix.from([[ofAda]]);
  const verdict = async (student: string) =>
    (await graded("gradedBySeed", table, student, { ofAda })).verdict;
  // The same function to the letter, and yet not the same result.
  assertEquals(await verdict("ada"), "right");
  assertEquals(await verdict("ben") === "right", false);
});
