/**
 * `deno task ok`: what a contributor runs before sharing a change.
 *
 * @module
 */
import { join } from "node:path";
import { readArguments } from "./shared/arguments.ts";
import { pinnedDeno } from "./shared/pinned_deno.ts";
import { project } from "./shared/project.ts";
import { run } from "./shared/processes.ts";
import { Advice, runTask, say } from "./shared/task.ts";

async function ok(args: string[]): Promise<void> {
  readArguments(args, { task: "ok", does: "Runs every check that a change must pass." });
  await check("format", "run `deno fmt`", "fmt", "--check");
  await check("lint", "fix what it names", "lint");
  await check("type check", "fix what it names", "check", "--frozen", "lib", "tools", "tests");
  const { exports }: { exports: Record<string, string> } = JSON.parse(
    await Deno.readTextFile(join(project, "deno.json")),
  );
  await check("documentation", "fix what it names", "doc", "--lint", ...Object.values(exports));
  await check("package", "fix what it names", "publish", "--dry-run", "--allow-dirty", "--quiet");
  await check("tests", "fix what failed", "run", "--no-lock", "-P=programs", "tools/test.ts");
  say("\nAll is well.");
}

async function check(what: string, advice: string, ...args: string[]): Promise<void> {
  say(`\n== ${what}`);
  // Some machines set RUST_BACKTRACE, and Deno then adds traces of its own to every failure.
  const options = { cwd: project, env: { RUST_BACKTRACE: "0" } };
  const code = await run(await pinnedDeno(), args, options);
  if (code !== 0) throw new Advice(`Not ok (${what}): ${advice} and start again.`);
}

if (import.meta.main) await runTask(() => ok(Deno.args));
