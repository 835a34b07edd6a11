/**
 * `deno task test`: every test there is; sets up by itself what they need.
 *
 * @module
 */
import { join } from "node:path";
import { readArguments } from "./shared/arguments.ts";
import { ensureData } from "./shared/ensure_data.ts";
import { findChromium, findFirefox, findWebKit } from "./shared/find_browsers.ts";
import { pinnedJupyter } from "./jupyter/jupyter.ts";
import { pinnedDeno } from "./shared/pinned_deno.ts";
import { exists, project } from "./shared/project.ts";
import { ask, run } from "./shared/processes.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** The folders of `tests/` that need more than Deno, in the order of their run. */
const withPython = ["package", "tools", "reference", "notebooks", "browser"];

/**
 * Parts that run at the same time as another: each of the two waits for its programs, or keeps one
 * processor busy, most of the time.
 */
const beside: Record<string, string> = { lib: "tools", browser: "notebooks" };

/** The parts in which a test is skipped without a browser. */
const withBrowser = ["notebooks", "browser"];

interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, and where: said again at the end, since thousands of lines come after it. */
  failures: string[];
}

/** Runs the named parts, or all; returns 0 if nothing failed. */
async function test(args: string[]): Promise<number> {
  const choices = ["lib", ...withPython];
  const { words } = readArguments(args, {
    task: "test",
    does: "Runs the tests. `lib` needs nothing but Deno; for the others Python is set up first.",
    words: { name: "[PART...]", help: `${choices.join(", ")}; the default is all`, choices },
  });
  const wanted = (part: string) => words.length === 0 || words.includes(part);
  const sum: Count = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const add = ({ passed, failed, skipped, failures }: Count) => {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.failures.push(...failures);
  };
  const lockBefore = await readLock();

  const there = await Promise.all(withPython.map((part) => exists(join(project, "tests", part))));
  const others = withPython.filter((part, i) => wanted(part) && there[i]);
  if (others.length) say("\n== Setting up what the tests of more than lib need");
  const ready = others.length > 0 && await setUp();
  if (others.length > 0 && !ready) sum.failed++;

  const parts = [...(wanted("lib") ? ["lib"] : []), ...(ready ? others : [])];
  const together = Object.entries(beside).filter((pair) =>
    pair.every((one) => parts.includes(one))
  );
  for (const part of parts) {
    if (together.some(([, second]) => second === part)) continue;
    const second = together.find(([first]) => first === part)?.[1];
    const printed: string[] = [];
    const running = second && denoTest(flags(second), printed);
    say(`\n== ${title(part)}`);
    add(await denoTest(flags(part)));
    if (!running) continue;
    say(`\n== ${title(second)}`);
    add(await running);
    say(printed.join(""));
  }
  if (await readLock() !== lockBefore) {
    say("\ndeno.lock has changed in this run: look at the difference and commit it.");
    sum.failed++;
  }
  const missing = withBrowser.some(wanted) ? await missingBrowser() : undefined;
  if (missing) say(`\n${missing.said}`);
  if (missing?.fails) sum.failed++;

  const { passed, failed, skipped, failures } = sum;
  if (failures.length) say(`\nWhat failed:\n${failures.join("\n")}`);
  say(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return failed || !passed ? 1 : 0;
}

/** What to say if a browser is missing, and whether that is a failure: in CI it is. */
export async function missingBrowser(): Promise<{ said: string; fails: boolean } | undefined> {
  const browsers: [string, unknown][] = [
    ["Chromium or Chrome (CHROMIUM_PATH can name one)", await findChromium()],
    ["Firefox (FIREFOX_PATH)", await findFirefox()],
    ["WebKit: WebKitWebDriver and Xvfb (WEBKIT_PATH and XVFB_PATH)", await findWebKit()],
  ];
  const missing = browsers.filter(([, path]) => !path).map(([name]) => `- ${name}`);
  if (missing.length === 0) return undefined;
  const fails = Boolean(Deno.env.get("CI"));
  const rule = fails ? "In CI they must run: install" : "Install";
  const said = `The tests that need these browsers were skipped. ${rule} them.\n`;
  return { said: said + missing.join("\n"), fails };
}

/** What stands above the tests of a part. */
function title(part: string): string {
  return part === "lib"
    ? "lib and its documentation's examples, with nothing but Deno"
    : join("tests", part);
}

/** What `deno test` is given for a part. */
function flags(part: string): string[] {
  return part === "lib" ? ["-P", "--doc"] : ["-A", join("tests", part)];
}

/** Sets up the Python environment and the data. If something is in the way, says what. */
async function setUp(): Promise<boolean> {
  try {
    const { which } = await pinnedJupyter();
    say(`Using ${which}`);
    await ensureData();
    return true;
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    say(error.message);
    return false;
  }
}

/**
 * Runs `deno test`, which writes a report of what it counted.
 *
 * @param printed where to put what it prints; without it, it prints at once
 */
async function denoTest(args: string[], printed?: string[]): Promise<Count> {
  const report = await Deno.makeTempFile({ prefix: "glassnet-", suffix: ".xml" });
  try {
    const command = ["test", "--frozen", `--junit-path=${report}`, ...args];
    // Some machines set RUST_BACKTRACE, and Deno then adds traces of its own to every failure.
    const env = { RUST_BACKTRACE: "0" };
    const options = { cwd: project, env };
    const deno = await pinnedDeno();
    const answer = printed && await ask(deno, command, options);
    printed?.push(answer!.text);
    const passed = answer ? answer.ok : await run(deno, command, options) === 0;
    const count = countIn(await Deno.readTextFile(report));
    // What fails outside a test, such as a type error, is in no report.
    if (!passed && !count.failed) {
      count.failed = 1;
      count.failures.push(`- deno test ${args.at(-1)}: failed outside a test`);
    }
    return count;
  } finally {
    await Deno.remove(report);
  }
}

/** The numbers in a JUnit report. Steps are parts of their test and do not count. */
export function countIn(junit: string): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const cases = junit.matchAll(/<testcase\b[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g);
  for (const [text, inside = ""] of cases) {
    const name = plain(/ name="([^"]*)"/.exec(text)?.[1] ?? "");
    const failed = /<(?:failure|error)\b[^>]*>([\s\S]*?)<\//.exec(inside);
    if (failed) count.failures.push(failureLine(name, plain(failed[1])));
    if (name.includes(" > ")) continue;
    if (failed) count.failed++;
    else if (/<skipped\b/.test(inside)) count.skipped++;
    else count.passed++;
  }
  return count;
}

/** One failed test with the first lines of what it said. */
function failureLine(name: string, message: string): string {
  const lines = message.split("\n").filter((line) => line.trim()).slice(0, 12);
  return [`- ${name}`, ...lines.map((line) => `    ${line}`)].join("\n");
}

/** A text of a JUnit report as it was before XML's escapes. */
function plain(text: string): string {
  const characters: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => characters[name])
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

async function readLock(): Promise<string> {
  return await Deno.readTextFile(join(project, "deno.lock")).catch(() => "");
}

if (import.meta.main) await runTask(() => test(Deno.args));
