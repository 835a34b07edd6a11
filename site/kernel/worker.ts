/**
 * The worker that runs a notebook's cells in a page; see `protocol.ts` for what it is told and says.
 *
 * @module
 */
import "./place.ts";
import { CellSession, inspect } from "../../lib/cells/mod.ts";
import { page } from "../../lib/host/page.ts";
import { showStrayErrors } from "../../lib/host/stray_errors.ts";
import { denoInCells } from "./deno_in_cells.ts";
import { provideDigits } from "./digit_files.ts";
import { JoinedTexts } from "./joined_texts.ts";
import { ownModules } from "./own_modules.ts";
import type { FromKernel, Output, ToKernel } from "./protocol.ts";

/** A worker's global object, as far as it is used here. */
interface WorkerScope {
  postMessage(message: FromKernel): void;
  addEventListener(type: string, listen: (event: never) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
// A cell may declare a name like this; this worker keeps the browser's.
const post = scope.postMessage.bind(globalThis);
/** Sends a message behind all that cells have printed. */
const send = (message: FromKernel): void => {
  printed.flush();
  post(message);
};
const { files } = page;
const data = new URL("data/", import.meta.url);
const onLoading = (what: string, done: number, total: number) =>
  send({ type: "loading", what, done, total });

const printed = new JoinedTexts((id, output) => {
  try {
    post({ type: "output", id, output });
  } catch {
    // Such as a function in a display: a notebook's file could not hold it, either.
    post({ type: "output", id, output: JSON.parse(JSON.stringify(output)) });
  }
});

/** The cell that runs, or that ran last: what it prints later is still its. */
let current = "";
let session: CellSession | undefined;

scope.addEventListener("message", ({ data }: MessageEvent<ToKernel>) => {
  obey(data).catch((error) => send({ type: "failed", message: String(error?.message ?? error) }));
});

showStrayErrors(
  (text) => output({ output_type: "stream", name: "stderr", text }),
  (error) => session ? session.inspect(error) : inspect(error),
);

async function obey(message: ToKernel): Promise<void> {
  switch (message.type) {
    case "begin":
      return await begin(message);
    case "run":
      return await run(message.id, message.source, message.others);
    case "stop":
      return send({ type: "stopping", heard: page.stop() });
    case "write":
      return files.put(message.path, message.content);
    case "forget":
      return forget(message.path);
  }
}

async function begin({ folder, files: own = {}, threads }: ToKernel & { type: "begin" }) {
  files.folder = folder;
  page.processors = threads ?? navigator.hardwareConcurrency;
  provideDigits(files, data, onLoading);
  for (const [path, content] of Object.entries(own)) files.put(path, content);
  files.onWrite = (path, bytes) => {
    if (path.endsWith(".cache")) return; // It can be made again.
    send({ type: "written", path, bytes });
  };
  files.onRemove = (path) => send({ type: "removed", path });
  session = new CellSession({ modules, output });
  const { jupyter } = session;
  page.notebook = jupyter;
  page.inspect = (value) => session!.inspect(value);
  const deno = denoInCells(files, jupyter);
  Object.defineProperty(globalThis, "Deno", { value: deno, configurable: true, writable: true });
  // Before the first cell: Glassnet notes which names the browser has by itself.
  await modules.glassnet();
  send({ type: "ready", threads: page.processors });
}

/** Takes away a file that the reader wants no more; the site's own is there again. */
function forget(path: string): void {
  files.drop(path);
  provideDigits(files, data, onLoading, path);
}

async function run(id: string, source: string, others?: string[]): Promise<void> {
  if (!session) throw new Error("The first message to the kernel must be begin.");
  current = id;
  send({ type: "running", id, count: session.count + 1 });
  const { ok, count } = await session.run(source, others);
  send({ type: "done", id, ok, count });
}

function output(output: Output): void {
  printed.add(current, output);
}

/** What a cell can import. */
const modules = {
  glassnet: () => import("../../lib/mod.ts"),
  "glassnet/core": () => import("../../lib/core.ts"),
  "glassnet/kernels": () => import("../../lib/kernels.ts"),
  "@std/assert": () => import("@std/assert"),
  ...ownModules,
};
