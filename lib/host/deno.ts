/**
 * Glassnet in Deno. Whoever imports this module runs there.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { runApart } from "./deno_apart.ts";
import { files } from "./deno_files.ts";
import { prepareKernel } from "./deno_kernel.ts";
import { addressIn, mayLoad } from "./deno_modules.ts";
import { useHost } from "./host.ts";

/** Deno's side of Jupyter, in a kernel. */
function jupyter(): typeof Deno.jupyter | undefined {
  try {
    return Deno.jupyter; // In a plain script, asking for it throws.
  } catch {
    return undefined;
  }
}

const kernel = jupyter();
if (kernel) prepareKernel(kernel);

useHost({
  files,

  processors: navigator.hardwareConcurrency,
  startWorker(module) {
    return mayLoad(module) ? new Worker(addressIn(module), { type: "module" }) : undefined;
  },
  runApart,

  notebook: jupyter,
  onStop(stop) {
    // As long as somebody listens, the signal that the button sends does not end the process.
    Deno.addSignalListener("SIGINT", stop);
    return () => Deno.removeSignalListener("SIGINT", stop);
  },
  terminal() {
    if (!Deno.stderr.isTerminal()) return undefined;
    const encoder = new TextEncoder();
    return (text) => void Deno.stderr.writeSync(encoder.encode(text));
  },
  environment(variable) {
    // Asking for the variable without this would stop a script for a permission.
    const { state } = Deno.permissions.querySync({ name: "env", variable });
    return state === "granted" ? Deno.env.get(variable) : undefined;
  },
  inspect: (value) => Deno.inspect(value),

  crc32: (bytes, before) => crc32(bytes as Uint8Array<ArrayBuffer>, before),
  md5: (bytes) => createHash("md5").update(bytes).digest("hex"),
});
