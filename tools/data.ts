/**
 * `deno task data`: makes `data/train.csv` and `data/test.csv`, and the two samples if somebody
 * deleted them.
 *
 * @module
 */
import { join } from "node:path";
import "../lib/host/deno.ts";
import { DataError } from "../lib/data/errors.ts";
import { makeData } from "../lib/data/make_data.ts";
import { project } from "./shared/project.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Makes what is missing, and tells what was there already. */
export async function makeProjectData(): Promise<void> {
  say("Making the data in data/ from the original MNIST files, where it is missing ...");
  const { made, kept } = await makeData(join(project, "data")).catch((error) => {
    throw error instanceof DataError ? new Advice(error.message) : error;
  });
  for (const name of made) say(`  data/${name}: made`);
  for (const name of kept) say(`  data/${name}: there already, and left as it is`);
  if (made.includes("test.csv") !== made.includes("train.csv")) {
    const [other, mine] = made.includes("test.csv") ? ["train", "test"] : ["test", "train"];
    say(
      `If data/${other}.csv is Kaggle's own, put Kaggle's ${mine}.csv there as well: the one made ` +
        "here holds some of the same images.",
    );
  }
}

if (import.meta.main) await runTask(makeProjectData);
