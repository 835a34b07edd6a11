/** A notebook that was opened and closed again has nothing to save. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { exercises, sources } from "../../tools/exercises/exercises.ts";
import { notebooks } from "../../tools/shared/project.ts";

for (const folder of [notebooks, exercises, sources]) {
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".ipynb")) continue;
    Deno.test(`${join(folder, name).slice(notebooks.length + 1)} says of its language what the kernel says`, async () => {
      const { metadata } = JSON.parse(await Deno.readTextFile(join(folder, name)));
      // JupyterLab writes what the kernel answers into every notebook that it opens.
      assertEquals(metadata.language_info, {
        codemirror_mode: "typescript",
        file_extension: ".ts",
        mimetype: "text/x.typescript",
        name: "typescript",
        nbconvert_exporter: "script",
        pygments_lexer: "typescript",
        version: Deno.version.typescript,
      });
    });
  }
}
