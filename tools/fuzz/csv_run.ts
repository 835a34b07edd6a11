import { join } from "node:path";
import { type CsvCase, csvCases, kinds } from "./csv_cases.ts";
import type { PythonReader } from "./python_reader.ts";
import { type Outcome, readCase, type Verdict } from "./reading.ts";
import { watchdog } from "./watchdog.ts";

/** How many cases are in a folder at a time: 20 of each kind. */
const batch = 20 * kinds.length;

/** One kind of mutation, counted. */
export type Counts = Record<Outcome["what"] | "pandas reads digits" | "finding", number>;

/** Reads many damaged files, and compares each with what pandas makes of it. */
export async function fuzzCsv(
  { seed, count, pandas, onBatch, onFinding }: {
    seed: number;
    count: number;
    pandas: PythonReader<Verdict>;
    onBatch: (done: number) => void;
    /** Called for each finding; may keep the file. */
    onFinding: (words: string, found: CsvCase) => Promise<void>;
  },
): Promise<Map<string, Counts>> {
  using watch = watchdog();
  const table = new Map(kinds.map((kind) => [kind, {
    "read": 0,
    "refused in the header": 0,
    "refused in a row": 0,
    "pandas reads digits": 0,
    "finding": 0,
  }]));
  for (let done = 0; done < count; done += batch) {
    const cases = csvCases(seed + done, Math.min(batch, count - done));
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    const files = cases.map((_, i) => join(folder, `${i}.csv`));
    try {
      for (const [i, { content }] of cases.entries()) await Deno.writeFile(files[i], content);
      let i = 0;
      for await (const verdict of pandas.verdicts(files)) {
        const what = `case ${i} of seed ${seed + done}, ${cases[i].kind}`;
        watch.step(what);
        const outcome = await readCase(cases[i], files[i], verdict);
        const counts = table.get(cases[i].kind)!;
        counts[outcome.what]++;
        if ("digits" in verdict) counts["pandas reads digits"]++;
        if (outcome.finding) {
          counts.finding++;
          await onFinding(`${what}: ${outcome.finding}`, cases[i]);
        }
        i++;
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
    onBatch(Math.min(count, done + batch));
  }
  return table;
}

/** What pandas makes of each case, for machines without pandas: see `fixtures/verdicts.json`. */
export async function verdictsOf(
  cases: CsvCase[],
  pandas: PythonReader<Verdict>,
): Promise<Verdict[]> {
  const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
  try {
    const files = cases.map((_, i) => join(folder, `${i}.csv`));
    for (const [i, { content }] of cases.entries()) await Deno.writeFile(files[i], content);
    return await Array.fromAsync(pandas.verdicts(files));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
