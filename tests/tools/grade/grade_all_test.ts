/** What a machine that fails, a slow student and a stopped grading do to the others: nothing. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { gradeAll, type Ways } from "../../../tools/grade/grade_all.ts";
import type { GradedNotebook } from "../../../tools/grade/results.ts";
import type { Submission } from "../../../tools/grade/submissions.ts";
import { MachineFailure } from "../../../tools/grade/wall/process.ts";

const submission = (student: string, path = `${student}.ipynb`): Submission => ({ student, path });

function right({ student, path }: Submission): GradedNotebook {
  const pieces = [{ piece: "dZ2", verdict: "right" as const, message: "" }];
  return { student, path, exercise: "04.ipynb", pieces, problems: [], notes: [], look: [] };
}

/** Grades with a journal in memory. */
async function graded(
  submissions: Submission[],
  ways: Partial<Ways>,
  journal = new Map<string, GradedNotebook>(),
) {
  const { graded, waiting } = await gradeAll(submissions, {
    jobs: 3,
    limits: { student: 1000 },
    grade: (one) => Promise.resolve(right(one)),
    partsOf: () => Promise.resolve({ exercise: "04.ipynb", pieces: ["dZ2"] }),
    told: () => {},
    stopped: () => false,
    ...ways,
  }, {
    resultOf: ({ path }) => Promise.resolve(journal.get(path)),
    add: ({ path }, result) => Promise.resolve(void journal.set(path, result)),
  });
  const verdicts = graded.map(({ student, pieces }) => `${student} ${pieces[0]?.verdict}`);
  return { graded, verdicts, waiting, kept: [...journal.keys()].sort() };
}

Deno.test("what the machine prevented is tried again alone, then not judged, and not kept", async () => {
  const tries: string[] = [];
  let running = 0;
  const grade = async (one: Submission) => {
    tries.push(one.student);
    running++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const others = --running;
    const times = tries.filter((name) => name === one.student).length;
    if (one.student === "once" && times === 1) throw new MachineFailure("killed");
    if (one.student === "always") throw new MachineFailure("no process could be started");
    // Not only what is foreseen must not end the run.
    if (one.student === "surprise") throw new TypeError("of the grading itself");
    if (times === 2) assertEquals(others, 0);
    return right(one);
  };
  const class_ = ["a", "always", "once", "surprise", "z"].map((name) => submission(name));
  const journal = new Map<string, GradedNotebook>();
  const first = await graded(class_, { grade }, journal);
  assertEquals(first.verdicts, [
    ...["a right", "always unjudged", "once right", "surprise unjudged", "z right"],
  ]);
  assertEquals(first.kept, ["a.ipynb", "once.ipynb", "z.ipynb"]);
  assertEquals(first.graded[1]!.notes, ["the machine: no process could be started"]);
  assertEquals(tries.slice(-3), ["always", "once", "surprise"]);

  // The next run does only those two, and nobody gets another's result.
  tries.length = 0;
  const again = (one: Submission) => (tries.push(one.student), Promise.resolve(right(one)));
  const second = await graded(class_, { grade: again }, journal);
  assertEquals(second.verdicts, class_.map(({ student }) => `${student} right`));
  assertEquals(tries, ["always", "surprise"]);
});

Deno.test("a student's notebooks have a budget together, and the others are all graded", async () => {
  const grade = async (one: Submission) => {
    if (one.student === "slow") await new Promise((resolve) => setTimeout(resolve, 60));
    return right(one);
  };
  const class_ = [
    ...["1", "2", "3"].map((name) => submission("slow", `slow/${name}`)),
    ...["1", "2", "3"].map((name) => submission("z", `z/${name}`)),
  ];
  const { graded: all, verdicts } = await graded(class_, {
    grade,
    jobs: 1,
    limits: { student: 0.05 },
  });
  assertEquals(verdicts, [
    ...["slow right", "slow failed", "slow failed", "z right", "z right", "z right"],
  ]);
  assertEquals(all[1]!.problems, [
    "it was not run: this student's other notebooks took more than 0.05 s",
  ]);
});

Deno.test("after the minutes of the class no further notebook begins", async () => {
  const grade = async (one: Submission) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (one.student === "a") throw new MachineFailure("killed");
    return right(one);
  };
  const class_ = ["a", "b", "c"].map((name) => submission(name));
  const { verdicts, waiting } = await graded(class_, { grade, jobs: 1, minutes: 0.02 / 60 });
  assertEquals([verdicts, waiting], [[], 3]);
});

Deno.test("what ends after a signal is no result, and a journal that can't be written is an error", async () => {
  let isStopped = false;
  const grade = (one: Submission) => {
    isStopped ||= one.student === "b";
    return Promise.resolve(right(one));
  };
  const class_ = ["a", "b", "c"].map((name) => submission(name));
  const { verdicts, kept } = await graded(class_, { grade, jobs: 1, stopped: () => isStopped });
  assertEquals([verdicts, kept], [["a right"], ["a.ipynb"]]);

  const full = { set: () => assert(false, "the disk is full"), get: () => undefined };
  await assertRejects(() => graded(class_, {}, full as never), Error, "the disk is full");
});
