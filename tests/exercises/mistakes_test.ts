import { assertEquals } from "@std/assert";
import "glassnet";
import { checkAll } from "../../lib/exercises/run_pieces.ts";
import { registered } from "../../lib/exercises/registry.ts";
import { students } from "./students.ts";

for (const exercise of registered()) {
  if (exercise.kind === "question") continue;
  const written = Object.entries(students[exercise.name as keyof typeof students]);
  Deno.test(`check.${exercise.name}() finds a right one right, and names three wrong ones`, async () => {
    const checked = await checkAll(exercise, written.map(([, fn]) => fn));
    assertEquals(
      checked.map(({ verdict, mistake, message }) =>
        verdict === "right" || verdict === "mistake" ? mistake ?? verdict : `${verdict}: ${message}`
      ),
      written.map(([id]) => id),
    );
  });
}
