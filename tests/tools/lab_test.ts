/**
 * `task lab` from its start to its end, on the real JupyterLab.
 */
import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { basename, join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";
import { project, workshop } from "../../tools/shared/project.ts";
import { stopEverything } from "../../tools/shared/processes.ts";

/** A started `task lab`, and the address that it printed. */
async function start(): Promise<{
  process: Deno.ChildProcess;
  url: URL;
  lastLine(): Promise<string | undefined>;
}> {
  // With the task's own permissions, which must be enough.
  const { tasks } = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
  const process = new Deno.Command(Deno.execPath(), {
    args: [...tasks.lab.command.split(" ").slice(1), "--no-browser"],
    cwd: project,
    stdin: "null",
    stdout: "piped",
  }).spawn();
  let text = "";
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const more = async () => {
    const { value = "", done } = await reader.read();
    text += value;
    return !done;
  };
  const lastLine = async () => {
    while (await more());
    return text.trim().split("\n").at(-1);
  };
  while (await more()) {
    const [address] = /http:\S+token=\w+\s/.exec(text) ?? [];
    if (address) return { process, url: new URL(address), lastLine };
  }
  throw new Error(`It printed no address:\n${text}`);
}

/** Whether the folder for the connection files of this start is there; it is removed at the end. */
function hasRuntimeFolder(process: Deno.ChildProcess): boolean {
  const folder = join(workshop, "jupyter", "runtime", `${process.pid}`);
  try {
    return Deno.statSync(folder).isDirectory;
  } catch {
    return false;
  }
}

async function ask(url: URL, path: string, init?: RequestInit): Promise<Response> {
  return await fetch(new URL(`api/${path}${url.search}`, new URL("/", url)), init);
}

Deno.test("two task labs run side by side, offer the one kernel, and end with a signal", async () => {
  await pinnedJupyter();
  const first = await start();
  const second = await start();
  try {
    assertEquals(first.url.hostname, "127.0.0.1");
    assertNotEquals(first.url.port, second.url.port);
    assertEquals(
      (await fetch(new URL("/api/kernels", first.url))).status,
      403,
      "without the token",
    );

    // It opens where one begins: a page with all lessons, in a folder next to lib and data.
    assertEquals(first.url.pathname, "/lab/tree/notebooks/README.md");
    const shown = await (await ask(first.url, "contents/notebooks/README.md")).json();
    for (const path of await lessonNotebooks()) {
      assertStringIncludes(shown.content, `(${basename(path)})`);
    }
    const reached = await (await ask(first.url, "contents/")).json();
    const names = reached.content.map(({ name }: { name: string }) => name);
    assert(["lib", "data", "notebooks"].every((name) => names.includes(name)), names.join());

    const specs = await (await ask(first.url, "kernelspecs")).json();
    assertEquals([specs.default, ...Object.keys(specs.kernelspecs)], ["glassnet", "glassnet"]);
    const kernel = await ask(first.url, "kernels", { method: "POST", body: "{}" });
    assertEquals(kernel.status, 201);
    await kernel.body?.cancel();
    assert(hasRuntimeFolder(first.process));
  } finally {
    first.process.kill("SIGINT");
    second.process.kill("SIGTERM");
  }
  await Promise.all([first.process.status, second.process.status]);
  assertEquals(await first.lastLine(), "JupyterLab has ended.");
  assertEquals(await second.lastLine(), "JupyterLab has ended.");
  assert(!hasRuntimeFolder(first.process), "a folder is left");
  if (Deno.build.os === "linux") assertEquals(await leftOf(first.process.pid), []);
  await stopEverything();
});

/** The programs that are still running with a connection file of this start: its kernels. */
async function leftOf(pid: number): Promise<string[]> {
  const left: string[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    const command = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
    if (command.includes(join(workshop, "jupyter", "runtime", `${pid}`))) left.push(command);
  }
  return left;
}
