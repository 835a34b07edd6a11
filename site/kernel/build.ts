/**
 * Makes the kernel's part of the site: its scripts and the data.
 *
 * @module
 */
import { join } from "node:path";
import { readDigits } from "../../lib/data/read_digits.ts";
import { mnistLabels } from "../../lib/data/mnist_labels.ts";
import { project } from "../../tools/shared/project.ts";
import "../../lib/host/deno.ts";
import { bundle, type Bundled } from "./bundle.ts";
import { encodeDigits } from "./compact_digits.ts";

/**
 * Makes `kernel.js`, what it loads, and `client.js` in a folder, and the data in its `data`.
 *
 * @param folder where they go
 * @param more other workers of the site, which share what they have in common
 * @param own modules that cells can import as `"./name.ts"`, by their paths
 */
export async function buildKernel(
  folder: string,
  more: { [name: string]: string } = {},
  own: string[] = [],
): Promise<Bundled[]> {
  const site = (name: string) => join(project, "site", "kernel", name);
  const lib = (name: string) => join(project, "lib", name);
  const bundled = await bundle(
    {
      kernel: site("worker.ts"),
      glassnet: lib("mod.ts"),
      // Where host/page.ts looks for lib's own workers.
      "exercises/worker": site("apart.ts"),
      // In a file of their own, so that lib's `add` need not be called add2 there: notebooks print it.
      "matrix/kernels/plain_kernels": lib("matrix/kernels/plain_kernels.ts"),
    },
    folder,
    { own },
  );
  // Apart from those: each script that shares with others would cut all of them into more files.
  const helper = { "matrix/kernels/helper": lib("matrix/kernels/helper.ts") };
  for (const entries of [{ client: site("client.ts") }, helper, more]) {
    bundled.push(...await bundle(entries, folder));
  }
  await buildData(join(folder, "data"));
  return bundled;
}

/** Makes the data in its compact form. */
export async function buildData(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const data = join(project, "data");
  for (const name of ["train", "test"]) {
    const csv = join(data, `${name}.csv`);
    const { X, labels } = await readDigits(csv);
    const pixels = X.pixels!;
    const { size } = await Deno.stat(csv);
    const compact = encodeDigits({ pixels, labels, csvBytes: size });
    await Deno.writeFile(join(folder, `${name}.digits.gz`), await gzip(compact));
    if (!labels) {
      await Deno.writeFile(join(folder, `${name}.labels`), await mnistLabels(pixels, csv));
    }
  }
  for (const name of ["sample.csv", "sample_test.csv"]) {
    await Deno.copyFile(join(data, name), join(folder, name));
  }
}

/** Deflated as far as it goes; the same bytes on every machine. */
async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { gzipSync } = await import("fflate");
  return gzipSync(bytes, { level: 9, mtime: 0 });
}
