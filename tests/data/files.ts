import "../../lib/host/deno.ts";

/** A folder for one test; `using` removes it with all that is in it. */
export function temporaryFolder(): { path: (name: string) => string } & Disposable {
  const folder = Deno.makeTempDirSync({ prefix: "glassnet-" });
  return {
    path: (name) => `${folder}/${name}`,
    [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }),
  };
}

/** The names in a folder. */
export function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map((entry) => entry.name).sort();
}

/** The project's own data folder. */
export const dataFolder = new URL("../../data/", import.meta.url);

export const pixelNames = Array.from({ length: 784 }, (_, p) => `pixel${p}`);
export const header = ["label", ...pixelNames];

/** A row of a labelled file: the label, the given first pixels, and white ones up to 784. */
export function row(label: number | string, ...pixels: (number | string)[]): string {
  return [label, ...pixels, ...Array(784 - pixels.length).fill(0)].join();
}

/** The text of a CSV. */
export function csv(...lines: unknown[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
