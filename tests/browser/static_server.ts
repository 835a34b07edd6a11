import { contentType } from "@std/media-types";
import { extname, join } from "node:path";

/** What is served in place of files, by their paths such as `/index.html`; undefined is nothing. */
export interface Others {
  [path: string]: string | Uint8Array<ArrayBuffer> | undefined;
}

/**
 * Serves a folder on loopback, as any web server would.
 *
 * @param headers sent with each file, such as those that let a page share memory with its workers
 * @param more other files, by their path
 */
export function serveFolder(
  folder: string,
  headers: { [name: string]: string } = {},
  more: Others = {},
): { url: string } & AsyncDisposable {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const asked = decodeURIComponent(new URL(request.url).pathname);
      const path = asked.endsWith("/") ? `${asked}index.html` : asked;
      try {
        const bytes = path in more ? more[path] : await Deno.readFile(join(folder, path));
        if (bytes === undefined) return new Response("not found", { status: 404 });
        const type = contentType(extname(path)) ?? "application/octet-stream";
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
