import { linesOf } from "../shared/lines.ts";
import { start } from "../shared/processes.ts";

/** A Python program beside this process that says of many files what is in them: the outside truth. */
export class PythonReader<Verdict> {
  readonly #script: string;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncIterator<string>;

  /**
   * @param python a Python that has what the script imports
   * @param script a script beside this file that reads a path a line and answers with a line of JSON
   */
  constructor(python: string, script: string) {
    this.#script = script;
    const path = new URL(script, import.meta.url).pathname;
    const child = start(python, [path], { stdin: "piped", stdout: "piped" });
    this.#writer = child.stdin.getWriter();
    this.#lines = linesOf(child.stdout)[Symbol.asyncIterator]();
  }

  /** What it says of each file. */
  async *verdicts(files: string[]): AsyncGenerator<Verdict> {
    const asked = this.#writer.write(new TextEncoder().encode(files.map((f) => `${f}\n`).join("")));
    for (const file of files) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`${this.#script} has ended: it did not answer for ${file}.`);
      yield JSON.parse(value);
    }
    await asked;
  }

  /** Lets it end. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writer.close();
  }
}
