import { assertEquals } from "@std/assert";
import { temporaryFolder } from "../data/files.ts";

const project = new URL("../../", import.meta.url).pathname;

/** Which module "glassnet" is for what lies in each of some folders. */
async function resolved(root: string, folders: string[]): Promise<string[]> {
  for (const folder of folders) {
    Deno.mkdirSync(`${root}/${folder}`, { recursive: true });
    Deno.writeTextFileSync(
      `${root}/${folder}/resolves.ts`,
      'console.log(import.meta.resolve("glassnet"));',
    );
  }
  const all = folders.map((folder) => `import "./${folder}/resolves.ts";\n`).join("");
  Deno.writeTextFileSync(`${root}/all.ts`, all);
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-lock", `${root}/all.ts`],
    cwd: root,
  }).output();
  return new TextDecoder().decode(stdout).trim().split("\n")
    .map((address) => address.replace(/^.*\/lib\//, "lib/"));
}

Deno.test("a notebook anywhere in the folder has what explains its names; our own code has not", async () => {
  using temporary = temporaryFolder();
  const { nodeModulesDir, imports, scopes } = JSON.parse(
    Deno.readTextFileSync(`${project}/deno.json`),
  );
  const [shared, student] = [temporary.path("shared"), temporary.path("student")];
  Deno.mkdirSync(shared);
  Deno.mkdirSync(student);
  Deno.writeTextFileSync(
    `${shared}/deno.json`,
    JSON.stringify({ nodeModulesDir, imports, scopes }),
  );
  // As tools/class/student_folder.py makes it: the settings are a link.
  Deno.symlinkSync(`${shared}/deno.json`, `${student}/deno.json`);
  for (const root of [shared, student]) {
    const notebooks = [
      ".",
      "notebooks",
      "notebooks/exercises",
      "notebooks/mine",
      "homework/week 3",
    ];
    assertEquals(await resolved(root, notebooks), notebooks.map(() => "lib/notebooks.ts"));
    const ours = ["lib/training", "tests/data", "tools/class", "site/kernel", "docs"];
    assertEquals(await resolved(root, ours), ours.map(() => "lib/mod.ts"));
  }
});
