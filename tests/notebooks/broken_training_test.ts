import { assert, assertEquals, assertGreater, assertGreaterOrEqual, assertLess } from "@std/assert";
import { join } from "node:path";
import { ensureData } from "../../tools/shared/ensure_data.ts";
import { expectedFingerprints } from "../../tools/fingerprints.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";
import { notebooks } from "../../tools/shared/project.ts";
import { temporaryFolder } from "../data/files.ts";

/** A break of a training; the iterations are those that the live bar showed. */
interface Break {
  began: number;
  broken: number;
  lives: boolean;
}

Deno.test("the reference run, broken four times in the kernel and resumed, has its fingerprint", async (test) => {
  const jupyter = await pinnedJupyter();
  await ensureData();
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  const [iterations, every] = [500, 25];
  const options = { iterations, learningRate: 0.1, seed: 42, dtype: "float32" };
  let breaks: Break[], began: number, ended: number, fingerprint: string;
  try {
    const script = join(import.meta.dirname!, "broken_training.py");
    const given = [options, { path: join(folder, "reference.safetensors"), every }];
    const { ok, out, text } = await ask(jupyter.python, [script, JSON.stringify(given)], {
      env: jupyter.env,
      cwd: notebooks,
    });
    assert(ok, text);
    ({ breaks, began, ended, fingerprint } = JSON.parse(out));
  } finally {
    await stopEverything();
  }

  const [stopped, killed, stoppedAgain, interrupted] = breaks;
  await test.step("every break came in the middle, and the last training reached the end", () => {
    for (const { began, broken } of breaks) {
      assertGreater(broken, began);
      assertLess(broken, iterations);
    }
    assertEquals(breaks[0].began, 0);
    assertGreater(began, 0);
    assertEquals(ended, iterations);
  });
  await test.step("the stop button leaves the kernel alive, and its last iteration is kept", () => {
    assert(stopped.lives && stoppedAgain.lives);
    assertEquals([killed.began, interrupted.began], [stopped.broken, stoppedAgain.broken]);
  });
  await test.step("a kernel that dies loses only what came after the last checkpoint", () => {
    assert(!killed.lives && !interrupted.lives);
    for (const [died, next] of [[killed.broken, stoppedAgain.began], [interrupted.broken, began]]) {
      assertEquals(next % every, 0);
      // The bar shows only some iterations, so the kernel may have been further.
      assertGreaterOrEqual(next, died - 1 - (died - 1) % every);
    }
  });
  await test.step("the fingerprint is that of a run that was never broken", async () => {
    assertEquals(fingerprint, (await expectedFingerprints()).float32[iterations]);
  });
});
