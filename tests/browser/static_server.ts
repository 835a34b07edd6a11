import { extname, join } from "node:path";

const types: { [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".csv": "text/csv",
  ".json": "application/json",
};

/** The headers that let a page share memory with its workers. */
export const isolating = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * Serves a folder on loopback, as any web server would.
 *
 * @param headers sent with each file, such as those that let a page share memory with its workers
 * @param others what is served in place of files, by their paths such as `/index.html`; undefined if
 * there is nothing. It may change while the server runs
 */
export function serveFolder(
  folder: string,
  headers: { [name: string]: string } = {},
  others: Map<string, Uint8Array<ArrayBuffer> | undefined> = new Map(),
): { url: string } & AsyncDisposable {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const path = decodeURIComponent(new URL(request.url).pathname);
      try {
        const bytes = others.has(path)
          ? others.get(path)
          : await Deno.readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path));
        if (!bytes) return new Response("not found", { status: 404 });
        const type = types[extname(path) || ".html"] ?? "application/octet-stream";
        return new Response(bytes, { headers: { "content-type": type, ...headers } });
      } catch {
        return new Response("not found", { status: 404 });
      }
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
