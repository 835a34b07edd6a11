/**
 * `deno task lab`: sets up what is missing and opens JupyterLab on `notebooks/README.md`.
 *
 * Settings of JupyterLab, such as `--LabApp.dark_theme=True`, are handed on to it, and so is
 * everything after `--`.
 *
 * @module
 */
import { join } from "node:path";
import { readArguments } from "./shared/arguments.ts";
import { ensureData } from "./shared/ensure_data.ts";
import { anyJupyter, type Jupyter } from "./jupyter/jupyter.ts";
import { whoCanReadAlong } from "./jupyter/other_accounts.ts";
import { onWindows, project, workshop } from "./shared/project.ts";
import { atTheEnd, start } from "./shared/processes.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Where JupyterLab opens: a page that says where to begin. From there, lib and data are one folder up. */
const startPage = "lab/tree/notebooks/README.md";

/** Starts JupyterLab and returns its exit code once it has ended. */
async function lab(args: string[]): Promise<number> {
  const started = Date.now();
  const { port, browser, others } = optionsOf(args);
  const jupyter = await anyJupyter();
  await ensureData();
  say(`Starting ${jupyter.which}`);
  const ownRoot = others.some((arg) => arg.includes("root_dir="));

  const logFile = join(workshop, "jupyter.log");
  const log = await newLog(logFile);
  const server = start(jupyter.python, [
    ...["-m", "jupyterlab", `--port=${port}`],
    ...(ownRoot ? [] : [`--ServerApp.root_dir=${project}`, `--LabApp.default_url=/${startPage}`]),
    ...(browser ? [] : ["--no-browser"]),
    ...(seesFiles() ? [] : ["--ServerApp.use_redirect_file=False"]),
    ...(isRoot() ? ["--allow-root"] : []),
    ...others,
  ], {
    env: { ...jupyter.env, GLASSNET_ENDS_WITH_PARENT: "1" },
    ...{ stdout: "piped", stderr: "piped" },
  });
  const logged = Promise.all([keep(server.stdout, log), keep(server.stderr, log)]);

  const page = ownRoot ? "lab" : startPage;
  const url = await Promise.race([address(jupyter, page), server.status.then(() => undefined)]);
  if (url) {
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(`JupyterLab is ready after ${seconds} s. Open this address in a browser:\n\n    ${url}\n`);
    const warning = await whoCanReadAlong();
    if (warning) say(warning);
    say("Ctrl-C ends JupyterLab and its kernels.");
    atTheEnd(() => Promise.resolve(say("JupyterLab has ended.")));
  }
  const { code } = await server.status;
  await logged;
  log.close();
  if (url) return code;
  const last = (await Deno.readTextFile(logFile)).trim().split("\n").at(-1) ?? "";
  throw new Advice(`JupyterLab ended at once: read ${logFile} and fix what it says: ${last}`);
}

function optionsOf(args: string[]): { port: number; browser: boolean; others: string[] } {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const own = args.slice(0, end);
  // JupyterLab checks its own settings by itself.
  const isSetting = (arg: string) => /^--[A-Z]\w*\.\w+=/.test(arg);
  const { values } = readArguments(own.filter((arg) => !isSetting(arg)), {
    task: "lab",
    does:
      "Sets everything up and opens JupyterLab on notebooks/. Settings of JupyterLab, such as\n" +
      "--LabApp.dark_theme=True, are passed on to it, and so is everything after --.",
    options: {
      port: {
        number: "N",
        most: 65535,
        help: "listen on this port; the default is the first free one",
      },
      "no-browser": { help: "open no browser; GLASSNET_NO_BROWSER=1 does the same" },
    },
  });
  if (values.port !== undefined && !isFree(values.port)) {
    throw new Advice(
      `Port ${values.port} is taken: give another one, or leave --port out and a free one is found.`,
    );
  }
  return {
    port: values.port ?? freePort(),
    browser: !values["no-browser"] && hasBrowser(),
    others: [...own.filter(isSetting), ...args.slice(end + 1)],
  };
}

/** The first free port from 8888 on, the usual one of Jupyter. */
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

/** Without a screen, opening a browser would start a text browser in this terminal. */
function hasBrowser(): boolean {
  const has = (name: string) => Boolean(Deno.env.get(name));
  if (has("GLASSNET_NO_BROWSER") || has("CI")) return false;
  return Deno.build.os !== "linux" ||
    ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER"].some(has);
}

/**
 * Whether the browser can open a file of this machine. The token is handed to it in a file that only
 * its owner can read, since every account can read a command line. In Windows' and in ChromeOS' Linux,
 * which belong to one person, the browser is outside and gets the address itself.
 */
function seesFiles(): boolean {
  return !["WSL_DISTRO_NAME", "SOMMELIER_VERSION"].some((name) => Deno.env.get(name));
}

/** By default JupyterLab refuses to run as root, but in a container there may be no other user. */
function isRoot(): boolean {
  return !onWindows && Deno.uid() === 0;
}

/** Waits until JupyterLab answers, and returns the address of one of its pages with the token. */
async function address(jupyter: Jupyter, page: string): Promise<string> {
  const runtime = jupyter.env.JUPYTER_RUNTIME_DIR!;
  while (true) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    for await (const { name } of Deno.readDir(runtime)) {
      if (!/^jpserver-\d+\.json$/.test(name)) continue;
      try {
        const { url, token } = JSON.parse(await Deno.readTextFile(join(runtime, name)));
        const answer = await fetch(`${url}api/status?token=${token}`);
        await answer.body?.cancel();
        if (answer.ok) return `${url}${page}?token=${token}`;
      } catch {
        // The file is only half written, or the server is not listening yet.
      }
    }
  }
}

/** An empty file for the log, in which the token stands: only its owner can read it. */
async function newLog(path: string): Promise<Deno.FsFile> {
  await Deno.mkdir(workshop, { recursive: true });
  // A new one: the old may have another mode, or be open elsewhere.
  await Deno.remove(path).catch(() => {});
  return await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
}

async function keep(stream: ReadableStream<Uint8Array>, log: Deno.FsFile): Promise<void> {
  for await (const chunk of stream) await log.write(chunk);
}

if (import.meta.main) await runTask(() => lab(Deno.args));
