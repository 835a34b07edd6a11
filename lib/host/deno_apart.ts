import { TextLineStream } from "@std/streams/text-line-stream";
import { fileURLToPath } from "node:url";
import { addressIn, isRemote, project } from "./deno_modules.ts";
import type { Ending, Limits } from "./host.ts";

/** No start takes longer than this, on any machine. */
const PATIENCE = 30_000;

/** No run says more than this, unless the reader's function writes to the output itself. */
const MOST_BYTES = 50e6;

/** What the process is told first. */
export interface Order {
  /** The worker to start. */
  module: string;
  work: string;
  limits: Limits;
  /** Before and behind each line that is not the reader's function's. */
  secret: string;
}

/**
 * Runs a worker in a process of its own, which may read lib and nothing else: no writing, no
 * network, no environment, no other process. It ends with this process, too.
 */
export async function runApart(
  module: string,
  work: string,
  limits: Limits,
  hear: (message: string) => void,
): Promise<Ending> {
  if (isRemote) await fetchModules(module);
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--no-lock", "--cached-only"],
      ...(isRemote ? fromServer : fromFolder()),
      "--v8-flags=--max-old-space-size=256",
      addressIn("host/deno_child.ts").href,
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const end = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const secret = crypto.randomUUID();
  const order: Order = { module: addressIn(module).href, work, limits, secret };
  const writer = child.stdin.getWriter();
  const sent = writer.write(new TextEncoder().encode(JSON.stringify(order) + "\n"))
    .catch(() => {});
  const complaint = lastOf(child.stderr);
  let ending: Ending | undefined;
  let started = false;
  const { start = PATIENCE } = limits;
  let timer = setTimeout(end, start);
  try {
    const lines: ReadableStream<string> = child.stdout.pipeThrough(firstBytes(MOST_BYTES))
      .pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
    for await (const line of lines) {
      clearTimeout(timer);
      timer = setTimeout(end, PATIENCE);
      // A line that was cut off has no secret behind it.
      if (!line.startsWith(secret) || !line.endsWith(secret)) continue;
      started = true;
      const message = line.slice(secret.length, -secret.length);
      const { done, stopped, alive } = JSON.parse(message);
      if (alive) continue;
      if (done) ending = "done";
      else if (stopped) ending = stopped;
      else hear(message);
    }
  } finally {
    clearTimeout(timer);
    end();
    await sent;
    await writer.close().catch(() => {});
  }
  const { code } = await child.status;
  const said = (await complaint).trim();
  if (ending) return ending;
  if (/out of memory|heap limit/i.test(said)) return "memory";
  if (code !== 0 && /^error:/m.test(said)) {
    throw new Error(`The check could not start its process: ${said}`);
  }
  if (started) return "left";
  throw new Error(
    `The check's process did not start within ${
      start / 1000
    } seconds. Is this machine very busy? ` +
      "Run the cell again.",
  );
}

/** What a process may reach that loads lib from its folder. */
function fromFolder(): string[] {
  const folder = fileURLToPath(project);
  return ["--no-remote", `--config=${folder}deno.json`, `--allow-read=${folder}`];
}

/** The same for one that loads lib from a server: the modules that are here already. */
const fromServer = [
  "--no-config",
  `--import-map=${new URL("deno.json", project)}`,
  `--allow-import=${project.host}`,
];

let fetched: Promise<void> | undefined;

/** Has Deno fetch what the process loads, since the process may fetch nothing itself. */
function fetchModules(module: string): Promise<void> {
  return fetched ??= (async () => {
    const modules = [module, "host/deno_child.ts", "mod.ts"].map((name) => addressIn(name).href);
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["cache", "--quiet", "--no-lock", ...fromServer, ...modules],
    }).output();
    if (success) return;
    fetched = undefined;
    throw new Error(`The check could not fetch its modules: ${new TextDecoder().decode(stderr)}`);
  })();
}

/** Ends a stream after so many bytes. */
function firstBytes(most: number): TransformStream<Uint8Array<ArrayBuffer>> {
  let count = 0;
  return new TransformStream({
    transform(chunk, controller) {
      count += chunk.length;
      if (count > most) controller.terminate();
      else controller.enqueue(chunk);
    },
  });
}

/** The end of what a stream said. */
async function lastOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  let text = "";
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    text = (text + chunk).slice(-20_000);
  }
  return text;
}
