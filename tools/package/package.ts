/**
 * `deno task package`: makes `_npm/glassnet-1.0.0.tgz`, the core for Node and for pages, with its types.
 * `npm publish` takes that file; for JSR there is `deno publish`, which needs nothing made.
 *
 * @module
 */
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "../shared/arguments.ts";
import { pinnedDeno } from "../shared/pinned_deno.ts";
import { ask } from "../shared/processes.ts";
import { project } from "../shared/project.ts";
import { Advice, runTask, say } from "../shared/task.ts";

const lib = join(project, "lib");

/** What is read of `deno.json`. */
interface Configuration {
  version: string;
  license: string;
  imports: Record<string, string>;
}

/**
 * Makes the tarball: one JavaScript file without dependencies, and the types of each module.
 *
 * @returns its path
 */
export async function makePackage(folder: string): Promise<string> {
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  const contents = join(folder, "package");
  await Deno.mkdir(contents, { recursive: true });
  const configuration: Configuration = JSON.parse(
    await Deno.readTextFile(join(project, "deno.json")),
  );
  const { version, license } = configuration;

  const options = ["--quiet", "--frozen", "--platform", "browser"];
  const core = join(lib, "core.ts");
  await succeed(await pinnedDeno(), "bundle", ...options, "--output", `${contents}/core.js`, core);
  await makeTypes(join(contents, "types"), configuration);
  await Deno.copyFile(join(project, "LICENSE"), join(contents, "LICENSE"));
  await Deno.copyFile(join(import.meta.dirname!, "README.md"), join(contents, "README.md"));
  const description = {
    name: "glassnet",
    version,
    description: "A two-layer neural network that you can see through: its core",
    license,
    type: "module",
    exports: { ".": { types: "./types/core.d.ts", default: "./core.js" } },
    sideEffects: false,
    engines: { node: ">=20" },
  };
  await Deno.writeTextFile(join(contents, "package.json"), JSON.stringify(description, null, 2));
  await succeed("npm", "pack", "--silent", "--pack-destination", folder, contents);
  return join(folder, `glassnet-${version}.tgz`);
}

/** Writes a .d.ts file for each module of the core, as `deno pack` makes them. */
async function makeTypes(
  to: string,
  { version, license, imports }: Configuration,
): Promise<void> {
  // Within the project, Deno would take what is copied for a part of it.
  const scratch = await Deno.makeTempDir({ prefix: "glassnet-" });
  const source = join(scratch, "source");
  const info = await succeed(await pinnedDeno(), "info", "--json", join(lib, "core.ts"));
  const { modules }: { modules: { specifier: string }[] } = JSON.parse(info);
  for (const { specifier } of modules) {
    const path = specifier.startsWith("file:") ? fileURLToPath(specifier) : "";
    if (!path.startsWith(lib)) continue;
    const copy = join(source, relative(lib, path));
    await Deno.mkdir(dirname(copy), { recursive: true });
    await Deno.copyFile(path, copy);
  }
  const packages = Object.entries(imports).filter(([, address]) => address.startsWith("npm:"));
  const configuration = {
    name: "@glassnet/core",
    version,
    license,
    exports: "./core.ts",
    imports: Object.fromEntries(packages),
  };
  const config = join(source, "deno.json");
  await Deno.writeTextFile(config, JSON.stringify(configuration));
  const output = join(scratch, "types.tgz");
  const options = ["--quiet", "--allow-dirty", "--no-source-maps"];
  await succeed(await pinnedDeno(), "pack", ...options, "--config", config, "--output", output);
  await succeed("tar", "-xzf", output, "-C", scratch);
  await copyTypes(join(scratch, "package"), to);
  await Deno.remove(scratch, { recursive: true });
}

async function copyTypes(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    const [here, there] = [join(from, name), join(to, name)];
    if (isDirectory) await copyTypes(here, there);
    else if (name.endsWith(".d.ts")) await Deno.copyFile(here, there);
  }
}

/** What a program prints, if it succeeds. */
async function succeed(command: string, ...args: string[]): Promise<string> {
  const { ok, text } = await ask(command, args);
  if (ok) return text;
  throw new Advice(`${command} ${args[0]} failed: ${text}`);
}

if (import.meta.main) {
  await runTask(async () => {
    const does = "Makes a tarball for npm of the core, with its types, in _npm/.";
    readArguments(Deno.args, { task: "package", does });
    say(`Made ${await makePackage(join(project, "_npm"))}`);
  });
}
