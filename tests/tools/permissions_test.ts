/**
 * The permission sets in `deno.json`: what they allow, and that they are enough.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { readDigits, train } from "glassnet";
import { project } from "../../tools/shared/project.ts";

interface Configuration {
  tasks: Record<string, { command: string }>;
  permissions: Record<string, Record<string, unknown>>;
  test: { permissions: Record<string, unknown> };
}

const { tasks, permissions, test }: Configuration = JSON.parse(
  await Deno.readTextFile(join(project, "deno.json")),
);

/** Runs the pinned Deno in the project's folder and returns what it printed, without colors. */
async function deno(...args: string[]): Promise<{ success: boolean; out: string; err: string }> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: project,
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
  }).output();
  const decoder = new TextDecoder();
  return { success, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

/** What the library's script says with some permissions. */
async function libraryScript(submission: string, patience: number, ...permissions: string[]) {
  const script = join(import.meta.dirname!, "library_script.ts");
  const program = ["run", "--quiet", "--frozen", "--no-prompt", ...permissions, script];
  const args = [...program, submission, `${patience}`];
  const { success, out, err } = await deno(...args);
  assert(success, err);
  assertEquals(err, "");
  return JSON.parse(out);
}

Deno.test("the set `library` is enough to read, train, predict and write, and allows nothing else", async () => {
  const submission = "data/permissions-test.tmp";
  try {
    const { loss, threads, allowed, refused } = await libraryScript(submission, 60, "-P=library");
    assertEquals(threads, Math.min(2, navigator.hardwareConcurrency), "no helper has started");
    assertEquals(allowed, []);
    assertEquals(refused.length, 6);
    // With these permissions it computes what it computes with all of them.
    const digits = await readDigits(join(project, "data", "sample.csv"));
    assertEquals(loss, (await train(digits, { iterations: 20, seed: 42 })).history.at(-1)!.loss);
    assertMatch(await Deno.readTextFile(join(project, submission)), /^ImageId,Label\n1,\d\n/);

    // Without reading the helpers' modules it is one thread that does it, and nobody complains.
    await Deno.remove(join(project, submission));
    const data = ["--allow-read=data", "--allow-write=data"];
    const alone = await libraryScript(submission, 3, ...data);
    assertEquals([alone.loss, alone.threads], [loss, 1]);
  } finally {
    await Deno.remove(join(project, submission)).catch(() => {});
  }
});

Deno.test("every other task and the tests of lib name their permissions, and none has all of them", () => {
  for (const [name, { command }] of Object.entries(tasks)) {
    if (name === "lab" || name === "test") continue;
    const [, set = "none"] = / -P=(\w+) /.exec(command) ?? [];
    assert(set in permissions, `task ${name} names no permissions: ${command}`);
    assertMatch(command, / --no-prompt /, `task ${name} would stop and ask`);
    assert(!/ (-A|--allow-\S+) /.test(command), `task ${name} allows more: ${command}`);
  }
  for (const [name, set] of [...Object.entries(permissions), ["test", test.permissions] as const]) {
    assert(!("all" in set) && !("ffi" in set) && !("import" in set), name);
    assert(set.net === undefined || `${set.net}` === "127.0.0.1", `${name} may leave this machine`);
    // The exercises' checks start a Deno of their own for the reader's functions.
    if (!["programs", "test"].includes(name)) {
      assertEquals(set.run, undefined, `${name} may start programs`);
    }
  }
});

// Older Denos don't know permission sets, so these two list what they need. Each of these is needed.
const spelledOut: Record<string, string[]> = {
  lab: ["read", "write", "env", "run", "net=127.0.0.1", "sys=uid"],
  test: ["read", "write", "env", "run"],
};

for (const [name, needed] of Object.entries(spelledOut)) {
  Deno.test(`task ${name} has the permissions that it needs, and no other`, () => {
    const flags = tasks[name].command.split(" ").filter((part) => part.startsWith("--allow-"));
    assertEquals(flags, needed.map((permission) => `--allow-${permission}`));
  });
}

Deno.test("the set `data` is enough for its task", async () => {
  const { success, out, err } = await deno(...tasks.data.command.split(" ").slice(1));
  assert(success, out + err);
});
