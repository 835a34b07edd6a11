import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Answers, bugCurves, check, trainingGrid } from "glassnet";
import { type Bug, bugTrainings } from "../../lib/exercises/pieces/bug_trainings.ts";
import { curves, signs } from "../../lib/exercises/pieces/find_the_bug.ts";

const trainings = await bugTrainings();

/** What each sentence of a wrong diagnosis asks for, as a reader would see it in the curves. */
const seen: Record<Bug, (moments: typeof trainings.zeros) => boolean> = {
  zeros: (moments) => moments.every(({ moved: { W1, b1, W2 } }) => W1 + b1 + W2 === 0),
  "learning-rate": (moments) => {
    const losses = moments.map(({ loss }) => loss);
    const rises = losses.filter((loss, k) => k > 0 && loss > losses[k - 1] + 0.1);
    return losses[0] < 3 && rises.length >= 5;
  },
  labels: (moments) => {
    const { accuracy, devAccuracy } = moments[moments.length - 1];
    return accuracy > 0.25 && devAccuracy < 0.15;
  },
  scale: (moments) => moments[0].loss > 50,
  sum: (moments) => {
    const { accuracy, moved } = moments[moments.length - 1];
    return accuracy > 0.9 && moved.b2 < 1e-9 && moved.b1 > 0.1;
  },
};

for (const bug of Object.keys(signs) as Bug[]) {
  Deno.test(`bugCurves(): what the check says of "${bug}" is true of its curves and of no others`, () => {
    const fitting = (Object.keys(trainings) as Bug[]).filter((one) => seen[bug](trainings[one]));
    assertEquals(fitting, [bug]);
  });
}

Deno.test("bugCurves() draws five rows of three pictures, the same every time", async () => {
  const figure = await bugCurves();
  assertEquals(JSON.stringify(await bugCurves()), JSON.stringify(figure));
  assertEquals(figure.data.length, 5 * 7);
  assertEquals(new Set(figure.data.map((trace) => (trace as { xaxis: string }).xaxis)).size, 15);
  // Within a picture the lines differ in color, and in dash or marker.
  for (const column of [figure.data.slice(1, 3), figure.data.slice(3, 7)]) {
    for (const look of ["line.color", "line.dash", "marker.symbol"]) {
      const [part, name] = look.split(".");
      const looks = column.map((trace) =>
        (trace as Record<string, Record<string, string>>)[part][name]
      );
      assertEquals(new Set(looks).size, column.length, look);
    }
  }
});

Deno.test("trainingGrid() throws if there is no training", () => {
  let message = "";
  try {
    trainingGrid({});
  } catch (error) {
    message = String(error);
  }
  assertStringIncludes(message, "trainingGrid expected trainings by name");
});

const bugs = Object.keys(signs) as Bug[];

/** All ways to give the five diagnoses. */
function orders(bugs: Bug[]): Bug[][] {
  if (bugs.length === 0) return [[]];
  return bugs.flatMap((bug) =>
    orders(bugs.filter((other) => other !== bug)).map((rest) => [bug, ...rest])
  );
}

Deno.test("check.findTheBug() says how many of five are right, and not which", async () => {
  assertEquals((await check.findTheBug(curves)).verdict, "right");
  for (const order of orders(bugs)) {
    const answers = Object.fromEntries(Object.keys(curves).map((curve, k) => [curve, order[k]]));
    const right = Object.values(curves).filter((bug, k) => bug === order[k]).length;
    const { verdict, message } = await check.findTheBug(answers);
    if (right === 5) {
      assertEquals(verdict, "right");
      continue;
    }
    assertEquals(verdict, "wrong");
    assert(message.startsWith(`${right} of the five are right.`), message);
    // What each curve is asked for depends on the answer alone.
    for (const [curve, bug] of Object.entries(answers)) {
      assertStringIncludes(message, `${curve}: ${signs[bug]}`);
    }
  }
});

Deno.test("check.findTheBug() says nothing of fewer than five, and of what is no answer", async () => {
  const answerOf = async (answers: unknown) => await check.findTheBug(answers as Answers);
  const verdictOf = async (answers: unknown) => (await answerOf(answers)).verdict;
  assertEquals(await verdictOf({ a: "...", b: "", c: "?", d: undefined }), "unwritten");
  for (const nothing of [undefined, null, 7, "a", []]) {
    assertEquals(await verdictOf(nothing), "unwritten");
  }
  for (const bug of bugs) {
    const { verdict, message } = await answerOf({ a: bug });
    assertEquals([verdict, message], ["unwritten", (await answerOf({ a: "zeros" })).message]);
  }
  assertEquals(await verdictOf({ ...curves, b: "alpha" }), "failed");
  assertEquals(await verdictOf({ ...curves, b: "toString" }), "failed");
  // One answer for all five would say in which place it is right, were it taken.
  const all = Object.fromEntries(Object.keys(curves).map((curve) => [curve, "zeros"]));
  assertStringIncludes((await answerOf(all)).message, "is given more than once");
});
