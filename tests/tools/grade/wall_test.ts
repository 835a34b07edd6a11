/** The wall by itself: what comes through it, and what happens if the machine fails. */
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { decode, encode } from "../../../lib/exercises/wire.ts";
import { Matrix } from "../../../lib/matrix/matrix.ts";
import { onWindows } from "../../../tools/shared/project.ts";
import { attack } from "../../../tools/attacks/attacks.ts";
import { attacks } from "../../../tools/attacks/attacks_list.ts";
import { limitsFor } from "../../../tools/grade/limits.ts";
import { wallScripts } from "../../../tools/grade/wall/bundle.ts";
import { runCells } from "../../../tools/grade/wall/cells.ts";
import { behindTheWall, MachineFailure } from "../../../tools/grade/wall/process.ts";
import * as shape from "../../../tools/grade/wall/shape.ts";
import { ask } from "../../../tools/shared/processes.ts";

const limits = { step: 60, processor: 60, idle: 60, memory: 6e8, wall: 120 };

Deno.test({
  name: "a process that is killed by somebody else is a failure of the machine, and no verdict",
  ignore: onWindows,
  fn: async () => {
    const { watch } = await wallScripts();
    // The first message is said when the code runs.
    const script =
      `onmessage = ({ data: { password } }) => postMessage(password + "m" + Deno.pid);`;
    const kill = (pid: unknown) => void ask("kill", ["-9", String(pid)]);
    const run = behindTheWall({ watch, script, work: {}, limits }, kill);
    await assertRejects(() => run, MachineFailure, "SIGKILL");
  },
});

Deno.test("nothing that the worker's code prints or posts without the password is heard", async () => {
  const { watch } = await wallScripts();
  const script = `onmessage = ({ data: { password } }) => {
    Deno.stdout.writeSync(new TextEncoder().encode('{"ended":"done"}\\n{"a":1}\\n'));
    postMessage('m{"a":2}');
    postMessage([password + "d"]);
    postMessage(password + 'm{"a":3}');
    postMessage(password + "d");
  };`;
  const heard: unknown[] = [];
  const passage = await behindTheWall({ watch, script, work: {}, limits }, (m) => heard.push(m));
  assertEquals(heard, [{ a: 3 }]);
  assertEquals([passage.ending, passage.forged], ["done", true]);
});

Deno.test("what the worker's code says can't pass for what the thread beside it says", async () => {
  const { watch } = await wallScripts();
  // As after a change to what makes the messages.
  const script = `onmessage = ({ data: { password } }) => {
    for (const text of ['{"ended":"all"}', '{"forged":true}', "null", '"w"']) {
      postMessage(password + "m" + text);
    }
    postMessage(password + "d");
  };`;
  const heard: unknown[] = [];
  const run = () => behindTheWall({ watch, script, work: {}, limits }, (m) => heard.push(m));
  const passage = await run();
  assertEquals(heard, [{ ended: "all" }, { forged: true }, null, "w"]);
  assertEquals([passage.ending, passage.forged], ["done", false]);
});

Deno.test("memory that this machine has not is its failure, and memory above the limit the notebook's", async () => {
  const { watch } = await wallScripts();
  const script = `onmessage = ({ data: { password } }) => {
    const message = "Array buffer allocation failed";
    postMessage(password + "m" + JSON.stringify({ cell: 1, error: { message } }));
    postMessage(password + "mundefined");
    postMessage(password + "d");
  };`;
  const run = (memory: number) =>
    behindTheWall({ watch, script, work: {}, limits: { ...limits, memory } }, () => {});
  const { ending, forged } = await run(limits.memory);
  assertEquals([ending, forged], ["done", true]);
  // More than any machine has.
  await assertRejects(() => run(1e15), MachineFailure, "not enough memory");
});

Deno.test("what takes all memory before the notebook begins is not the notebook", async () => {
  const { watch } = await wallScripts();
  const cells = `const all = []; onmessage = ({ data: { password } }) => {
    BEGIN
    for (;;) all.push(new Uint8Array(1e7).fill(1));
  };`;
  const run = (begin: string) => {
    const scripts = { watch, cells: cells.replace("BEGIN", begin), trials: "" };
    const steps = [{ cell: 1, source: "1", needed: true }];
    const place = { limits: { ...limitsFor(60, 3e8), restarts: 0 }, scripts, data: {}, own: {} };
    return runCells({ steps, pieces: [], notes: [] }, place);
  };
  await assertRejects(() => run(""), MachineFailure, "before the notebook began");
  const { stops } = await run(`postMessage(password + 'm{"cell":1}');`);
  assertEquals(stops, [{ cell: 1, stopped: "memory", detail: "" }]);
});

Deno.test("whatever has the shape of an outcome can be decoded, and everything else is refused", () => {
  const wire = fc.letrec((tie) => ({
    wire: fc.oneof(
      fc.json().map((text) => JSON.parse(text)),
      fc.record({
        $: fc.constantFrom(
          "Matrix",
          "array",
          "object",
          "number",
          "bigint",
          "undefined",
          "glassnet",
        ),
        rows: fc.oneof(fc.integer(), fc.constant(2)),
        cols: fc.oneof(fc.integer(), fc.constant(1)),
        dtype: fc.constantFrom("float64", "float32", "x"),
        type: fc.string(),
        text: fc.oneof(fc.string(), fc.constantFrom("NaN", "-0", "12")),
        values: fc.oneof(fc.array(fc.double()), fc.constant([1, 2]), fc.array(tie("wire"))),
        entries: fc.oneof(fc.array(fc.tuple(fc.string(), tie("wire"))), fc.anything()),
      }),
    ),
  })).wire;
  let accepted = 0;
  fc.assert(fc.property(wire, (value) => {
    const { kind, ...rest } = shape.outcome({ kind: "value", value, changed: [] });
    if (kind !== "value") return;
    accepted++;
    decode((rest as { value: Parameters<typeof decode>[0] }).value);
  }));
  assert(accepted > 0);
  fc.assert(fc.property(fc.json(), (text) => {
    const one = JSON.parse(text);
    if (one?.kind !== undefined) return;
    assertThrows(() => shape.outcome(one), shape.WrongShape);
  }));
});

Deno.test("what a function returns passes the check of its shape as it was", () => {
  const values = [
    Matrix.from([[1, NaN], [-0, Infinity]]),
    { W1: Matrix.zeros(2, 3), list: [1, "a", null, true, undefined, 7n] },
    Float32Array.from([1, 2]),
  ];
  for (const value of values) {
    const sent = JSON.parse(JSON.stringify({ kind: "value", value: encode(value), changed: [0] }));
    assertEquals(shape.outcome(sent), sent);
  }
});

/** The quick ones; `deno task attacks` runs all. */
const quick = [
  /^reads: (readTextFileSync|env.get|import (a file|node)|eval|new F|built-in fs$|a worker of data)/,
  /^reads: (inspector|sqlite|kill|process.kill|Command|child_process|fetch the network)/,
  /^(borrows|stops while judged: (exit|an endless loop when))/,
  /^answers: (forged|patched (J|O|A|M)|a thenable|a getter|toJSON|a wire|reads|an error of)/,
];

Deno.test("no attack takes a point, gets a secret out, stays unnoted, or costs an honest student", async () => {
  const some = attacks.filter(({ name }) => quick.some((kind) => kind.test(name)));
  assert(some.length > 30);
  const { points, leaks, unseen, honest } = await attack(some, 3);
  assertEquals({ points, leaks, unseen }, { points: [], leaks: [], unseen: [] });
  assertEquals(honest.right, honest.of);
});
