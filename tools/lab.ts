/**
 * `deno task lab`: sets up what is missing and opens JupyterLab on `notebooks/`.
 *
 * `--no-browser` (or `GLASSNET_NO_BROWSER=1`) opens no browser, `--port 9000` asks for that port;
 * settings of JupyterLab, such as `--LabApp.dark_theme=True`, are handed on to it, and so is
 * everything behind `--`.
 *
 * @module
 */
import { join } from "node:path";
import { ensureData } from "./shared/ensure_data.ts";
import { anyJupyter, type Jupyter } from "./jupyter/jupyter.ts";
import { notebooks, onWindows, workshop } from "./shared/project.ts";
import { atTheEnd, start } from "./shared/processes.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Starts JupyterLab and returns its exit code once it has ended. */
async function lab(args: string[]): Promise<number> {
  const started = Date.now();
  const { port, browser, others } = readArguments(args);
  const jupyter = await anyJupyter();
  await ensureData();
  say(`Starting ${jupyter.which}`);

  const logFile = join(workshop, "jupyter.log");
  const log = await Deno.open(logFile, { write: true, create: true, truncate: true });
  const server = start(jupyter.python, [
    ...["-m", "jupyterlab", `--port=${port}`],
    ...(others.some((arg) => arg.includes("root_dir="))
      ? []
      : [`--ServerApp.root_dir=${notebooks}`]),
    ...(browser ? [] : ["--no-browser"]),
    ...(isRoot() ? ["--allow-root"] : []),
    ...others,
  ], { env: jupyter.env, stdout: "piped", stderr: "piped" });
  const logged = Promise.all([keep(server.stdout, log), keep(server.stderr, log)]);

  const url = await Promise.race([address(jupyter), server.status.then(() => undefined)]);
  if (url) {
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(`JupyterLab is ready after ${seconds} s. Open this address in a browser:\n\n    ${url}\n`);
    say("Ctrl-C ends JupyterLab and its kernels.");
    atTheEnd(() => Promise.resolve(say("JupyterLab has ended.")));
  }
  const { code } = await server.status;
  await logged;
  log.close();
  if (url) return code;
  const last = (await Deno.readTextFile(logFile)).trim().split("\n").at(-1) ?? "";
  throw new Advice(`JupyterLab ended at once: read ${logFile} and mend what it says: ${last}`);
}

function readArguments(args: string[]): { port: number; browser: boolean; others: string[] } {
  const others: string[] = [];
  let port: number | undefined;
  let browser = hasBrowser();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const [, value] = /^--port(?:=(.*))?$/.exec(arg) ?? [];
    if (arg === "--no-browser") browser = false;
    else if (value !== undefined || arg === "--port") {
      port = requestedPort(value ?? args[++i] ?? "");
    } else if (arg === "--") others.push(...args.splice(i + 1));
    else if (isSetting(arg)) others.push(arg);
    else {
      throw new Advice(
        `task lab knows no ${arg}: it takes --port 9000 and --no-browser, settings of JupyterLab ` +
          "such as --LabApp.dark_theme=True, and behind -- whatever JupyterLab itself takes.",
      );
    }
  }
  return { port: port ?? freePort(), browser, others };
}

/** A setting of one of JupyterLab's own parts, which it checks by itself. */
function isSetting(arg: string): boolean {
  return /^--[A-Z]\w*\.\w+=/.test(arg);
}

function requestedPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Advice(`--port needs a number from 1 to 65535 but got "${text}": try --port 9000.`);
  }
  if (isFree(port)) return port;
  throw new Advice(
    `Port ${port} is taken: give another one, or leave --port out and a free one is found.`,
  );
}

/** The first free port from Jupyter's usual one on. */
function freePort(): number {
  for (let port = 8888; port < 8988; port++) {
    if (isFree(port)) return port;
  }
  throw new Advice("All ports from 8888 to 8987 are taken: give a free one with --port.");
}

function isFree(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return false;
    if (error instanceof Deno.errors.PermissionDenied) {
      throw new Advice(`You may not open port ${port}: give one above 1023.`);
    }
    throw error;
  }
}

/** Opening a browser where there is no screen would start a text browser in this terminal. */
function hasBrowser(): boolean {
  const has = (name: string) => Boolean(Deno.env.get(name));
  if (has("GLASSNET_NO_BROWSER") || has("CI")) return false;
  return Deno.build.os !== "linux" ||
    ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER"].some(has);
}

/** JupyterLab refuses to run as root unless told to; in a container root is all there is. */
function isRoot(): boolean {
  return !onWindows && Deno.uid() === 0;
}

/** Waits until JupyterLab answers, and returns its address with the token. */
async function address(jupyter: Jupyter): Promise<string> {
  const runtime = jupyter.env.JUPYTER_RUNTIME_DIR!;
  while (true) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    for await (const { name } of Deno.readDir(runtime)) {
      if (!/^jpserver-\d+\.json$/.test(name)) continue;
      try {
        const { url, token } = JSON.parse(await Deno.readTextFile(join(runtime, name)));
        const answer = await fetch(`${url}api/status?token=${token}`);
        await answer.body?.cancel();
        if (answer.ok) return `${url}lab?token=${token}`;
      } catch {
        // The file is half written, or the server is not listening yet.
      }
    }
  }
}

async function keep(stream: ReadableStream<Uint8Array>, log: Deno.FsFile): Promise<void> {
  for await (const chunk of stream) await log.write(chunk);
}

if (import.meta.main) await runTask(() => lab(Deno.args));
