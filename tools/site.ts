/**
 * `deno task site`: builds the site into `_site/`; with `--serve` also shows it on this machine.
 *
 * @module
 */
import { createServer, type Server } from "node:http";
import { join, resolve } from "node:path";
import sirv from "sirv";
import { ownFolder } from "../site/book/course.ts";
import { buildSite } from "../site/build.ts";
import { readArguments } from "./shared/arguments.ts";
import { ensureData } from "./shared/ensure_data.ts";
import { exists, project } from "./shared/project.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Builds, and serves until it is stopped. */
async function site(args: string[]): Promise<number | void> {
  const { values: { serve, port, exercises } } = readArguments(args, {
    task: "site",
    does: "Builds the site into _site/: static files for any web server.",
    options: {
      serve: { help: "show it on this machine, too" },
      port: { number: "N", least: 0, most: 65535, help: "the port to show it on, 8080 by default" },
      exercises: {
        text: "FOLDER",
        help: "exercises of your own to put into it, my-exercises if it is there",
      },
    },
  });
  if (port !== undefined && !serve) {
    throw new Advice("--port is the port to show the site on: add --serve, or leave it out.");
  }
  // Before the build, which takes a while.
  const listening = serve ? await listen(port ?? 8080) : undefined;
  try {
    await ensureData();
    const out = join(project, "_site");
    const { files, bytes } = await buildSite({
      out,
      own: exercises === undefined
        ? await ownFolderHere()
        : resolve(Deno.env.get("INIT_CWD") ?? ".", exercises),
      onStep: (what) => say(`  ${what}`),
    });
    say(`_site/ has ${files} files, ${(bytes / 1e6).toFixed(1)} MB in all.`);
    if (!listening) return;
    listening.on("request", sirv(out, { dev: true }));
  } catch (error) {
    listening?.close();
    throw error;
  }
  const { port: chosen } = listening.address() as { port: number };
  say(`Open http://127.0.0.1:${chosen}/ (Ctrl-C ends it)`);
  await new Promise(() => {});
}

/** A server on this machine, which holds the port from now on. */
async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Advice(`Port ${port} is taken: choose another with --port.`)
          : error,
      ));
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

/** The folder with the exercises of whoever calls this, if there is one. */
async function ownFolderHere(): Promise<string | undefined> {
  const folder = join(project, ownFolder);
  return await exists(join(folder, "source")) ? folder : undefined;
}

if (import.meta.main) await runTask(() => site(Deno.args));
