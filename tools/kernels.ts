/**
 * Builds `lib/matrix/kernels/kernels_wasm.ts` from its AssemblyScript source, beside it in `simd/`.
 *
 * @module
 */

import asc from "assemblyscript/asc";

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
          return Deno.readTextFileSync(new URL(name, folder));
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

if (import.meta.main) {
  const wasm = await buildKernels();
  await Deno.writeTextFile(moduleFile, asModule(wasm));
  console.log(`lib/matrix/kernels/kernels_wasm.ts: ${wasm.length} bytes of WASM.`);
}
