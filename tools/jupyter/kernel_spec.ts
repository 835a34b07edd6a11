/**
 * The project's own Jupyter kernel: the pinned Deno, under the name that the notebooks ask for.
 *
 * @module
 */
import { join } from "node:path";
import { pinnedDeno, pinnedVersion } from "../shared/pinned_deno.ts";
import { project, writeWhole } from "../shared/project.ts";

/** The kernel's name, as the notebooks' metadata have it. */
export const kernelName = "glassnet";

/** The kernel's name for people. */
export const kernelTitle = `Glassnet (Deno ${pinnedVersion})`;

/** How the kernel is started: the program with its arguments, and its environment. */
export interface KernelCommand {
  /** The path of a connection file follows these. */
  command: string[];
  env: Record<string, string>;
}

/** How a kernel is started. */
export async function kernelCommand(): Promise<KernelCommand> {
  return {
    command: [await pinnedDeno(), "jupyter", "--quiet", "--kernel", "--conn"],
    env: {
      // Numbers are written the same way in every country, and without the colors of a terminal, which
      // are hard to read on a projector.
      ...{ LC_ALL: "en_US.UTF-8", NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
      // Linux's C library keeps the memory of freed arrays in holes that the next ones don't fit, so
      // the kernel would grow from run to run. From 32 kB on, the size that V8 takes at once when it
      // compiles, each block is mapped by itself and returned at once.
      ...{ MALLOC_MMAP_THRESHOLD_: `${2 ** 15}`, MALLOC_TRIM_THRESHOLD_: `${2 ** 17}` },
    },
  };
}

/**
 * Writes the kernel's description where Jupyter looks for it.
 *
 * @param share a `share/jupyter` folder: that of a Python environment, or one on `JUPYTER_PATH`
 * @param options the executable of the pinned Deno, and more environment variables
 */
export async function writeKernelSpec(
  share: string,
  { deno, env: more = {} }: { deno?: string; env?: Record<string, string> } = {},
): Promise<void> {
  const { command: [executable, ...args], env } = await kernelCommand();
  const folder = join(share, "kernels", kernelName);
  // See lib/host/deno_kernel_lock.ts.
  const lock = join(folder, "deno.lock");
  await writeWhole(lock, await Deno.readTextFile(join(project, "deno.lock")));
  const spec = {
    argv: [deno ?? executable, ...args, "{connection_file}"],
    display_name: kernelTitle,
    language: "typescript",
    env: { ...env, GLASSNET_LOCK: lock, ...more },
  };
  await writeWhole(join(folder, "kernel.json"), JSON.stringify(spec, null, 2) + "\n");
  await writeWhole(join(folder, "logo-svg.svg"), logo);
}

/** Three panes of glass, one behind the other. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <g fill="#4c78a8" fill-opacity="0.35" stroke="#30557f" stroke-width="2.5" stroke-linejoin="round">
    <path d="M8 20 L26 8 L26 46 L8 58 Z"/>
    <path d="M24 20 L42 8 L42 46 L24 58 Z"/>
    <path d="M40 20 L58 8 L58 46 L40 58 Z"/>
  </g>
</svg>
`;
