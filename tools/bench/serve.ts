/**
 * The contestants' side of a race: says when it is ready, and then does as many units of work as each
 * line that it reads says, and prints the milliseconds of each.
 *
 * @param work one unit
 * @param check numbers that tell whether the work was the same as the others'
 */
export async function serve(
  work: () => void | Promise<void>,
  check: () => ArrayLike<number>,
): Promise<void> {
  console.log(JSON.stringify("ready"));
  for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    for (const line of text.trim().split("\n")) {
      const ms: number[] = [];
      for (let k = 0; k < Number(line); k++) {
        const began = performance.now();
        await work();
        ms.push(performance.now() - began);
      }
      console.log(JSON.stringify({ ms, check: Array.from(check()).slice(0, 3) }));
    }
  }
}
