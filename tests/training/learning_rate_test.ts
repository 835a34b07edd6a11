import { assert, assertEquals, assertRejects } from "@std/assert";
import { ArgumentError, fingerprint, type HistoryEntry, type Stopped, train } from "glassnet";
import { temporaryFolder } from "../data/files.ts";
import { patterns } from "./small_digits.ts";

const digits = patterns();

/** What a schedule may do wrong in the middle of a training, and what is said of it. */
const failing: Record<string, [(iteration: number) => unknown, string]> = {
  "turns 0": [() => 0, "expected a number greater than 0, but found 0."],
  "turns negative": [() => -0.1, "expected a number greater than 0, but found -0.1."],
  "turns NaN": [() => NaN, "expected a number greater than 0, but found NaN."],
  "gives nothing": [() => undefined, "expected a number greater than 0, but found undefined."],
  "turns a promise": [() => Promise.resolve(0.1), "found a promise: is an await missing?"],
  "throws": [
    () => {
      throw new RangeError("no more rates");
    },
    "expected a number greater than 0, but it threw RangeError: no more rates.",
  ],
};

for (const [what, [fails, words]] of Object.entries(failing)) {
  const schedule = (iteration: number) => (iteration < 7 ? 0.3 : fails(iteration)) as number;

  Deno.test(`train() whose schedule ${what} ends there, and keeps what was reached`, async () => {
    const reports: (HistoryEntry & { iterations: number; stopped?: Stopped })[] = [];
    const { parameters, history, stopped } = await train(digits, {
      iterations: 50,
      learningRate: schedule,
      onProgress: (moment) => reports.push(moment),
    });
    const shorter = await train(digits, { iterations: 7, learningRate: 0.3 });
    assertEquals(history, shorter.history);
    assertEquals(fingerprint(parameters), fingerprint(shorter.parameters));
    assertEquals([stopped!.reason, stopped!.iteration], ["schedule", 7]);
    assert(stopped!.message.startsWith("Ended after 7 of 50 iterations: learningRate(7) expected"));
    assert(stopped!.message.includes(words), stopped!.message);
    assertEquals(reports.at(-1), { ...history.at(-1)!, iterations: 50, stopped });
  });

  Deno.test(`train() whose schedule ${what} at once does not begin`, async () => {
    let reports = 0;
    const options = { learningRate: fails as () => number, onProgress: () => void reports++ };
    await assertRejects(() => train(digits, options), ArgumentError, words.replace(/\.$/, ""));
    assertEquals(reports, 0);
  });
}

Deno.test("train() whose schedule fails keeps a checkpoint, and goes on from it with a right one", async () => {
  using folder = temporaryFolder();
  const path = folder.path("training");
  const right = (iteration: number) => 0.3 / (1 + iteration);
  const wrong = (iteration: number) => iteration < 7 ? right(iteration) : NaN;
  await train(digits, { iterations: 20, learningRate: wrong, checkpoint: { path } });
  const options = { iterations: 20, learningRate: right };
  const resumed = await train(digits, { ...options, resume: path });
  const unbroken = await train(digits, options);
  assertEquals(resumed.history, unbroken.history);
  assertEquals(fingerprint(resumed.parameters), fingerprint(unbroken.parameters));
  // With the wrong one again it does not even begin.
  await assertRejects(
    () => train(digits, { iterations: 20, learningRate: wrong, resume: path }),
    ArgumentError,
    "learningRate(7) expected",
  );
});

Deno.test("train() may be resumed at its end with a schedule that ends at 0", async () => {
  using folder = temporaryFolder();
  const path = folder.path("training");
  const options = {
    iterations: 10,
    learningRate: (iteration: number) => 0.3 * (1 - iteration / 10),
  };
  const whole = await train(digits, { ...options, checkpoint: { path } });
  assertEquals(whole.stopped, undefined);
  assertEquals(await train(digits, { ...options, resume: path }), whole);
});
