import { linesOf } from "../shared/lines.ts";
import { start } from "../shared/processes.ts";

/** What a contestant measured in one turn. */
export interface Turn {
  /** The milliseconds of each unit of work. */
  ms: number[];
  /** Numbers that show whether it did the same work as the others. */
  check: number[];
}

/**
 * A program that does a unit of work, an iteration or an epoch, as often as it is asked to, and reports
 * how long each took (see `serve.ts`). Between its turns it sleeps.
 */
export class Contestant {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncIterator<string>;

  private constructor(readonly name: string, readonly process: Deno.ChildProcess) {
    this.#writer = process.stdin.getWriter();
    this.#lines = linesOf(process.stdout)[Symbol.asyncIterator]();
  }

  /** Starts a contestant and waits until it is ready. If it can't start, gives its last error instead. */
  static async start(
    name: string,
    command: string,
    args: string[],
  ): Promise<Contestant | { name: string; reason: string }> {
    let process: Deno.ChildProcess;
    try {
      process = start(command, args, { stdin: "piped", stdout: "piped", stderr: "piped" });
    } catch (error) {
      return { name, reason: String(error) };
    }
    const errors = new Response(process.stderr).text();
    const contestant = new Contestant(name, process);
    const { value } = await contestant.#lines.next();
    if (value === '"ready"') return contestant;
    const reason = (await errors).trim().split("\n").findLast((line) => /error/i.test(line));
    return { name, reason: (reason ?? "it ended at once").slice(0, 120) };
  }

  /** Lets it do its work `count` times. */
  async turn(count: number): Promise<Turn> {
    await this.#writer.write(new TextEncoder().encode(`${count}\n`));
    const { value } = await this.#lines.next();
    if (!value) throw new Error(`${this.name} ended in the middle.`);
    return JSON.parse(value);
  }

  /** Lets it end. */
  async end(): Promise<void> {
    await this.#writer.close();
    await this.process.status;
  }
}
