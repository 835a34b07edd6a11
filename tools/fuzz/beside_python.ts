import { temporaryFolder } from "../../tests/data/files.ts";
import type { PythonReader } from "./python_reader.ts";
import { watchdog } from "./watchdog.ts";

/** A file to read, and what happened to it. */
export interface Case {
  kind: string;
  content: Uint8Array<ArrayBuffer>;
}

/** Files that are read here and in Python. */
export interface Subject<One extends Case, Verdict extends object> {
  /** How the files' names end. */
  extension: string;
  kinds: readonly string[];
  /** `count` cases; the kinds come in turn. */
  cases: (seed: number, count: number) => One[];
  python: PythonReader<Verdict>;
  /** What can become of a case: the names of the columns of the table. */
  outcomes: string[];
  /** The column that counts how often Python reads what it should, and the property that shows it. */
  readByPython: string;
  property: string;
  /** Reads a case's file and compares; `finding` says what is wrong, if anything is. */
  read: (one: One, file: string, verdict: Verdict) => Promise<{ what: string; finding?: string }>;
}

/** How often what became of each kind of case. */
export type Counts = Map<string, Record<string, number>>;

/** No case yet of any kind. */
export function noCounts(kinds: readonly string[], outcomes: string[]): Counts {
  const names = [...outcomes, "finding"];
  return new Map(kinds.map((kind) => [kind, Object.fromEntries(names.map((name) => [name, 0]))]));
}

/** Reads many damaged files here and in Python. */
export async function readBesidePython<One extends Case, Verdict extends object>(
  subject: Subject<One, Verdict>,
  { seed, count, onDone, onFinding }: {
    seed: number;
    count: number;
    onDone: (done: number) => void;
    /** Called for each finding; may keep the file. */
    onFinding: (words: string, found: One) => Promise<void>;
  },
): Promise<Counts> {
  using watch = watchdog();
  const { kinds, outcomes, readByPython, property } = subject;
  const table = noCounts(kinds, [...outcomes, readByPython]);
  // In batches, since all files together would not fit on a small disk.
  const batch = 20 * kinds.length;
  for (let done = 0; done < count; done += batch) {
    const cases = subject.cases(seed + done, Math.min(batch, count - done));
    let i = 0;
    for await (const { file, verdict } of verdictsOn(subject, cases)) {
      const what = `case ${i} of seed ${seed + done}, ${cases[i].kind}`;
      watch.step(what);
      const counts = table.get(cases[i].kind)!;
      const outcome = await subject.read(cases[i], file, verdict);
      counts[outcome.what]++;
      if (property in verdict) counts[readByPython]++;
      if (outcome.finding) {
        counts.finding++;
        await onFinding(`${what}: ${outcome.finding}`, cases[i]);
      }
      i++;
    }
    onDone(Math.min(count, done + batch));
  }
  return table;
}

/** What Python says of each case, while the case's file is there. */
export async function* verdictsOn<One extends Case, Verdict extends object>(
  { extension, python }: Pick<Subject<One, Verdict>, "extension" | "python">,
  cases: One[],
): AsyncGenerator<{ file: string; verdict: Verdict }> {
  using folder = temporaryFolder();
  const files = cases.map((_, i) => folder.path(`${i}.${extension}`));
  for (const [i, { content }] of cases.entries()) await Deno.writeFile(files[i], content);
  let i = 0;
  for await (const verdict of python.verdicts(files)) yield { file: files[i++], verdict };
}
