/**
 * A web server for the site behind a line of limited speed: what a browser, its workers and its service
 * worker fetch shares the line. (A browser's own emulation leaves workers out.)
 *
 * @module
 */
import { contentType } from "@std/media-types";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** Texts are sent as GitHub Pages and most servers send them. */
const compressed = new Set([".html", ".js", ".css", ".svg"]);

/** What was compressed already, by its file: a server has it at hand, and its processor is the browser's here. */
const zipped = new Map<string, Uint8Array>();

/** How fast the line is. */
export interface Line {
  /**
   * Megabits in a second.
   *
   * @default as fast as it goes
   */
  megabits?: number;
  /**
   * Milliseconds until an answer begins.
   *
   * @default 0
   */
  delay?: number;
}

/** Serves a folder on loopback until it is closed. */
export function serveThinly(
  folder: string,
  { megabits = Infinity, delay = 0 }: Line = {},
): { url: string } & AsyncDisposable {
  /** When the line has sent what it was given. */
  let free = 0;
  const send = async (bytes: number) => {
    free = Math.max(free, performance.now()) + (bytes * 8) / (megabits * 1000);
    await pause(free - performance.now());
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const asked = decodeURIComponent(new URL(request.url).pathname);
      const file = asked.endsWith("/") ? `${asked}index.html` : asked;
      const path = join(folder, file);
      const content = await Deno.readFile(path).catch(() => undefined);
      if (!content) return new Response("not found", { status: 404 });
      const extension = extname(file);
      const zip = compressed.has(extension);
      if (zip && !zipped.has(path)) zipped.set(path, gzipSync(content));
      const bytes = zip ? zipped.get(path)! : content;
      const headers = new Headers({
        "content-type": contentType(extension) ?? "application/octet-stream",
        "content-length": `${bytes.length}`,
        "cache-control": "max-age=600",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "same-origin",
      });
      if (zip) headers.set("content-encoding", "gzip");
      await pause(delay);
      let at = 0;
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const piece = bytes.subarray(at, at += 8192);
          await send(piece.length);
          if (piece.length > 0) controller.enqueue(piece);
          if (at >= bytes.length) controller.close();
        },
      });
      return new Response(body, { headers });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function pause(milliseconds: number): Promise<void> | undefined {
  if (milliseconds > 0) return new Promise((go) => setTimeout(go, milliseconds));
}
