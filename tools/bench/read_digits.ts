/**
 * Reads a CSV and prints how long that took: `deno run -A read_digits.ts CSV`.
 *
 * @module
 */

import { readDigits } from "glassnet";

const began = performance.now();
const { count } = await readDigits(Deno.args[0]);
console.log(JSON.stringify({ ms: performance.now() - began, count }));
