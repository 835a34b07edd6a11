/**
 * The parts of `deno task class`. The rehearsal itself takes minutes and is run by hand.
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { asStudent } from "../../tools/class/as_student.ts";
import { settings } from "../../tools/class/environment.ts";
import { sharePart } from "../../tools/class/shared_project.ts";
import { endProgramsOf, freePorts } from "../../tools/class/run.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { pinnedVersion } from "../../tools/shared/pinned_deno.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";
import { project } from "../../tools/shared/project.ts";
import { temporaryFolder } from "../data/files.ts";

const onLinux = Deno.build.os === "linux";

/** Lets a student with this home arrive, and returns what the command printed. */
async function comeIn(home: string, ...command: string[]): Promise<string> {
  const { python } = await pinnedJupyter();
  const script = join(settings, "student_folder.py");
  const { ok, out, text } = await ask(python, ["-B", script, ...command], { env: { HOME: home } });
  assert(ok, text);
  return out;
}

function names(folder: string): string[] {
  return Array.from(Deno.readDirSync(folder)).map(({ name }) => name).sort();
}

Deno.test({
  name: "student_folder.py copies the notebooks and links to what is shared",
  ignore: !onLinux,
  fn: async () => {
    using temporary = temporaryFolder();
    const home = temporary.path("");
    assertEquals(await comeIn(home, "sh", "-c", "echo came in, $0", "then"), "came in, then\n");
    const own = join(home, "glassnet");
    for (const name of ["deno.json", "deno.lock", "lib", "node_modules", "data/train.csv"]) {
      assertEquals(await Deno.readLink(join(own, name)), join(project, name));
    }
    const notebook = join(own, "notebooks", "05-training.ipynb");
    assert(!(await Deno.lstat(notebook)).isSymlink);
    assertEquals(
      await Deno.readTextFile(notebook),
      await Deno.readTextFile(join(project, "notebooks", "05-training.ipynb")),
    );
    assert(!names(join(own, "data")).some((name) => name.startsWith("submission")));
    assert(!names(join(own, "notebooks", "exercises")).includes("source"), "the solutions");
  },
});

Deno.test({
  name: "student_folder.py does not change what a student has made",
  ignore: !onLinux,
  fn: async () => {
    using temporary = temporaryFolder();
    const home = temporary.path("");
    await comeIn(home);
    const own = join(home, "glassnet", "notebooks", "05-training.ipynb");
    const mine = join(home, "glassnet", "data", "train.csv");
    await Deno.writeTextFile(own, "my work");
    await Deno.remove(mine);
    await Deno.writeTextFile(mine, "my data");
    await comeIn(home);
    assertEquals(await Deno.readTextFile(own), "my work");
    assertEquals(await Deno.readTextFile(mine), "my data");
  },
});

Deno.test({
  name: "student_folder.py closes the home and what is made in it",
  ignore: !onLinux,
  fn: async () => {
    using temporary = temporaryFolder();
    const home = temporary.path("");
    await Deno.chmod(home, 0o755);
    await comeIn(home, "sh", "-c", "echo mine > $HOME/mine");
    const modes = ["", "mine", "glassnet", "glassnet/notebooks/05-training.ipynb"]
      .map((name) => Deno.statSync(join(home, name)).mode! & 0o077);
    assertEquals(modes, [0, 0, 0, 0]);
  },
});

/** The cells for answers in a folder's notebooks. */
async function answers(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of names(folder).filter((name) => name.endsWith(".ipynb"))) {
    for (
      const { metadata, source } of JSON.parse(await Deno.readTextFile(join(folder, name))).cells
    ) {
      if (metadata.glassnet?.role === "answer") found.push([source].flat().join(""));
    }
  }
  return found;
}

