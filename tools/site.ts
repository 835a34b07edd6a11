/**
 * `deno task site`: builds the site into `_site/`; with `--serve` also shows it on this machine.
 *
 * @module
 */
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { buildSite } from "../site/build.ts";
import { readArguments } from "./shared/arguments.ts";
import { ensureData } from "./shared/ensure_data.ts";
import { project } from "./shared/project.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Builds, and serves until it is stopped. */
async function site(args: string[]): Promise<number | void> {
  const { values: { serve, port = 8080 } } = readArguments(args, {
    task: "site",
    does: "Builds the site into _site/: static files for any web server.",
    options: {
      serve: { help: "show it on this machine, too" },
      port: { number: "N", least: 0, most: 65535, help: "the port to show it on, 8080 by default" },
    },
  });
  await ensureData();
  const out = join(project, "_site");
  const { files, bytes } = await buildSite({ out, onStep: (what) => say(`  ${what}`) });
  say(`_site/ has ${files} files, ${(bytes / 1e6).toFixed(1)} MB in all.`);
  if (!serve) return;
  const server = createServer(sirv(out, { dev: true }));
  await new Promise<void>((resolve, reject) => {
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Advice(`Port ${port} is taken: choose another with --port.`)
          : error,
      ));
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: chosen } = server.address() as { port: number };
  say(`Open http://127.0.0.1:${chosen}/ (Ctrl-C ends it)`);
  await new Promise(() => {});
}

if (import.meta.main) await runTask(() => site(Deno.args));
