/**
 * `deno task ok`: what a contributor runs before sharing a change.
 *
 * @module
 */
import { readArguments } from "./shared/arguments.ts";
import { pinnedDeno } from "./shared/pinned_deno.ts";
import { project } from "./shared/project.ts";
import { ask, run } from "./shared/processes.ts";
import { Advice, runTask, say } from "./shared/task.ts";

async function ok(args: string[]): Promise<void> {
  readArguments(args, { task: "ok", does: "Runs every check that a change must pass." });
  await check("format", "run `deno fmt`", "fmt", "--check");
  await check("lint", "fix what it names", "lint");
  await check("type check", "fix what it names", "check", "--frozen", "lib", "tools", "tests");
  await documented();
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

/** Everything that `lib/mod.ts` exports has a docstring. */
async function documented(): Promise<void> {
  say("\n== documentation");
  const { ok, text } = await ask(await pinnedDeno(), ["doc", "--json", `${project}/lib/mod.ts`]);
  if (!ok) throw new Advice(`Not ok (documentation): fix this and start again: ${text}`);
  const bare = undocumented(JSON.parse(text.slice(text.indexOf("{"))));
  if (bare.length) {
    throw new Advice(`Not ok (documentation): these have no docstring: ${bare.join(", ")}.`);
  }
}

/** The part of `deno doc --json` that is used here. */
interface Documentation {
  nodes: Record<string, {
    symbols: { name: string; declarations: { kind: string; jsDoc?: { doc?: string } }[] }[];
  }>;
}

/** The exported names of which no declaration has a docstring. */
export function undocumented({ nodes }: Documentation): string[] {
  return Object.values(nodes).flatMap(({ symbols }) => symbols)
    .filter(({ declarations }) => !declarations.some(({ jsDoc }) => jsDoc?.doc))
    .map(({ name }) => name);
}

if (import.meta.main) await runTask(() => ok(Deno.args));
