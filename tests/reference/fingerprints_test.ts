/**
 * Everybody sees the same numbers: the reference run ends with the same fingerprint in whatever way it is
 * run. Whole runs in all ways take minutes: `deno task fingerprints`. Here all ways run for twenty
 * iterations; the whole run is made in float64 by numpy_test.ts, in float32 below, and in the kernel by
 * notebook 05.
 */

import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { ensureData } from "../../tools/shared/ensure_data.ts";
import {
  dtypes,
  expectedFingerprints,
  referenceFingerprint,
  ways,
} from "../../tools/fingerprints.ts";
import { ask } from "../../tools/shared/processes.ts";
import { notebooks, project } from "../../tools/shared/project.ts";

await ensureData();
const expected = await expectedFingerprints();

for (const dtype of dtypes) {
  for (const [name, way] of Object.entries(ways)) {
    Deno.test(`20 iterations of the reference run in ${dtype} have their fingerprint: ${name}`, async () => {
      assertEquals(await referenceFingerprint(dtype, 20, way), expected[dtype][20]);
    });
  }
}

// If the helping threads' modules may not be read, one thread does all of it.
const kernels = join(project, "lib", "matrix", "kernels");
for (const [name, denied] of [["", []], [" that may not start threads", [kernels]]] as const) {
  Deno.test(`20 iterations in float64 have the same fingerprint in a script${name}`, async () => {
    const permissions = ["--allow-read", ...denied.map((path) => `--deny-read=${path}`)];
    const script = join(import.meta.dirname!, "print_fingerprint.ts");
    const args = ["run", "--quiet", "--no-prompt", ...permissions, script, "float64", "20"];
    // A script whose threads wait for ever fails here, instead of keeping the tests waiting.
    const { ok, out, text } = await ask(Deno.execPath(), args, {
      signal: AbortSignal.timeout(120_000),
    });
    assertEquals(out.trim(), expected.float64[20], text);
    assert(ok, "the script did not end by itself");
  });
}

Deno.test("the whole reference run in float32, stopped and resumed, has its fingerprint", async () => {
  const found = await referenceFingerprint("float32", 500, "stopped and resumed");
  assertEquals(found, expected.float32[500]);
});

Deno.test("notebook 05 shows the fingerprint of the reference run", async () => {
  const { cells } = JSON.parse(await Deno.readTextFile(join(notebooks, "05-training.ipynb")));
  const cell = cells.find(({ id }: { id: string }) => id === "fingerprint");
  assert(cell, "notebook 05 has no cell with the id fingerprint");
  assert(
    JSON.stringify(cell.outputs).includes(expected.float64[500]),
    "notebook 05 shows another fingerprint. If the kernels have changed on purpose: " +
      "deno task fingerprints --renew, then deno task notebooks",
  );
});
