import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ArgumentError, exercise, type Matrix, scale, transpose } from "glassnet";
import { brokenLaws } from "../../lib/exercises/laws.ts";
import { registered } from "../../lib/exercises/registry.ts";

const names: string[] = [];
for (const exercise of registered()) {
  names.push(exercise.name);
  if (exercise.kind === "question") continue;
  Deno.test(`${exercise.name}: right is right, and each known mistake is recognized as itself`, async () => {
    assertEquals(await brokenLaws(exercise), []);
  });
}

Deno.test("Glassnet's own exercises register themselves in the order of the notebooks", () => {
  const own = [
    ...["transpose", "add", "matmul", "thirdLayer"],
    ...["relu", "softmax", "oneHot", "forward", "crossEntropy", "leakyRelu"],
    ...["dZ2", "dW2", "db2", "dZ1", "dW1", "db1", "squaredErrorGradient"],
    ...["update", "trainLoop", "decayStep"],
    ...["confusionMatrix", "findTheBug", "fallingRate"],
  ];
  assertEquals(names, own);
  for (const { name, hints } of registered()) assertEquals(hints.length, 3, name);
});

/** An exercise, well made but for what is given. */
const doubled = (mistakes: NonNullable<Parameters<typeof exercise>[0]["mistakes"]>, telling = 3) =>
  exercise({
    name: "doubled",
    call: "doubled(A)",
    gives: "2 A",
    right: (A: Matrix) => scale(A, 2),
    mistakes,
    hints: ["How large is twice 3?"],
    trials: ({ X }) => [[X], [scale(X, telling)]],
  });

Deno.test("brokenLaws() tells every kind of mistake that could not be recognized", async () => {
  const broken = async (mistakes: Parameters<typeof doubled>[0]) =>
    (await brokenLaws(doubled(mistakes))).join("\n");
  const same = (A: Matrix) => A;
  assertEquals(await broken({ same: ["This is A.", same], transposed: "Turned." }), "");
  assertStringIncludes(
    await broken({ none: ["No.", (A) => scale(A, 2)] }),
    "is right in every trial",
  );
  assertStringIncludes(await broken({ a: ["A.", same], b: ["B.", same] }), "looks like way 1 of a");
  assertStringIncludes(
    await broken({
      fails: ["No.", () => {
        throw new Error("no");
      }],
    }),
    "fails in every trial",
  );
  assertStringIncludes(await broken({ "unheard-of": "No." }), "has no code");
  // What the check finds by itself must not be hidden by another mistake.
  assertStringIncludes(
    await broken({ turned: ["Turned.", (A) => transpose(scale(A, 2))], transposed: "T." }),
    "is judged as turned",
  );
});

Deno.test("exercise() says what is missing", () => {
  const good = {
    name: "half",
    call: "half(A)",
    gives: "A / 2",
    right: (A: Matrix) => scale(A, 0.5),
    hints: ["Halve it."],
    trials: () => [],
  };
  const bad: [changed: object, says: string][] = [
    [{ name: "ha lf" }, 'exercise expected a name such as "dW2"'],
    [{ call: "other(A)" }, 'such as "half(A)", but found "other(A)"'],
    [{ gives: undefined }, "in words"],
    [{ right: 7 }, "to be the right function, but found 7"],
    [{ trials: [] }, "gives the arguments of each trial"],
    [{ hints: "one" }, "an array of texts"],
    [{ mistakes: { "Big One": ["No.", good.right] } }, 'such as "sign-missing"'],
    [{ mistakes: { one: ["no full stop", good.right] } }, "with its full stop"],
    [{ mistakes: { one: ["No."] } }, "made by functions"],
  ];
  for (const [changed, says] of bad) {
    const error = assertThrows(() => exercise({ ...good, ...changed } as never), ArgumentError);
    assert((error as Error).message.includes(says), (error as Error).message);
  }
});
