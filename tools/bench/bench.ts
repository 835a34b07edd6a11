/**
 * `deno task bench`: Glassnet beside NumPy, SciPy, PyTorch, TensorFlow.js and ml-matrix, on the same
 * images from the same initial parameters.
 *
 * @module
 */
import { join } from "node:path";
import "../../lib/host/deno.ts";
import { cacheOf } from "../../lib/data/cache.ts";
import { readOriginals } from "../../lib/data/originals.ts";
import { initParameters } from "../../lib/network/parameters.ts";
import { inPage } from "./page.ts";
import { peersPython } from "./peers.ts";
import { type Entry, median, type Outcome, race, ratios } from "./race.ts";
import { spread, table, time } from "./table.ts";
import { readArguments } from "../shared/arguments.ts";
import { ensureData } from "../shared/ensure_data.ts";
import { exists, project, workshop } from "../shared/project.ts";
import { ask } from "../shared/processes.ts";
import { runTask, say } from "../shared/task.ts";

const parts = { iteration, growth, batches, run: wholeRun, page: inPage };
const threads = navigator.hardwareConcurrency;
const folder = join(workshop, "bench");
const scripts = join(project, "tools", "bench");

/** What all parts need to know. */
interface Setting {
  quick: boolean;
  /** The Python of the peers, if there is one. */
  python?: string;
}

/** What one entry of Glassnet runs. */
interface GlassnetOptions {
  unit?: "iteration" | "epoch";
  kind?: "plain" | "simd";
  dtype?: "float64" | "float32";
  images?: number;
  hidden?: number;
  batch?: number;
  threads?: number;
  units?: number;
  /** Without V8's checks of addresses in WASM, only to measure what they cost. */
  unchecked?: boolean;
}

function glassnet(name: string, options: GlassnetOptions): Entry {
  const { unit = "iteration", kind = "simd", dtype = "float32", images = 41_000 } = options;
  const { hidden = 10, batch = 0, units = 10 } = options;
  const numbers = [images, hidden, batch, options.threads ?? threads].map(String);
  const script = join(scripts, "glassnet.ts");
  const flags = options.unchecked ? ["--v8-flags=--no-wasm-bounds-checks"] : [];
  const args = ["run", "--quiet", "-A", ...flags, script, unit, kind, dtype, folder, ...numbers];
  return { name, command: Deno.execPath(), args, units };
}

function inPython(
  { python }: Setting,
  name: string,
  library: string,
  { unit = "iteration", dtype = "float32", images = 41_000, hidden = 10, batch = 0, units = 10 }:
    GlassnetOptions,
): Entry[] {
  if (!python) return [];
  const numbers = [images, hidden, batch].map(String);
  const args = [join(scripts, "peers.py"), unit, library, dtype, folder, ...numbers];
  return [{ name, command: python, args, units }];
}

function inJavaScript(name: string, library: string, images: number): Entry {
  const script = join(scripts, "javascript_peers.ts");
  // Their packages have a lock of their own: a peer's package is not one of Glassnet's.
  const lock = ["--no-config", "--frozen", `--lock=${join(scripts, "javascript_peers.lock")}`];
  const flags = ["run", "--quiet", "-A", "--node-modules-dir=none", ...lock];
  const args = [...flags, script, library, folder, String(images)];
  return { name, command: Deno.execPath(), args, units: 1 };
}

/** One iteration, full batch, 784-10-10. */
async function iteration(setting: Setting): Promise<void> {
  const images = setting.quick ? 2500 : 41_000;
  say(`\n## One iteration: forward, backward, update with ${images} images\n`);
  const fastest = `Glassnet float32, ${threads} threads`;
  const double = `Glassnet float64, ${threads} threads`;
  const plain = "Glassnet float64, plain TypeScript";
  const both = (name: string, library: string) =>
    (["float64", "float32"] as const).flatMap((dtype) =>
      inPython(setting, `${name} ${dtype}`, library, { dtype, images })
    );
  const outcome = await race(
    [
      glassnet(fastest, { images }),
      glassnet(double, { images, dtype: "float64" }),
      glassnet("Glassnet float32, 1 thread", { images, threads: 1 }),
      glassnet("Glassnet float64, 1 thread", { images, threads: 1, dtype: "float64" }),
      glassnet(plain, { images, kind: "plain", dtype: "float64", units: 3 }),
      // What limits the kernels: Deno's V8 compares every address with the memory's size.
      glassnet(`${fastest}, addresses unchecked`, { images, unchecked: true }),
      glassnet("Glassnet float32, 1 thread, addresses unchecked", {
        images,
        unchecked: true,
        threads: 1,
      }),
      ...both("NumPy", "numpy"),
      ...both("SciPy sparse", "scipy"),
      ...both("PyTorch", "torch"),
      ...(setting.quick ? [] : [
        inJavaScript("TensorFlow.js WASM float32", "tfjs-wasm", images),
        inJavaScript("TensorFlow.js pure JS float32", "tfjs-cpu", images),
        inJavaScript("ml-matrix float64", "ml-matrix", images),
      ]),
    ],
    setting.quick ? 2 : 9,
    1e-3,
  );
  const against = [fastest, double, plain];
  say("");
  say(table(
    ["", "time", ...against.map((name) => `${name} is`)],
    [...outcome.times].map(([name, ms]) => [
      name,
      time(median(ms)),
      ...against.map((own) => spread(ratios(outcome.times.get(own)!, ms))),
    ]),
  ));
  sayAbsent(outcome);
}

