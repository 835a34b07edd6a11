/**
 * `deno task fuzz`: bad data and trainings by the thousand, and processes that are killed while they write.
 *
 * @module
 */
import { join } from "node:path";
import { loadDigits } from "../../lib/mod.ts";
import { pandasOnly, peersPython } from "../bench/peers.ts";
import { table } from "../bench/table.ts";
import { readArguments } from "../shared/arguments.ts";
import { ask } from "../shared/processes.ts";
import { pythonEnvironment } from "../shared/python_environment.ts";
import { workshop, writeWhole } from "../shared/project.ts";
import { Advice, runTask, say } from "../shared/task.ts";
import {
  type Case,
  type Counts,
  readBesidePython,
  type Subject,
  verdictsOn,
} from "./beside_python.ts";
import { csvCases, kinds } from "./csv_cases.ts";
import { killKinds, killWhileWriting } from "./kill.ts";
import { largeFiles, readLarge } from "./large_files.ts";
import { fuzzCache } from "./cache_run.ts";
import { parameterCases, parameterKinds } from "./parameter_cases.ts";
import { type ParameterVerdict, tryParameters } from "./parameters_run.ts";
import { fuzzTrainings, trainingKinds } from "./training_cases.ts";
import { PythonReader } from "./python_reader.ts";
import { readCase, type Verdict } from "./reading.ts";

const folder = join(workshop, "fuzz");
const csvVerdicts = new URL("fixtures/verdicts.json", import.meta.url);
const parametersVerdicts = new URL("fixtures/parameter_verdicts.json", import.meta.url);

interface Options {
  /** How many; each part has its own default. */
  cases?: number;
  seed: number;
}

/** Each part returns the number of its findings. */
const parts: Record<string, (options: Options) => Promise<number>> = {
  csv,
  large,
  cache,
  parameters,
  trainings,
  kill,
};

/** CSVs of digits, beside pandas. */
async function csvFiles() {
  const python = await peersPython(folder, pandasOnly);
  if (!python || !(await ask(python, ["-c", "import pandas"])).ok) {
    throw new Advice(
      "The fuzz compares with pandas, which can't be installed here: check the network and start again.",
    );
  }
  return {
    ...{ extension: "csv", kinds, cases: csvCases, read: readCase },
    python: new PythonReader<Verdict>(python, "read_csv.py"),
    outcomes: ["read", "refused in the header", "refused in a row"],
    ...{ readByPython: "pandas reads digits", property: "digits" },
  };
}

/** Saved parameters, beside Python's safetensors. */
async function parameterFiles() {
  const { python } = await pythonEnvironment();
  return {
    ...{ extension: "safetensors", kinds: parameterKinds, cases: parameterCases },
    read: (_: Case, file: string, verdict: ParameterVerdict) => tryParameters(file, verdict),
    python: new PythonReader<ParameterVerdict>(python, "read_safetensors.py"),
    outcomes: ["read", "refused"],
    ...{ readByPython: "Python reads parameters", property: "numbers" },
  };
}

/** Files to which something has happened, each read here and in Python. */
async function besidePython<One extends Case, Verdict extends object>(
  subject: Subject<One, Verdict>,
  count: number,
  seed: number,
): Promise<number> {
  await using _ = subject.python;
  let kept = 0;
  const counts = await readBesidePython(subject, {
    ...{ seed, count },
    onDone: (done) => say(`  ${done} of ${count}`),
    onFinding: async (words, { content }) => {
      const file = join(folder, `finding-${++kept}.${subject.extension}`);
      await Deno.mkdir(folder, { recursive: true });
      await Deno.writeFile(file, content);
      say(`  ${words}\n    the file is kept as ${file}`);
    },
  });
  return summary("what happened to the file", counts);
}

async function csv({ cases = 20_000, seed }: Options): Promise<number> {
  say(`\n## readDigits() on ${cases} files, seed ${seed}, beside pandas\n`);
  return await besidePython(await csvFiles(), cases, seed);
}

async function parameters({ cases = 20_000, seed }: Options): Promise<number> {
  say(`\n## loadParameters() on ${cases} files, seed ${seed}, beside Python's safetensors\n`);
  return await besidePython(await parameterFiles(), cases, seed);
}

/** Files of 64 MB that go on and on. */
async function large(_: Options): Promise<number> {
  say("\n## readDigits() on files of 64 MB\n");
  const rows: string[][] = [];
  let findings = 0;
  for (const name of largeFiles) {
    const { outcome, seconds, megabytes } = await readLarge(name, 64);
    // Deno itself takes 70 MB, the most demanding of these files 160 MB.
    const fine = /^(\d+ images|refused)/.test(outcome) && megabytes < 400;
    if (!fine) findings++;
    rows.push([name, outcome, `${seconds.toFixed(1)} s`, `${megabytes.toFixed(0)} MB`]);
  }
  say(table(["file", "outcome", "time", "peak memory"], rows));
  return findings;
}

