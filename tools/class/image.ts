/**
 * What a container image for students needs besides its Python. `deno run -A tools/class/image.ts SHARE
 * FOLDER` makes the data, puts the students' part of the project and the packages into FOLDER, and writes
 * the kernel's description into SHARE, the `share/jupyter` folder of that Python. The Deno that runs this
 * becomes the kernel.
 *
 * @module
 */
import { pinnedVersion } from "../shared/pinned_deno.ts";
import { Advice, runTask } from "../shared/task.ts";
import { Classroom, prepareKernel } from "./environment.ts";

async function image(share?: string, folder?: string): Promise<void> {
  if (Deno.version.deno !== pinnedVersion) {
    throw new Advice(`This is Deno ${Deno.version.deno}: use ${pinnedVersion} for the image.`);
  }
  if (!share || !folder) {
    throw new Advice(
      "Name the share/jupyter folder of the image's Python, and the students' folder.",
    );
  }
  await prepareKernel(share, new Classroom(folder), Deno.execPath());
}

if (import.meta.main) await runTask(() => image(...Deno.args));
