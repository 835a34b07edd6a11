import { assertEquals, assertThrows } from "@std/assert";
import "../../lib/host/deno.ts";
import { CheckResult } from "../../lib/exercises/check_result.ts";
import { failIfGrading, NotRightError } from "../../lib/exercises/grading.ts";

const result = (verdict: "right" | "mistake") =>
  new CheckResult("dW2", { verdict, message: "The 1/m is missing.", printed: "" });

Deno.test("failIfGrading() throws what the check says, only for a grader and only if it is not right", () => {
  const variable = "GLASSNET_GRADING";
  const before = Deno.env.get(variable);
  try {
    Deno.env.delete(variable);
    failIfGrading(result("mistake"));
    Deno.env.set(variable, "1");
    failIfGrading(result("right"));
    assertThrows(() => failIfGrading(result("mistake")), NotRightError, "The 1/m is missing.");
  } finally {
    if (before === undefined) Deno.env.delete(variable);
    else Deno.env.set(variable, before);
  }
  assertEquals(Deno.env.get(variable), before);
});
