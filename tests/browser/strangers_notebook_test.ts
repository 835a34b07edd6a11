/**
 * A stranger's notebook that is opened in JupyterLab, and not run, loads nothing from anywhere else: a
 * picture on the stranger's server would tell that server who has opened the notebook, and when.
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { findChromium, Lab } from "./lab.ts";

const chromium = await findChromium();

/** A server on another address of this machine, which notes what it is asked for. */
function strangersServer(): { at: string; asked: string[] } & AsyncDisposable {
  const asked: string[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
    asked.push(new URL(request.url).pathname);
    return new Response("", { headers: { "access-control-allow-origin": "*" } });
  });
  // Another port is another origin.
  const at = `http://127.0.0.1:${server.addr.port}`;
  return { at, asked, [Symbol.asyncDispose]: () => server.shutdown() };
}

/** All ways to have a page load something, each with a name of its own. */
const loads = (at: string): string[] => [
  `<img src="${at}/img"><img srcset="${at}/srcset 1x">`,
  `<picture><source srcset="${at}/source"><img src="data:,"></picture>`,
  `<div style="width:9px;height:9px;background:url(${at}/background)">b</div>`,
  `<style>@import url(${at}/import); .jp-Cell { background: url(${at}/style) }</style>`,
  `<style>@font-face { font-family: f; src: url(${at}/font) } * { font-family: f }</style>`,
  `<link rel="stylesheet" href="${at}/link"><link rel="icon" href="${at}/icon">`,
  `<link rel="prefetch" href="${at}/prefetch"><link rel="preload" as="image" href="${at}/preload">`,
  `<iframe src="${at}/iframe"></iframe><embed src="${at}/embed"><object data="${at}/object"></object>`,
  `<iframe srcdoc='<img src="${at}/srcdoc">'></iframe>`,
  `<video src="${at}/video" poster="${at}/poster" autoplay></video><audio src="${at}/audio" autoplay></audio>`,
  `<video autoplay><track default src="${at}/track"><source src="${at}/videosource"></video>`,
  `<svg width="9" height="9"><image href="${at}/svgimage" width="9" height="9"/><use href="${at}/use#a"/></svg>`,
  `<svg width="9" height="9"><filter id="f"><feImage href="${at}/feimage"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  `<input type="image" src="${at}/input"><table background="${at}/table"><tr><td>t</td></tr></table>`,
  `<script src="${at}/script"></script><script>fetch("${at}/fetch")</script>`,
  `<meta http-equiv="refresh" content="0;url=${at}/refresh"><base href="${at}/base/"><img src="relative">`,
];

function notebook(at: string) {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${`<image href="${at}/ownsvg" width="9" height="9"/><style>@import url(${at}/ownsvgstyle);</style>`}</svg>`;
  const output = (data: Record<string, unknown>) => ({
    ...{ output_type: "display_data", data, metadata: {} },
  });
  const texts = [...loads(at), `![a picture](${at}/markdown)`];
  const plot = {
    data: [{ x: [1], y: [2], type: "scatter" }],
    layout: { images: [{ source: `${at}/plotly`, x: 0, y: 1, sizex: 1, sizey: 1 }] },
  };
  const outputs = [
    ...texts.flatMap((text) => [
      output({ "text/html": text }),
      output({ "text/markdown": text }),
    ]),
    output({ "image/svg+xml": svg }),
    output({ "application/vnd.plotly.v1+json": plot }),
    output({ "text/latex": `$\\includegraphics{${at}/latex}\\href{${at}/href}{x}$` }),
  ];
  return {
    cells: [
      ...texts.map((source) => ({ cell_type: "markdown", metadata: {}, source })),
      { cell_type: "code", metadata: {}, source: "1", execution_count: 1, outputs },
    ],
    metadata: {
      kernelspec: { name: "glassnet", display_name: "Glassnet", language: "typescript" },
    },
    ...{ nbformat: 4, nbformat_minor: 4 },
  };
}

Deno.test({
  name: "a stranger's notebook that is opened loads nothing from elsewhere",
  ignore: !chromium,
  async fn() {
    await using stranger = strangersServer();
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    const path = join(folder, "stranger.ipynb");
    await Deno.writeTextFile(path, JSON.stringify(notebook(stranger.at)));
    const lab = await Lab.start([path], { chromium: chromium! });
    try {
      const { page, ...opened } = await lab.open("stranger.ipynb");
      // All of it is there: the last of the outputs, and every picture of the texts.
      await page.locator(".jp-OutputArea-output").last().waitFor();
      await page.waitForFunction('document.querySelectorAll(".jp-MarkdownCell img").length >= 2');
      await page.waitForTimeout(2000);
      assert(opened.pageErrors.every((error) => error.startsWith("asked for")), "the page works");
      assertEquals(stranger.asked, []);
      // The same page can reach the stranger's server: it is the page's own rules that keep it.
      await (await fetch(`${stranger.at}/control`)).body?.cancel();
      assertEquals(stranger.asked, ["/control"]);
    } finally {
      await lab.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