/** Caches to which something has happened. */
async function cache({ cases = 20_000, seed }: Options): Promise<number> {
  say(`\n## readDigits() beside ${cases} damaged caches, seed ${seed}\n`);
  const counts = await fuzzCache({
    seed,
    count: cases,
    onDone: (done) => say(`  ${done} of ${cases}`),
    onFinding: (words) => say(`  ${words}`),
  });
  return summary("what happened to the cache", counts);
}

/** Trainings that go well and badly: what is said of them. */
async function trainings({ cases = 900, seed }: Options): Promise<number> {
  say(`\n## train() ${cases} times, seed ${seed}\n`);
  const { train: digits } = await loadDigits({ sample: true, onProgress() {} });
  let findings = 0;
  const counts = await fuzzTrainings({
    ...{ digits, seed, count: cases },
    // Every other training is sound: in 600 of them, nothing is said in over 300.
    kinds: Object.keys(trainingKinds).flatMap((kind) => ["as it should be", kind]),
    onFinding(words) {
      findings++;
      say(`  ${words}`);
    },
  });
  const outcomes = ["learns", "fails", "stopped", "warned", "nothing said"];
  say(table(
    ["what is wrong", ...outcomes],
    [...counts].map(([kind, one]) => [kind, ...outcomes.map((name) => `${one[name] ?? 0}`)]),
  ));
  return findings;
}

/** Prints what became of each kind of case and of all; returns the number of findings. */
function summary(what: string, counts: Counts): number {
  const names = Object.keys([...counts.values()][0]);
  const sum = Object.fromEntries(
    names.map((name) => [name, [...counts.values()].reduce((sum, one) => sum + one[name], 0)]),
  );
  say("");
  say(table(
    [what, ...names],
    [...counts, ["all", sum] as const].map(([kind, one]) => [
      kind,
      ...names.map((name) => `${one[name]}`),
    ]),
  ));
  say(`\nThe memory of this process: ${Math.round(Deno.memoryUsage().rss / 1e6)} MB.`);
  return sum.finding;
}

/** Processes that are killed while they write. */
async function kill({ cases = 200, seed }: Options): Promise<number> {
  say(`\n## ${cases} processes killed while they write, seed ${seed}\n`);
  const rows: string[][] = [];
  let findings = 0;
  for (const [k, what] of killKinds.entries()) {
    // The kills are divided among the kinds; the first kinds get the remainder.
    const kills = Math.ceil((cases - k) / killKinds.length);
    const counts = await killWhileWriting(what, kills, seed + k);
    for (const words of counts.findings) say(`  ${words}`);
    findings += counts.findings.length;
    const { old, next, none, left } = counts;
    rows.push([what, ...[kills, old, next, none, left, counts.findings.length].map(String)]);
  }
  const head = ["file", "kills", "then the old one", "the new one", "none"];
  say(table([...head, "killed in the middle", "findings"], rows));
  return findings;
}

/** Renews what Python says of the cases of the short runs in `deno task test`. */
async function writeVerdicts(): Promise<void> {
  await renew(csvVerdicts, await csvFiles());
  await renew(parametersVerdicts, await parameterFiles());
}

async function renew<One extends Case, Verdict extends object>(
  fixture: URL,
  subject: Subject<One, Verdict>,
): Promise<void> {
  await using _ = subject.python;
  const { seed, count } = JSON.parse(await Deno.readTextFile(fixture));
  const verdicts = await Array.fromAsync(verdictsOn(subject, subject.cases(seed, count)));
  const lines = verdicts.map(({ verdict }) => JSON.stringify(verdict)).join(",\n");
  await writeWhole(
    fixture.pathname,
    `{"seed": ${seed}, "count": ${count}, "verdicts": [\n${lines}\n]}\n`,
  );
}

if (import.meta.main) {
  await runTask(async () => {
    const names = Object.keys(parts);
    const { values: { cases, seed = 1 }, words } = readArguments(Deno.args, {
      task: "fuzz",
      does: "Reads damaged files, trains well and badly, and kills processes while they write.",
      options: {
        cases: { number: "N", help: "how many cases; each part has its own default" },
        seed: { number: "N", help: "which cases; the default is 1" },
      },
      words: {
        name: "[PART...]",
        help: `${names.join(", ")}; the default is all. Or verdicts, which renews the fixtures`,
        choices: [...names, "verdicts"],
      },
    });
    if (words.includes("verdicts")) return await writeVerdicts();
    let findings = 0;
    for (const [name, part] of Object.entries(parts)) {
      if (words.length === 0 || words.includes(name)) findings += await part({ cases, seed });
    }
    say(`\n${findings} findings`);
    return findings > 0 ? 1 : 0;
  });
}