Deno.test("a class shares what a kernel needs, and no solutions, tests or grades", async () => {
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  // As an earlier version may have left it, or a student where that was possible.
  await Deno.mkdir(join(folder, "tools", "grade"), { recursive: true });
  await Deno.writeTextFile(join(folder, "key.md"), "");
  await sharePart(folder);
  assertEquals(names(folder), [
    "LICENSE",
    "data",
    "deno.json",
    "deno.lock",
    "lib",
    "notebooks",
    "tools",
  ]);
  assertEquals(names(join(folder, "tools")), ["class", "jupyter", "notebooks"]);
  assertEquals(names(join(folder, "tools", "notebooks")), ["slides.py"]);
  // Without its settings a server has no kernels apart, and says so only in its log.
  const { python } = await pinnedJupyter();
  const load = `import runpy
from traitlets.config import Config
c = Config()
runpy.run_path("tools/jupyter/jupyter_server_config.py", {"get_config": lambda: c})
print(c.MultiKernelManager.kernel_manager_class)`;
  const { ok, out, text } = await ask(python, ["-B", "-c", load], { cwd: folder });
  assert(ok && out.includes("GlassnetKernelManager"), text);
  const exercises = join("notebooks", "exercises");
  const solutions = await answers(join(project, exercises, "source"));
  assert(solutions.length > 10, "the sources have solutions");
  const given = await answers(join(folder, exercises));
  assertEquals(given.length, solutions.length, "the students get the same cells");
  assertEquals(given.filter((cell) => solutions.includes(cell)), []);
  assert(!names(join(folder, exercises)).includes("source"));
  await stopEverything();
});

Deno.test({
  name: "endProgramsOf() ends everything with the mark, and nothing else",
  ignore: !onLinux,
  fn: async () => {
    const folder = `/nowhere/run-${Deno.pid}`;
    const begin = (mark: string) =>
      new Deno.Command("sleep", { args: ["100"], env: { GLASSNET_CLASS_RUN: mark } }).spawn();
    const { python } = await pinnedJupyter();
    const [ours, others] = [begin(folder), begin(`${folder}0`)];
    await endProgramsOf(folder, python);
    assertEquals((await ours.status).signal, "SIGTERM");
    others.kill("SIGUSR1"); // It would not get this one if it had been ended as well.
    assertEquals((await others.status).signal, "SIGUSR1");
  },
});

Deno.test("freePorts() gives different free ports", () => {
  const ports = freePorts(3);
  assertEquals(new Set(ports).size, 3);
  for (const port of ports) Deno.listen({ hostname: "127.0.0.1", port }).close();
});

Deno.test("task class says which values it expects, and starts nothing", async () => {
  const script = join(project, "tools", "class", "class.ts");
  for (
    const args of [["--students", "0"], ["--students", "many"], ["--cells=1"], ["--cells", "a"]]
  ) {
    const { ok, text } = await ask(Deno.execPath(), ["run", "-A", "--frozen", script, ...args]);
    assert(!ok && / expects .*, but got "/.test(text), text);
  }
  await stopEverything();
});

Deno.test("a class installs the pinned Deno, no package twice, and none from a fixed registry", async () => {
  const read = (...path: string[]) => Deno.readTextFile(join(project, ...path));
  const pins = await read("tools", "class", "requirements.txt");
  const namesOf = (text: string) =>
    Array.from(text.matchAll(/^([\w.-]+)(\[.*\])?==/gm), ([, name]) => name!.toLowerCase());
  const main = namesOf(await read("requirements.txt"));
  assertEquals(namesOf(pins).filter((name) => main.includes(name)), [], "two pins of one package");

  const lock = JSON.parse(await read("tools", "class", "proxy", "package-lock.json"));
  for (const [name, entry] of Object.entries<Record<string, unknown>>(lock.packages)) {
    assert(!("resolved" in entry), `${name} names a registry`);
  }
  const deno = (text: string) => /^deno==(.*\n {4}--hash=.*)+/m.exec(text)?.[0];
  assert(deno(pins)?.startsWith(`deno==${pinnedVersion} `));
  assertEquals(deno(await read(".binder", "requirements.txt")), deno(pins));
});

Deno.test("an image is made with the locked packages, and is told both of its folders", async () => {
  for (const path of ["tools/class/Dockerfile", ".binder/postBuild"]) {
    const text = await Deno.readTextFile(join(project, path));
    const [, options, args] = /^(?:RUN )?deno run (.*)image\.ts\s((?:.*\\\n)*.*)/m.exec(text)!;
    assert(options!.includes(" --frozen "), path);
    const folders = args!.split("&&")[0]!.match(/"[^"]+"|\/\S+/g);
    assertEquals(folders?.length, 2, `${path}: ${args}`);
  }
});

Deno.test({
  name: "a program is tried as a student starts it: one in a closed folder is out of reach",
  ignore: !onLinux || Deno.uid() !== 0, // Only root can take another user number.
  fn: async () => {
    using temporary = temporaryFolder();
    const program = temporary.path("program");
    await Deno.copyFile("/bin/true", program);
    await Deno.chmod(temporary.path(""), 0o755);
    assert(await asStudent(program, []));
    await Deno.chmod(temporary.path(""), 0o700);
    assert(!await asStudent(program, []));
  },
});