/** How an iteration's time grows with the images and with the hidden units. */
async function growth(setting: Setting): Promise<void> {
  const sizes = setting.quick ? [2500, 5000] : [5000, 10_000, 20_000, 40_000, 60_000];
  say("\n## Growth with the images: one iteration, 784-10-10\n");
  for (const dtype of ["float32", "float64"] as const) {
    const name = (images: number) => `${dtype}, ${images} images`;
    const { times } = await race(
      sizes.map((images) => glassnet(name(images), { dtype, images, units: 10 })),
      setting.quick ? 2 : 9,
      Infinity,
    );
    const perImage = (images: number) => times.get(name(images))!.map((ms) => ms / images);
    say("");
    say(table(
      ["", "time", "for an image", "against the most images"],
      sizes.map((images) => [
        name(images),
        time(median(times.get(name(images))!)),
        `${(median(perImage(images)) * 1e6).toFixed(0)} ns`,
        spread(ratios(perImage(images), perImage(sizes.at(-1)!))),
      ]),
    ));
  }

  const hiddens = setting.quick ? [10, 17] : [10, 32, 64, 128, 256];
  const images = setting.quick ? 2500 : 10_000;
  say(`\n## Growth with the hidden units: one iteration with ${images} images, float32\n`);
  const rows: string[][] = [];
  for (const hidden of hiddens) {
    const outcome = await race(
      [
        glassnet("Glassnet", { images, hidden }),
        ...inPython(setting, "NumPy", "numpy", { images, hidden }),
        ...inPython(setting, "PyTorch", "torch", { images, hidden }),
      ],
      setting.quick ? 1 : 5,
      1e-2,
    );
    const own = outcome.times.get("Glassnet")!;
    const against = (name: string) => spread(ratios(own, outcome.times.get(name) ?? []));
    rows.push([
      `784-${hidden}-10`,
      time(median(own)),
      outcome.times.has("NumPy") ? against("NumPy") : "-",
      outcome.times.has("PyTorch") ? against("PyTorch") : "-",
    ]);
  }
  say("");
  say(table(["", "time", "against NumPy float32", "against PyTorch float32"], rows));
}

/** An epoch of mini-batches. */
async function batches(setting: Setting): Promise<void> {
  const images = setting.quick ? 2500 : 41_000;
  say(`\n## One epoch of mini-batches, ${images} images, float32\n`);
  const rows: string[][] = [];
  for (const hidden of setting.quick ? [10] : [10, 128]) {
    for (const batch of setting.quick ? [64] : [32, 64, 256]) {
      const options = { unit: "epoch", images, hidden, batch, units: 1 } as const;
      const outcome = await race(
        [glassnet("Glassnet", options), ...inPython(setting, "PyTorch", "torch", options)],
        setting.quick ? 1 : 5,
        Infinity, // each shuffles in its own way
      );
      const own = outcome.times.get("Glassnet")!;
      const torch = outcome.times.get("PyTorch");
      rows.push([
        `784-${hidden}-10, batches of ${batch}`,
        time(median(own)),
        torch ? time(median(torch)) : "-",
        torch ? spread(ratios(own, torch)) : "-",
      ]);
    }
  }
  say("");
  say(table(["", "Glassnet", "PyTorch", "Glassnet against PyTorch"], rows));
}

