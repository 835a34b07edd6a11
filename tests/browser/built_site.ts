import { join } from "node:path";
import { buildSite } from "../../site/build.ts";
import { writeOwnExercise } from "../tools/grade/own_exercise.ts";
import { workshop } from "../../tools/shared/project.ts";

/** Set once this run has built the site: test files share the process, but not their modules. */
const variable = "GLASSNET_TESTED_SITE";

/** The folder of the site, which is built once for all tests of a run. */
export async function builtSite(): Promise<string> {
  const built = Deno.env.get(variable);
  if (built) return built;
  const out = join(workshop, "tested-site");
  const own = join(workshop, "tested-exercises");
  await writeOwnExercise(own);
  await buildSite({ out, lab: false, own });
  Deno.env.set(variable, out);
  return out;
}

/** The headers that let a page share memory with its workers. */
export const isolating: { [name: string]: string } = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};
