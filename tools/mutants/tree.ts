/**
 * Copies of the project in which code may be broken: the checkout itself is never touched, and what
 * runs in a copy may write only there.
 *
 * @module
 */
import { join, relative } from "node:path";
import { exists } from "../shared/project.ts";
import { start, stop } from "../shared/processes.ts";

/** A copy of the project. */
export interface Tree {
  folder: string;
  /** Runs the tests of some files, up to the first that fails. */
  test: (files: string[], options: TestOptions) => Promise<Verdict>;
  remove: () => Promise<void>;
}

/** How tests are run in a copy. */
export interface TestOptions {
  /** After so many seconds the tests are ended. */
  limit: number;
  /** Runs the examples in the files' documentation too. */
  doc?: boolean;
  /** Where to write which lines ran. */
  coverage?: string;
}

/** How tests went, and what Deno printed. */
export interface Verdict {
  end: "passed" | "failed" | "took too long";
  output: string;
}

/** What is no part of the project's own text, or too large to be needed by a test of lib. */
const leftOut = new Set([".git", ".venv", ".glassnet", "node_modules"]);
const largest = 20e6;

/** Makes a copy in a temporary folder. */
export async function copyTree(project: string, deno: string): Promise<Tree> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-mutants-" }));
  await copyFolder(project, folder);
  if (await exists(join(project, "node_modules"))) {
    await Deno.symlink(join(project, "node_modules"), join(folder, "node_modules"), {
      type: "junction",
    });
  }
  const temporary = join(folder, ".temporary");
  await Deno.mkdir(temporary);
  await allowWritingOnlyIn(folder);

  const test = async (
    files: string[],
    { limit, doc, coverage }: TestOptions,
  ): Promise<Verdict> => {
    const child = start(deno, [
      ...["test", "-P", "--no-check", "--quiet", "--fail-fast"],
      ...doc ? ["--doc"] : [],
      ...coverage ? [`--coverage=${coverage}`] : [],
      ...files,
    ], {
      cwd: folder,
      env: { TMPDIR: temporary, TEMP: temporary, NO_COLOR: "1", RUST_BACKTRACE: "0" },
      stdout: "piped",
      stderr: "piped",
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop(child, 0);
    }, 1000 * limit);
    const { success, stdout, stderr } = await child.output();
    clearTimeout(timer);
    const decoder = new TextDecoder();
    const output = decoder.decode(stdout) + decoder.decode(stderr);
    return { end: late ? "took too long" : success ? "passed" : "failed", output };
  };
  const remove = async () => {
    // What a test had started may still write for a moment.
    for (let left = 10; left > 0; left--) {
      try {
        return await Deno.remove(folder, { recursive: true });
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  return { folder, test, remove };
}

/** What a change of lib writes by mistake, it writes in the copy. */
async function allowWritingOnlyIn(folder: string): Promise<void> {
  const path = join(folder, "deno.json");
  const configuration = JSON.parse(await Deno.readTextFile(path));
  configuration.test.permissions.write = [folder];
  await Deno.writeTextFile(path, JSON.stringify(configuration));
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory, isFile } of Deno.readDir(from)) {
    if (leftOut.has(name)) continue;
    const [source, target] = [join(from, name), join(to, name)];
    if (isDirectory) await copyFolder(source, target);
    else if (isFile && (await Deno.stat(source)).size < largest) {
      await Deno.copyFile(source, target);
    }
  }
}

/** All files below a folder whose names end so, as paths from the project, in order. */
export async function filesBelow(project: string, below: string, end: string): Promise<string[]> {
  const found: string[] = [];
  const look = async (folder: string) => {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      const path = join(folder, name);
      if (isDirectory) await look(path);
      else if (name.endsWith(end)) found.push(relative(project, path).replaceAll("\\", "/"));
    }
  };
  if (await exists(join(project, below))) await look(join(project, below));
  return found.sort();
}
