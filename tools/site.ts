/**
 * `deno task site`: builds the site into `_site/`; with `--serve` also shows it on this machine.
 *
 * @module
 */
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { buildSite } from "../site/build.ts";
import { project } from "./shared/project.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Builds, and serves until it is stopped. */
async function site(args: string[]): Promise<number | void> {
  const { values } = parseArgs({
    args,
    options: {
      serve: { type: "boolean", default: false },
      port: { type: "string", default: "8080" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Advice(`--port expected a number from 0 to 65535, but found ${values.port}.`);
  }
  const out = join(project, "_site");
  const { files, bytes } = await buildSite({ out, onStep: (what) => say(`  ${what}`) });
  say(`_site/ has ${files} files with ${(bytes / 1e6).toFixed(1)} MB.`);
  if (!values.serve) return;
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
