import { start } from "../shared/processes.ts";

/** A Python that runs beside this process and says of many files what is in them: the outside truth. */
export class PythonReader<Verdict> {
  readonly #script: string;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncGenerator<string>;

  /**
   * @param python a Python that has what the script imports
   * @param script the script beside this file: it is told a path a line, and answers each with a line of JSON
   */
  constructor(python: string, script: string) {
    this.#script = script;
    const path = new URL(script, import.meta.url).pathname;
    const child = start(python, [path], { stdin: "piped", stdout: "piped" });
    this.#writer = child.stdin.getWriter();
    this.#lines = lines(child.stdout);
  }

  /** What it makes of each file. */
  async *verdicts(files: string[]): AsyncGenerator<Verdict> {
    const asked = this.#writer.write(new TextEncoder().encode(files.map((f) => `${f}\n`).join("")));
    for (const file of files) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`${this.#script} is gone: it did not answer for ${file}.`);
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
