/** What lib says of files of this machine: run by real_files_test.ts on disks and with rights that it prepares. */
import {
  initParameters,
  loadParameters,
  readDigits,
  saveParameters,
  train,
  writeSubmission,
} from "glassnet";
import { patterns } from "../training/small_digits.ts";

const parameters = initParameters({ inputs: 3, hidden: 2 });
const overwrite = true;

/** All that writes a file. */
const writes: ((path: string) => Promise<unknown>)[] = [
  (path) => saveParameters(path, parameters, { overwrite }),
  (path) => writeSubmission(path, Array(10_000).fill(1), { overwrite }),
  (path) => train(patterns(), { iterations: 1, checkpoint: { path, overwrite } }),
];

/** All that reads a file. */
const reads: ((path: string) => Promise<unknown>)[] = [
  (path) => loadParameters(path),
  (path) => readDigits(path),
  (path) => train(patterns(), { iterations: 1, resume: path }),
];

const [how, ...paths] = Deno.args;
const said: Record<string, string[]> = {};
for (const path of paths) {
  said[path] = await Promise.all((how === "read" ? reads : writes).map(async (call) => {
    try {
      await call(path);
      return "done";
    } catch (error) {
      const { name, file, message } = error as Error & { file?: string };
      return `${name} of ${file}: ${message}`;
    }
  }));
}
console.log(JSON.stringify(said));