/** The whole reference run as one program, and reading the CSV. */
async function wholeRun(setting: Setting): Promise<void> {
  if (!setting.quick) await ensureData();
  const csv = join(project, "data", setting.quick ? "sample.csv" : "train.csv");
  const iterations = setting.quick ? "5" : "500";
  say(`\n## The whole reference run, ${iterations} iterations\n`);
  interface Run {
    csv: number;
    ms: number;
    peak: number;
    accuracy: number;
  }
  const deno = (...args: string[]) => [Deno.execPath(), "run", "--quiet", "-A", ...args];
  const script = join(scripts, "reference_run.ts");
  const programs: Record<string, string[]> = {
    "Glassnet float32": deno(script, csv, "float32", iterations),
    "Glassnet float64": deno(script, csv, "float64", iterations),
    ...(setting.python
      ? { "NumPy float64": [setting.python, join(scripts, "notebook.py"), csv, iterations] }
      : {}),
  };
  // One run that does not count makes the cache.
  await program(programs["Glassnet float32"]);
  const runs = new Map<string, Run[]>(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < (setting.quick ? 1 : 5); round++) {
    for (const [name, command] of Object.entries(programs)) {
      runs.get(name)!.push(await program<Run>(command));
    }
    say(`  round ${round + 1}`);
  }
  const numpy = runs.get("NumPy float64");
  say("");
  say(table(
    ["", "CSV", "the rest", "peak memory", "dev accuracy", "time against NumPy", "memory"],
    [...runs].map(([name, all]) => {
      const of = (key: keyof Run) => all.map((run) => run[key]);
      // Glassnet's own reading (from its cache) counts, NumPy's does not.
      const whole = all.map((run) => run.ms + (name.startsWith("Glassnet") ? run.csv : 0));
      return [
        name,
        time(median(of("csv"))),
        time(median(of("ms"))),
        `${(median(of("peak")) / 1e6).toFixed(0)} MB`,
        median(of("accuracy")).toFixed(3),
        numpy ? spread(ratios(whole, numpy.map(({ ms }) => ms))) : "-",
        numpy ? spread(ratios(of("peak"), numpy.map(({ peak }) => peak))) : "-",
      ];
    }),
  ));

  say(`\n## Reading ${setting.quick ? "sample.csv" : "train.csv"}\n`);
  const readers = {
    first: deno(join(scripts, "read_digits.ts"), csv),
    cached: deno(join(scripts, "read_digits.ts"), csv),
    pandas: setting.python ? [setting.python, join(scripts, "read_csv.py"), csv] : undefined,
  };
  const read = { first: [] as number[], cached: [] as number[], pandas: [] as number[] };
  for (let round = 0; round < (setting.quick ? 1 : 5); round++) {
    await Deno.remove(cacheOf(csv)).catch(() => {});
    for (const key of ["first", "cached", "pandas"] as const) {
      const command = readers[key];
      if (command) read[key].push((await program<{ ms: number }>(command)).ms);
    }
  }
  const { pandas } = read;
  say(table(["", "time", "against pandas"], [
    ["Glassnet, first", time(median(read.first)), spread(ratios(read.first, pandas))],
    ["Glassnet, from its cache", time(median(read.cached)), spread(ratios(read.cached, pandas))],
    ...(pandas.length > 0 ? [["pandas read_csv", time(median(pandas)), "1"]] : []),
  ]));
}

/** Runs a program to its end and returns the JSON in its last line. */
async function program<T>([command, ...args]: string[]): Promise<T> {
  const { ok, out, text } = await ask(command, args);
  const last = out.trim().split("\n").findLast((line) => line.startsWith("{"));
  if (!ok || !last) throw new Error(`${command} ${args.join(" ")} failed:\n${text}`);
  return JSON.parse(last);
}

function sayAbsent({ absent }: Outcome): void {
  for (const { name, reason } of absent) say(`\nWithout ${name}: ${reason}`);
}

/** Writes the images and the initial parameters for all contestants. */
async function writeWork(hiddens: number[]): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const { images, labels } = await readOriginals();
  await Deno.writeFile(join(folder, "x"), images.subarray(0, 60_000 * 784));
  await Deno.writeFile(join(folder, "y"), labels.subarray(0, 60_000));
  for (const hidden of hiddens) {
    for (const [name, matrix] of Object.entries(initParameters({ hidden, seed: 42 }))) {
      const rows = Float64Array.from(matrix.toArray().flat());
      await Deno.writeFile(join(folder, `${name}.${hidden}`), new Uint8Array(rows.buffer));
    }
  }
}

if (import.meta.main) {
  await runTask(async () => {
    const choices = Object.keys(parts);
    const { values: { quick }, words } = readArguments(Deno.args, {
      task: "bench",
      does: "Times Glassnet beside NumPy, SciPy, PyTorch, TensorFlow.js and ml-matrix.",
      options: {
        quick: { help: "only show that it runs: few images, few rounds, nothing fetched" },
      },
      words: { name: "[PART...]", help: `${choices.join(", ")}; the default is all`, choices },
    });
    await writeWork([10, 17, 32, 64, 128, 256]);
    const stamp = join(folder, "packages.txt");
    const python = quick && !await exists(stamp) ? undefined : await peersPython(folder);
    say(
      `${threads} threads, Deno ${Deno.version.deno}. Ratios: median (minimum to maximum) of the rounds.`,
    );
    for (const [name, part] of Object.entries(parts)) {
      if (words.length === 0 || words.includes(name)) await part({ quick, python });
    }
  });
}
