/**
 * Large files that go on and on in some wrong way: each must be read or refused in little memory.
 *
 * @module
 */
import { DataError, readDigits } from "glassnet";
import { temporaryFolder } from "../../tests/data/files.ts";
import { ask } from "../shared/processes.ts";
import { writeAll } from "../../lib/host/deno_files.ts";
import { peakMemory } from "../bench/peak_memory.ts";

/** What became of a large file. */
export interface LargeOutcome {
  /** The number of images, or where it was refused, or another error in words. */
  outcome: string;
  seconds: number;
  /** The peak memory of the process, in megabytes. */
  megabytes: number;
}

const names = Array.from({ length: 784 }, (_, p) => `pixel${p}`);
const header = `label,${names}\n`;
const zeros = Array(784).fill(0).join();
const row = `5,${zeros}\n`;
const quotedRow = `"5",${Array(784).fill('"0"').join()}\n`;

/** How each file begins, what it repeats, and how it ends. */
const files: Record<string, { begin: string; again: string; end?: string }> = {
  "right rows": { begin: header, again: row },
  "right rows in quotation marks": { begin: header, again: quotedRow },
  "line ends behind the last row": { begin: header + row, again: "\n" },
  "line ends and then a row": { begin: header + row, again: "\r\n", end: row },
  "an open quotation mark": { begin: `${header}5,"${zeros}\n`, again: row },
  "quotation marks within an open one": { begin: `${header}5,"${zeros}\n`, again: `""\n${row}` },
  "nothing but quotation marks": { begin: header, again: '"' },
  "a row without end": { begin: header + "5", again: ",0" },
  "a value without end": { begin: header + "5,", again: "0" },
  "a header without end": { begin: header.trim(), again: ",x" },
  "a header in an open quotation mark": { begin: `"${header}`, again: row },
  "old line ends": { begin: header.replace("\n", "\r"), again: row.replace("\n", "\r") },
  "bytes of 0": { begin: header, again: "\0" },
  "spaces": { begin: header, again: " " },
  "commas": { begin: header, again: "," },
  "rows of nothing": { begin: header, again: ",\n" },
};

/** The names of the large files. */
export const largeFiles: readonly string[] = Object.keys(files);

async function write(file: string, name: string, megabytes: number): Promise<void> {
  const { begin, again, end = "" } = files[name];
  const encoder = new TextEncoder();
  const piece = encoder.encode(again.repeat(Math.ceil(1e6 / again.length)));
  using out = await Deno.create(file);
  await writeAll(out, encoder.encode(begin));
  for (let k = 0; k < megabytes; k++) await writeAll(out, piece);
  await writeAll(out, encoder.encode(end));
}

/** Reads one of them in a process of its own, so that the memory is that of this file alone. */
export async function readLarge(name: string, megabytes: number): Promise<LargeOutcome> {
  using folder = temporaryFolder();
  const file = folder.path("large.csv");
  const args = [
    "run",
    "--quiet",
    "--frozen",
    "-A",
    import.meta.filename!,
    file,
    name,
    `${megabytes}`,
  ];
  const { ok, out, text } = await ask(Deno.execPath(), args);
  if (!ok) throw new Error(`Reading "${name}" failed: ${text}`);
  return JSON.parse(out);
}

// In that process: write the file, read it, and print the outcome.
if (import.meta.main) {
  const [file, name, megabytes] = Deno.args;
  await write(file, name, Number(megabytes));
  const began = performance.now();
  const outcome = await readDigits(file, { onProgress: () => {} }).then(
    ({ count }) => `${count} images`,
    (error) =>
      error instanceof DataError
        ? `refused in line ${error.line}, column ${error.column}`
        : `${error}`,
  );
  const seconds = (performance.now() - began) / 1000;
  const result: LargeOutcome = { outcome, seconds, megabytes: await peakMemory() / 1e6 };
  console.log(JSON.stringify(result));
}
