import { start } from "../../lib/tasks/processes.ts";
import type { Verdict } from "./reading.ts";

/** A pandas that runs beside this process and is asked about many files. */
export class Pandas {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncGenerator<string>;

  /** @param python a Python that has pandas */
  constructor(python: string) {
    const script = new URL("read_csv.py", import.meta.url).pathname;
    const child = start(python, [script], { stdin: "piped", stdout: "piped" });
    this.#writer = child.stdin.getWriter();
    this.#lines = lines(child.stdout);
  }

  /** What pandas makes of each file. */
  async *verdicts(files: string[]): AsyncGenerator<Verdict> {
    const asked = this.#writer.write(new TextEncoder().encode(files.map((f) => `${f}\n`).join("")));
    for (const file of files) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`pandas is gone: it did not answer for ${file}.`);
      yield JSON.parse(value);
    }
    await asked;
  }

  /** Lets it end. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writer.close();
  }
}

async function* lines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const whole = (rest + text).split("\n");
    rest = whole.pop()!;
    yield* whole;
  }
}
