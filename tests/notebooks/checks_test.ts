import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { stopEverything } from "../../tools/shared/processes.ts";

/** The cells of a student, each with the verdict of its check. */
const cells: [source: string, verdict: string, mistake?: string][] = [
  ['import { check, Matrix, matmul as times, notWritten, scale, transpose } from "glassnet"', ""],
  // A helper, a value, a matrix, and an import under another name, all from earlier cells.
  ["const zero = 0; const larger = (z: number) => Math.max(zero, z);", ""],
  ["function each(Z, f) { return Matrix.from(Z.toArray().map((row) => row.map(f))); }", ""],
  ["const relu = (Z: Matrix) => each(Z, larger);\nawait check.relu(relu)", "right"],
  ["const weights = { unit: Matrix.from([[1]]), m: [1, NaN, -Infinity] };", ""],
  [
    "await check.dW2((dZ2, A1) => scale(times(dZ2, transpose(A1)), weights.unit.get(0, 0)))",
    "mistake",
    "one-over-m-missing",
  ],
  // Without await, too.
  ['check.dW2((dZ2, A1) => notWritten("dW2"))', "unwritten"],
  ["await check.relu((Z) => { while (true) {} })", "failed"],
  ["await check.relu((Z) => { const all = []; while (true) all.push([1.5, 2.5]); })", "failed"],
  [
    "await check.relu((Z) => { const all = []; while (true) all.push(new Float64Array(1e6).fill(1)); })",
    "failed",
  ],
  ["await check.relu((Z) => Deno.exit(0))", "failed"],
  [
    "await check.relu((Z) => { Math.max = () => 8; return Z; })",
    "mistake",
    "unchanged",
  ],
  ["await check.relu((Z) => relu(Z))", "right"],
];

Deno.test("check finds what a notebook has declared, and no function ends the kernel", async (test) => {
  const jupyter = await pinnedJupyter();
  const child = new Deno.Command(jupyter.python, {
    args: [join(import.meta.dirname!, "checked_cells.py")],
    env: jupyter.env,
    cwd: join(import.meta.dirname!, "../../notebooks"),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(cells.map(([source]) => source))));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  await stopEverything();
  const text = new TextDecoder();
  assert(success, text.decode(stderr));
  const { answers, left, started, orphans } = JSON.parse(text.decode(stdout));

  for (const [k, [source, verdict, mistake]] of cells.entries()) {
    if (!verdict) continue;
    await test.step(`${mistake ?? verdict}: ${source.slice(0, 70)}`, () => {
      assertEquals(
        [answers[k]?.verdict, answers[k]?.mistake ?? undefined],
        [verdict, mistake],
        JSON.stringify(answers[k]),
      );
    });
  }
  await test.step("no process is left, not even by a kernel that has ended", () => {
    assertEquals(left, []);
    assert(started > 0, "the last check had not begun");
    assertEquals(orphans, []);
  });
});
