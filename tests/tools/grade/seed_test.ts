import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { exercise, Matrix, scale } from "glassnet";
import { registered } from "../../../lib/exercises/registry.ts";
import { seedOf } from "../../../lib/exercises/seed.ts";
import { decode } from "../../../lib/exercises/wire.ts";
import { freshTrials } from "../../../tools/grade/fresh.ts";

Deno.test("grading takes an exercise's seed from the student's name", async () => {
  const one = exercise({
    name: "gradedBySeed",
    call: "gradedBySeed(A)",
    gives: "2 A, as large as A",
    right: (A: Matrix) => scale(A, 2),
    hints: ["How large is twice 3?"],
    trials: (_, seed) => [[Matrix.from([[seed + 0.5]])]],
  });
  const numbers = async (student?: string) => {
    const { all, fresh } = await freshTrials(one as never, 7, student);
    return all.toSpliced(fresh, 1).map(([arg]) => (decode(arg!) as Matrix).get(0, 0));
  };
  assertEquals(await numbers("ada"), [seedOf("ada") + 0.5]);
  assertEquals(await numbers("ben"), [seedOf("ben") + 0.5]);
  assertEquals(await numbers(), [0.5]);
});

Deno.test("each seed draws a trial of its own for every exercise, and the same seed the same", async () => {
  for (const one of registered()) {
    if (one.kind !== "function") continue;
    const [first, again, other] = await Promise.all(
      [7, 7, 8].map((seed) => freshTrials(one, seed)),
    );
    const drawn = ({ all, fresh }: typeof first) => JSON.stringify(all[fresh]);
    assertEquals(first, again, one.name);
    assertNotEquals(drawn(first!), drawn(other!), one.name);
    const known = first!.all.toSpliced(first!.fresh, 1).map((trial) => JSON.stringify(trial));
    assert(!known.includes(drawn(first!)), `${one.name}: everybody can see the trial`);
  }
});
