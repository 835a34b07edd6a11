/**
 * The one version of Deno whose Jupyter kernel delivers everything that a cell prints, shows and
 * returns. Later kernels (2.8.2 to 2.9.6 at least) lose some of it, so a task that is started with
 * another Deno still uses this one for the kernel and for the tests.
 *
 * @module
 */
import { join } from "node:path";
import { onWindows, workshop, writeWhole } from "./project.ts";
import { ask, run } from "./processes.ts";
import { Progress } from "./progress.ts";
import { Advice } from "./task.ts";

/** The pinned version. `tests/notebooks/kernel_test.ts` shows whether another one would do. */
export const pinnedVersion = "2.8.1";

let found: Promise<string> | undefined;

/**
 * The pinned Deno's executable: the one that is running if it has that version, otherwise one that is
 * fetched from npm into `.glassnet`, once.
 */
export function pinnedDeno(): Promise<string> {
  return found ??= Deno.version.deno === pinnedVersion
    ? Promise.resolve(Deno.execPath())
    : fetchedDeno();
}

async function fetchedDeno(): Promise<string> {
  const folder = join(workshop, `deno-${pinnedVersion}`);
  const executable = join(folder, "node_modules", npmPackage(), onWindows ? "deno.exe" : "deno");
  if (await isPinned(executable)) return executable;

  const progress = new Progress(
    `This is Deno ${Deno.version.deno}; fetching Deno ${pinnedVersion} for the notebooks (40 MB)`,
  );
  await writeWhole(
    join(folder, "deno.json"),
    JSON.stringify({
      nodeModulesDir: "auto",
      imports: { deno: `npm:${npmPackage()}@${pinnedVersion}` },
    }),
  );
  await run(Deno.execPath(), ["install", "--no-lock", "--quiet"], { cwd: folder });
  const fetched = await isPinned(executable);
  progress.end(fetched ? "fetched" : "not fetched");
  if (fetched) return executable;
  throw new Advice(
    `Deno ${pinnedVersion} could not be fetched from npm: check the network and start again, or ` +
      `start with \`npx -y deno@${pinnedVersion} task lab\`.`,
  );
}

/** The npm package with the executable for this machine. */
function npmPackage(): string {
  const system = { linux: "linux", darwin: "darwin", windows: "win32" }[Deno.build.os as string];
  const processor = Deno.build.arch === "aarch64" ? "arm64" : "x64";
  if (!system) {
    throw new Advice(
      `There is no Deno ${pinnedVersion} for ${Deno.build.os}: use another machine.`,
    );
  }
  return `@deno/${system}-${processor}${system === "linux" ? "-glibc" : ""}`;
}

async function isPinned(executable: string): Promise<boolean> {
  const { ok, text } = await ask(executable, ["--version"]);
  return ok && text.startsWith(`deno ${pinnedVersion} `);
}
