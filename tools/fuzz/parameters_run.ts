import { join } from "node:path";
import { DataError, fingerprint, loadParameters, type Matrix } from "glassnet";
import { type ParameterCase, parameterCases, parameterKinds } from "./parameter_cases.ts";
import type { PythonReader } from "./python_reader.ts";
import { watchdog } from "./watchdog.ts";

/** What Python's safetensors makes of a file: see `read_safetensors.py`. */
export type ParameterVerdict = { numbers: string } | { other: string } | { refused: string };

/** What became of a kind of damage, and how often. */
export type ParameterCounts = Record<
  "read" | "refused" | "Python reads parameters" | "finding",
  number
>;

/** Loads many damaged files, and compares each with what Python makes of it. */
export async function fuzzParameters({ seed, count, python, onDone, onFinding }: {
  seed: number;
  count: number;
  python: PythonReader<ParameterVerdict>;
  onDone: (done: number) => void;
  onFinding: (words: string, found: ParameterCase) => Promise<void>;
}): Promise<Map<string, ParameterCounts>> {
  using watch = watchdog();
  const table = new Map(parameterKinds.map((kind) => [kind, {
    "read": 0,
    "refused": 0,
    "Python reads parameters": 0,
    "finding": 0,
  }]));
  const batch = 20 * parameterKinds.length;
  for (let done = 0; done < count; done += batch) {
    const cases = parameterCases(seed + done, Math.min(batch, count - done));
    await withFiles(cases, async (files) => {
      let i = 0;
      for await (const verdict of python.verdicts(files)) {
        const what = `case ${i} of seed ${seed + done}, ${cases[i].kind}`;
        watch.step(what);
        const counts = table.get(cases[i].kind)!;
        const { outcome, finding } = await tryParameters(files[i], verdict);
        counts[outcome]++;
        if ("numbers" in verdict) counts["Python reads parameters"]++;
        if (finding) {
          counts.finding++;
          await onFinding(`${what}: ${finding}`, cases[i]);
        }
        i++;
      }
    });
    onDone(Math.min(count, done + batch));
  }
  return table;
}

/** What Python makes of each case, for machines without it: see `fixtures/parameter_verdicts.json`. */
export async function parameterVerdicts(
  cases: ParameterCase[],
  python: PythonReader<ParameterVerdict>,
): Promise<ParameterVerdict[]> {
  return await withFiles(cases, (files) => Array.fromAsync(python.verdicts(files)));
}

async function withFiles<T>(
  cases: ParameterCase[],
  work: (files: string[]) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
  try {
    const files = cases.map((_, i) => join(folder, `${i}.safetensors`));
    for (const [i, { content }] of cases.entries()) await Deno.writeFile(files[i], content);
    return await work(files);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Loads a file and compares with Python; `finding` says what is wrong, if anything is. */
export async function tryParameters(
  file: string,
  verdict: ParameterVerdict,
): Promise<{ outcome: "read" | "refused"; finding?: string }> {
  try {
    const parameters = await loadParameters(file);
    // All NaNs count as equal: JavaScript may keep other bits than those in the file.
    for (const { values } of Object.values(parameters) as Matrix[]) {
      values.forEach((value, k) => Number.isNaN(value) && (values[k] = NaN));
    }
    const { W1, W2 } = parameters;
    const found = `${W1.shape}, ${W2.shape}, ${W1.dtype}, ${fingerprint(parameters).slice(0, 16)}`;
    const theirs = Object.values(verdict)[0];
    const finding = found === theirs ? undefined : `read as ${found}, but Python: ${theirs}`;
    return { outcome: "read", finding };
  } catch (error) {
    return { outcome: "refused", finding: refusalFinding(error, file) };
  }
}

/** What is wrong with a refusal, if anything is: it must name the file, and the tensor or part. */
function refusalFinding(error: unknown, file: string): string | undefined {
  if (!(error instanceof DataError)) return `not a DataError but ${error}`;
  const { message } = error;
  if (error.file !== file || !message.startsWith(`${file}: `)) return `names no file: ${message}`;
  if (message.length > file.length + 500) return `${message.length} characters are too many`;
  if (!/header|tensor|"|bytes|shape|W1|format/.test(message.slice(file.length))) {
    return `names no place: ${message}`;
  }
}
