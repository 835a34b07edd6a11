import { assertEquals } from "@std/assert";
import { files } from "../../lib/host/deno_files.ts";

const lib = new URL("../../lib/", import.meta.url);

async function* modulesIn(folder: URL): AsyncGenerator<URL> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* modulesIn(new URL(`${name}/`, folder));
    else if (name.endsWith(".ts")) yield new URL(name, folder);
  }
}

/** A module without its comments and texts, but with what it imports. */
function codeOf(text: string): string {
  const imports = [...text.matchAll(/\bfrom "([^"]+)"|\bimport\(?\s*"([^"]+)"/g)]
    .map(([, from, bare]) => from ?? bare);
  const code = text.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*/g, "")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  return [...imports, code].join("\n");
}

Deno.test("only lib/host/deno*.ts knows Deno, Node or what else a page does not have", async () => {
  const found: string[] = [];
  for await (const url of modulesIn(lib)) {
    const name = files.pathOf(url).slice(files.pathOf(lib).length).replaceAll("\\", "/");
    if (/^host\/deno\w*\.ts$/.test(name)) continue;
    const code = codeOf(await Deno.readTextFile(url));
    for (const [word] of code.matchAll(/\bDeno\.\w+|^node:\w+|\bnavigator\b|\bprocess\.\w+/gm)) {
      found.push(`${name}: ${word}`);
    }
  }
  assertEquals(found, []);
});

Deno.test("what knows Deno is found", () => {
  for (const line of ['import { join } from "node:path";', "a = Deno.args;", "navigator.gpu"]) {
    assertEquals(/\bDeno\.\w+|^node:\w+|\bnavigator\b/m.test(codeOf(line)), true, line);
  }
  for (const line of ['"Deno.exit"', "// Deno.args", "/** a\n * Deno.args */"]) {
    assertEquals(/Deno/.test(codeOf(line)), false, line);
  }
});
