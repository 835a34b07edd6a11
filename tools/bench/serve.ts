import process from "node:process";
import { createInterface } from "node:readline";

/**
 * The contestants' side of a race: says when it is ready. Then each line that it reads is a number of
 * units of work; it does them and prints the milliseconds of each. (The JavaScript peers run without
 * `deno.json`, so this takes what Node has.)
 *
 * @param work one unit
 * @param check numbers that show whether the work was the same as the others'
 */
export async function serve(
  work: () => void | Promise<void>,
  check: () => ArrayLike<number>,
): Promise<void> {
  console.log(JSON.stringify("ready"));
  for await (const line of createInterface({ input: process.stdin })) {
    const ms: number[] = [];
    for (let k = 0; k < Number(line); k++) {
      const began = performance.now();
      await work();
      ms.push(performance.now() - began);
    }
    console.log(JSON.stringify({ ms, check: Array.from(check()).slice(0, 3) }));
  }
}
