/**
 * `task lab` from its start to its end, on the real JupyterLab.
 */
import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { basename, join } from "node:path";
import { othersIn } from "../../tools/jupyter/other_accounts.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";
import { project, workshop } from "../../tools/shared/project.ts";
import { stopEverything } from "../../tools/shared/processes.ts";
import { temporaryFolder } from "../data/files.ts";
import { asAnother, whyNoOther } from "./another_account.ts";

const onWindows = Deno.build.os === "windows";

/** A started `task lab`, and the address that it printed. */
interface Started {
  process: Deno.ChildProcess;
  url: URL;
  lastLine(): Promise<string | undefined>;
}

/**
 * Starts `task lab` with the task's own permissions, which must be enough.
 *
 * @param through what starts it in the place of this test, and the variables that it sees
 */
async function start(
  through?: { command: string; env: Record<string, string>; args: string[] },
): Promise<Started> {
  const { tasks } = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
  const command = [Deno.execPath(), ...tasks.lab.command.split(" ").slice(1)];
  const [first, ...args] = through ? [through.command, ...command] : command;
  const process = new Deno.Command(first!, {
    args: [...args, ...through?.args ?? ["--no-browser"]],
    env: through?.env,
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
    const refused = await fetch(new URL("/api/kernels", first.url));
    await refused.body?.cancel();
    assertEquals(refused.status, 403, "without the token");

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
    second.process.kill(onWindows ? "SIGTERM" : "SIGHUP"); // as when its terminal is closed
  }
  await Promise.all([first.process.status, second.process.status]);
  assertEquals(await first.lastLine(), "JupyterLab has ended.");
  assertEquals(await second.lastLine(), "JupyterLab has ended.");
  assert(!hasRuntimeFolder(first.process), "a folder is left");
  if (Deno.build.os === "linux") assertEquals(await leftOf(first.process.pid), []);
  await stopEverything();
});

/** Starts a kernel, and waits until it answers: before that, the server opens no channels. */
async function kernelThatAnswers(url: URL): Promise<void> {
  const { id } = await (await ask(url, "kernels", { method: "POST", body: "{}" })).json();
  const channels = new URL(`/api/kernels/${id}/channels${url.search}`, url);
  channels.protocol = "ws:";
  const socket = new WebSocket(channels);
  await new Promise((resolve) => socket.onmessage = resolve);
  const closed = new Promise((resolve) => socket.onclose = resolve);
  socket.close();
  await closed;
}

Deno.test({
  name: "GLASSNET_KERNELS_APART gives a kernel a network in which nobody else is",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await pinnedJupyter();
    const env = { GLASSNET_KERNELS_APART: "1" };
    const lab = await start({ command: "/usr/bin/env", args: ["--no-browser"], env });
    try {
      await kernelThatAnswers(lab.url);
      const networks = new Set<string>();
      for await (const { name } of Deno.readDir("/proc")) {
        const command = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
        const ofThisLab = join("runtime", `${lab.process.pid}`);
        if (!command.includes(ofThisLab) || !command.includes("jupyter\0--quiet")) continue;
        networks.add(await Deno.readLink(`/proc/${name}/ns/net`));
      }
      assertEquals(networks.size, 1, "the kernel runs");
      assert(!networks.has(await Deno.readLink("/proc/self/ns/net")), "in the network of all");
    } finally {
      lab.process.kill("SIGTERM");
    }
    assertEquals(await lab.lastLine(), "JupyterLab has ended.");
    await lab.process.status;
    assertEquals(await leftOf(lab.process.pid), []);
    await stopEverything();
  },
});

