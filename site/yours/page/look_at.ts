import { startWorker } from "../../../lib/host/page_worker.ts";
import type { FromReader, ToReader } from "../messages.ts";

/** What was found in a file. */
export type Found = Exclude<FromReader, { type: "loading" }>;

/** Has a file looked at, in a worker that ends with that. */
export function lookAt(
  file: ToReader,
  onLoading: (done: number, total: number) => void,
): Promise<Found> {
  const failed = (message: string): Found => ({
    type: "wrong",
    message: `${file.name} could not be looked at. ${message}`.trim(),
  });
  return new Promise<Found>((resolve) => {
    let worker: Worker;
    try {
      worker = startWorker(new URL("../kernel/reader.js", import.meta.url));
    } catch (error) {
      return resolve(failed((error as Error).message));
    }
    const end = (found: Found) => {
      worker.terminate();
      resolve(found);
    };
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if (data.type === "loading") onLoading(data.done, data.total);
      else end(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(failed(event.message ?? ""));
    };
    worker.postMessage(file);
  });
}
