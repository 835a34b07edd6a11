/**
 * Builds `lib/matrix/kernels/kernels_wasm.ts` from its AssemblyScript source, beside it in `simd/`.
 *
 * @module
 */

import asc from "assemblyscript/asc";
import { readArguments } from "./shared/arguments.ts";
import { runTask, say } from "./shared/task.ts";

const folder = new URL("../lib/matrix/kernels/", import.meta.url);

/** The committed build: a module, so that it loads wherever lib does. */
const moduleFile = new URL("kernels_wasm.ts", folder);

/**
 * The WASM module that the source gives; the same source gives the same bytes everywhere.
 *
 * @throws {Error} if it does not compile, with what the compiler says
 */
export async function buildKernels(): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      ...["simd/index.ts", "--outFile", "kernels.wasm"],
      // No garbage collector and no checks: the kernels only read and write at addresses.
      ...["--runtime", "stub", "--noAssert", "-O3"],
      ...["--enable", "simd", "--enable", "threads"],
      // The memory is made by whoever uses the kernels, and seen by all threads.
      ...["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"],
    ],
    {
      readFile(name: string) {
        try {
          return written(Deno.readTextFileSync(new URL(name, folder)));
        } catch {
          return null; // the compiler tries several names for an import
        }
      },
      writeFile(_name: string, contents: string | Uint8Array) {
        if (typeof contents !== "string") wasm = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !wasm) throw new Error(`The kernels do not compile.\n${stderr}`);
  return wasm;
}

/** A WASM module as a module of TypeScript. */
function asModule(wasm: Uint8Array): string {
  const lines = wasm.toBase64().match(/.{1,96}/g)!;
  return `/**
 * The kernels as WASM, made of simd/ by \`deno task kernels\`.
 *
 * @module
 */

/** The bytes of the WASM module. */
export function kernelsWasm(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

const base64 = \`
${lines.join("\n")}
\`;
`;
}

/**
 * Source with all its repetitions. The lines between `// for COUNT of 8 5 4` and `// end` are written for
 * each of the numbers in the place of COUNT, and a line with a `$` for each of the vectors 0 to 7.
 */
function written(source: string): string {
  return source
    .replace(
      /^ *\/\/ for (\w+) of ([\d ]+)\n([^]*?)^ *\/\/ end\n/gm,
      (_, name, numbers, lines) =>
        numbers.split(" ").map((number: string) => lines.replaceAll(name, number)).join(""),
    )
    .replace(
      /^.*\$.*\n/gm,
      (line) => Array.from({ length: 8 }, (_, v) => line.replaceAll("$", `${v}`)).join(""),
    )
    // Vector 0 lies at the beginning, and is always there.
    .replace(/ \+ 16 \* 0\b|, 16 \* 0\b| - 0 \* lanes<T>\(\)|if \(count > 0\) /g, "");
}

if (import.meta.main) {
  await runTask(async () => {
    readArguments(Deno.args, { task: "kernels", does: "Builds kernels_wasm.ts from its source." });
    const wasm = await buildKernels();
    await Deno.writeTextFile(moduleFile, asModule(wasm));
    say(`lib/matrix/kernels/kernels_wasm.ts: ${wasm.length} bytes of WASM.`);
  });
}