Deno.test("the lab warns where people have accounts who could read along", () => {
  const passwd = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
student:x:1000:1000::/srv/student:/bin/bash
printer:x:1001:1001::/srv/printer:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/bin/sh
`;
  assertEquals(othersIn(passwd, 1000), []);
  assertEquals(othersIn(passwd, 0), ["student"]);
  assertEquals(othersIn("", 1000), []);
});

/** Starts `task lab` as npx does, below a process with the name npm. */
async function startThroughNpm(npm: string): Promise<Started> {
  await Deno.writeTextFile(npm, '#!/bin/sh\n"$@" &\nwait\n', { mode: 0o755 });
  return await start({ command: npm, args: ["--no-browser"], env: { npm_command: "exec" } });
}

/** Waits until nobody answers at an address any more. */
async function ended(url: URL): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const answer = await fetch(new URL("/api", url)).catch(() => undefined);
    if (!answer) return;
    await answer.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`JupyterLab still answers at ${url.origin}`);
}

Deno.test({
  name: "task lab ends with the npx that started it, and JupyterLab with task lab, also by kill -9",
  ignore: onWindows,
  fn: async () => {
    await pinnedJupyter();
    using temporary = temporaryFolder();
    const first = await startThroughNpm(temporary.path("npm"));
    const second = await start();
    const kernel = await ask(second.url, "kernels", { method: "POST", body: "{}" });
    await kernel.body?.cancel();
    first.process.kill("SIGKILL");
    second.process.kill("SIGKILL");
    await Promise.all([first, second].map(({ url }) => ended(url)));
    assertEquals(await first.lastLine(), "JupyterLab has ended.");
    await second.lastLine();
    await Promise.all([first, second].map(({ process }) => process.status));
    if (Deno.build.os === "linux") assertEquals(await leftOf(second.process.pid), []);
    const left = join(workshop, "jupyter", "runtime", `${second.process.pid}`);
    await Deno.remove(left, { recursive: true }); // What was killed cannot clean up.
    await stopEverything();
  },
});

/** Prints all that an account of this machine can see of the lab: files, command lines, environments. */
const spy = `find '${workshop}/jupyter' '${workshop}/jupyter.log' -type f -exec cat {} + ; ` +
  "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ";

Deno.test({
  name: `another account cannot see the lab's token, and gets nothing without it${
    whyNoOther ? ` (skipped: ${whyNoOther})` : ""
  }`,
  ignore: whyNoOther !== undefined,
  fn: async () => {
    await pinnedJupyter();
    using temporary = temporaryFolder();
    const browser = temporary.path("browser");
    await Deno.writeTextFile(browser, '#!/bin/sh\nsleep 2\necho "$@" > "$0.saw"\n', {
      mode: 0o755,
    });
    // As in everyday life: an old log that everybody may read, and a browser that is opened.
    await Deno.writeTextFile(join(workshop, "jupyter.log"), "old");
    await Deno.chmod(join(workshop, "jupyter.log"), 0o644);
    const env = { BROWSER: browser, CI: "", GLASSNET_NO_BROWSER: "" };
    const { process, url, lastLine } = await start({ command: "/usr/bin/env", args: [], env });
    try {
      const token = url.searchParams.get("token")!;
      const seen = new TextDecoder().decode(
        (await new Deno.Command("sh", { args: ["-c", spy], stderr: "null" }).output()).stdout,
      );
      assertStringIncludes(seen, token, "its owner can see it");
      assert(!(await asAnother(spy)).includes(token), "another account sees the token");

      let saw = "";
      while (!saw.includes("\n")) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        saw = await Deno.readTextFile(`${browser}.saw`).catch(() => "");
      }
      assert(!saw.includes(token), `the browser's command line has the token: ${saw}`);
      const file = new URL(saw.trim());
      assertStringIncludes(await Deno.readTextFile(file), token, "the browser opens the lab");
      assertEquals(await asAnother(`cat '${file.pathname}'`), "");

      const asks = ["contents/", "kernels", "sessions", "terminals", "kernelspecs"]
        .flatMap((path) => ["GET", "POST"].map((method) => ({ path, method })));
      for (const { path, method } of asks) {
        const answer = await fetch(new URL(`/api/${path}`, url), { method });
        await answer.body?.cancel();
        assert([403, 405].includes(answer.status), `${method} ${path}: ${answer.status}`);
      }
    } finally {
      process.kill("SIGTERM");
    }
    await lastLine();
    await process.status;
    await stopEverything();
  },
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
