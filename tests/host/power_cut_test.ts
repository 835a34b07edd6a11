import { assert } from "@std/assert";
import { files } from "../../lib/host/deno_files.ts";
import { initParameters, saveParameters, train, writeSubmission } from "glassnet";
import { temporaryFolder } from "../data/files.ts";
import { patterns } from "../training/small_digits.ts";
import { powerCuts } from "./power_cut.ts";

type Contents = (Uint8Array | undefined)[];

/** Whether all of these are one of those. */
function areAmong(found: Contents, whole: Contents): boolean {
  return found.every((one) => whole.some((other) => `${one}` === `${other}`));
}

/** Writes of each kind, each with its file before it. */
const writes: Record<string, (path: string) => Promise<unknown>> = {
  "parameters": (path) =>
    saveParameters(path, initParameters({ inputs: 3, hidden: 2, seed: 2 }), { overwrite: true }),
  "a submission": (path) => writeSubmission(path, [1, 2, 3], { overwrite: true }),
  "a checkpoint": (path) =>
    train(patterns(), { iterations: 0, checkpoint: { path, overwrite: true } }),
};

for (const [what, write] of Object.entries(writes)) {
  Deno.test(`a power cut leaves ${what} as it was, or all of the new file`, async () => {
    using folder = temporaryFolder();
    for (const old of ["the old file", undefined]) {
      const path = folder.path("t");
      await Deno.remove(path).catch(() => {});
      if (old) Deno.writeTextFileSync(path, old);
      const before = old === undefined ? undefined : Deno.readFileSync(path);
      const cuts = await powerCuts(path, () => write(path));
      const now = Deno.readFileSync(path);
      assert(cuts.length > 5);
      for (const contents of cuts) assert(areAmong(contents, [before, now]));
      assert(areAmong(cuts.at(-1)!, [now]), "what is written when the call ends is there to stay");
      assert(cuts.some((contents) => contents.length > 1), "in between it is either of them");
    }
  });
}

Deno.test("a power cut that comes before the bytes are on the disk would be noticed", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  Deno.writeTextFileSync(path, "old");
  const bytes = new TextEncoder().encode("new");
  const cuts = await powerCuts(
    path,
    () => files.write(path, (add) => add(bytes), { replace: true, lasting: false }),
  );
  const whole = [new TextEncoder().encode("old"), bytes];
  assert(cuts.some((contents) => !areAmong(contents, whole)));
});
