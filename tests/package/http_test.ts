/**
 * Glassnet imported from a server into an empty folder, as from a registry.
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { project } from "../../tools/shared/project.ts";
import { folderWith, runIn } from "./folder.ts";

const types: Record<string, string> = {
  ts: "application/typescript",
  js: "text/javascript",
  json: "application/json",
  csv: "text/csv",
};

/** Serves the files that the package holds, and keeps the paths that were asked for. */
function serveProject(): { address: string; asked: Set<string> } & AsyncDisposable {
  const asked = new Set<string>();
  const options = { port: 0, hostname: "127.0.0.1", onListen() {} };
  const server = Deno.serve(options, async (request) => {
    const path = decodeURIComponent(new URL(request.url).pathname);
    asked.add(path);
    if (!/^\/(deno\.json|lib\/.+|data\/sample\w*\.csv)$/.test(path) || path.includes("..")) {
      return new Response("It is not in the package.", { status: 404 });
    }
    const type = types[path.split(".").at(-1)!] ?? "application/octet-stream";
    const bytes = await Deno.readFile(join(project, path)).catch(() => undefined);
    return bytes
      ? new Response(bytes, { headers: { "content-type": type } })
      : new Response("There is no such file.", { status: 404 });
  });
  const address = `http://127.0.0.1:${server.addr.port}`;
  return { address, asked, [Symbol.asyncDispose]: () => server.shutdown() };
}

const script = `
import {
  check, confusionHeatmap, confusionMatrix, fingerprint, hints, loadDigits, matmul, predict, scale,
  train, transpose,
} from "glassnet";
const { train: digits, test } = await loadDigits({ sample: true });
const { parameters } = await train(digits, { iterations: 20, seed: 42 });
const counts = confusionMatrix(predict(parameters, digits.X), digits.labels);
const figure = confusionHeatmap(counts);
const right = await check.dW2((dZ2, A1) => scale(matmul(dZ2, transpose(A1)), 1 / dZ2.cols), { uses: { scale, matmul, transpose } });
const mistaken = await check.dW2((dZ2, A1) => matmul(dZ2, transpose(A1)), { uses: { matmul, transpose } });
const curious = await check.dW2((dZ2, A1) => {
  const doors = [
    () => Deno.readTextFileSync("main.js"),
    () => Deno.env.get("HOME"),
    () => new Deno.Command("ls").outputSync(),
    () => Deno.writeTextFileSync("smuggled", ""),
  ];
  for (const door of doors) {
    try {
      door();
      return dZ2;
    } catch (error) {
      if (error.name !== "NotCapable") throw error;
    }
  }
  return scale(matmul(dZ2, transpose(A1)), 1 / dZ2.cols);
}, { uses: { scale, matmul, transpose } });
const all = await check.dW2((dZ2, A1) => { hints("dW2"); return scale(matmul(dZ2, transpose(A1)), 1 / dZ2.cols); }, { uses: { hints, scale, matmul, transpose } });
console.log(JSON.stringify({
  counts: [digits.count, test.count],
  fingerprint: fingerprint(parameters),
  figure: figure.data.length > 0,
  verdicts: [right, mistaken, curious, all].map(({ verdict }) => verdict),
}));
`;

Deno.test("imported from a server, everything works: data, training, figures, checks", async () => {
  await using server = serveProject();
  using folder = folderWith({ "main.js": script });
  const { host } = new URL(server.address);
  const map = `${server.address}/deno.json`;
  const { success, out, err } = await runIn(
    folder.path,
    Deno.execPath(),
    ...["run", "--quiet", "--no-prompt", "--no-lock", `--import-map=${map}`],
    ...[`--allow-import=${host}`, `--allow-net=${host}`, "--allow-run", "main.js"],
  );
  assert(success, err);
  const glassnet = await import("glassnet");
  const { train: digits } = await glassnet.loadDigits({ sample: true });
  const { parameters } = await glassnet.train(digits, { iterations: 20, seed: 42 });
  assertEquals(JSON.parse(out), {
    counts: [500, 50],
    fingerprint: glassnet.fingerprint(parameters),
    figure: true,
    verdicts: ["right", "mistake", "right", "right"],
  });
});

Deno.test("who imports relu from the core fetches neither data nor what only a notebook needs", async () => {
  await using server = serveProject();
  const relu = `import { Matrix, relu } from "glassnet/core";
console.log(relu(Matrix.from([[-1, 2]])).toArray().join());`;
  using folder = folderWith({ "main.js": relu });
  const { success, out, err } = await runIn(
    folder.path,
    Deno.execPath(),
    ...["run", "--quiet", "--no-prompt", "--no-lock", `--import-map=${server.address}/deno.json`],
    ...[`--allow-import=${new URL(server.address).host}`, "main.js"],
  );
  assert(success, err);
  assertEquals(out, "0,2");
  const rooms = new Set([...server.asked].map((path) => path.split("/").slice(1, -1).join("/")));
  for (const room of ["data", "lib/figures", "lib/notebook", "lib/exercises", "lib/explorer"]) {
    assert(!rooms.has(room), `${room} was asked for`);
  }
  assert(![...server.asked].some((path) => path.startsWith("/lib/host/deno")));
});
