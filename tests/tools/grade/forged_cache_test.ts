/** The numbers that grading judges with come from the CSV, whatever lies beside it. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "node:path";
import "../../../lib/host/deno.ts";
import { cacheOf } from "../../../lib/data/cache.ts";
import { Checksum } from "../../../lib/data/checksum.ts";
import { readDigits } from "../../../lib/data/read_digits.ts";
import { exercise } from "../../../tools/attacks/layouts.ts";
import { notebooks, onWindows, project } from "../../../tools/shared/project.ts";
import { ask } from "../../../tools/shared/processes.ts";
import { pinnedDeno } from "../../../tools/shared/pinned_deno.ts";

/** Gives every image of a cache this label, with the checksum that belongs to it. */
async function forge(cache: string, label: number): Promise<void> {
  const bytes = await Deno.readFile(cache);
  const head = new DataView(bytes.buffer);
  bytes.fill(label, bytes.length - head.getUint32(36, true));
  const checksum = new Checksum();
  checksum.update(bytes.subarray(20));
  head.setUint32(16, checksum.value, true);
  await Deno.writeFile(cache, bytes);
}

Deno.test({
  name: "grading believes no cache, even one with forged labels and a right checksum",
  ignore: onWindows, // which makes no link to the packages
  fn: async () => {
    const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
    try {
      // A copy of the project, since the cache lies in it.
      const [own, folder] = [join(base, "project"), join(base, "class")];
      for (const path of [join(own, "data"), join(own, "notebooks"), folder]) {
        await Deno.mkdir(path, { recursive: true });
      }
      const parts = ["deno.json", "deno.lock", "lib", "site", "tools", "notebooks/exercises"];
      for (const path of [...parts, "data/sample.csv", "data/sample_test.csv"]) {
        const { ok, text } = await ask("cp", ["-R", join(project, path), join(own, path)]);
        assertEquals(ok, true, text);
      }
      await Deno.symlink(join(project, "node_modules"), join(own, "node_modules"));
      const sample = join(own, "data", "sample.csv");
      const before = await readDigits(sample, { onProgress() {} });
      await forge(cacheOf(sample), 200);
      const forged = await readDigits(sample, { onProgress() {} });
      assertNotEquals(forged.labels, before.labels, "reading believes it");

      const source = join(notebooks, "exercises", "source", exercise);
      await Deno.copyFile(source, join(folder, "honest.ipynb"));
      const args = ["run", "--quiet", "--frozen", "-A", join(own, "tools/grade/grade.ts"), folder];
      const { ok, text } = await ask(await pinnedDeno(), args, { cwd: own });
      assertEquals(ok, true, text);
      const csv = await Deno.readTextFile(join(base, "class-grades", "grades.csv"));
      const [{ right, problems }] = parse(csv, { skipFirstRow: true }) as Record<string, string>[];
      assertEquals([right, problems], ["7", ""]);
    } finally {
      await Deno.remove(base, { recursive: true });
    }
  },
});
