/**
 * The book's pages, as they are before any script runs.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { unescape } from "@std/html/entities";
import { join } from "node:path";
import { buildBook } from "../../site/build.ts";
import { bookPages, siteLink } from "../../site/book/course.ts";
import { highlighted } from "../../site/book/highlight.ts";
import { joined, type Notebook } from "../../site/book/notebook.ts";
import { notebooks } from "../../tools/shared/project.ts";

const out = await Deno.makeTempDir({ prefix: "glassnet-book-" });
await buildBook(out);

const pages: { name: string; html: string; notebook: Notebook }[] = [];
for (const part of ["lessons", "exercises"]) {
  for await (const { name } of Deno.readDir(join(out, part))) {
    const folder = part === "lessons" ? notebooks : join(notebooks, "exercises");
    const source = join(folder, name.replace(".html", ".ipynb"));
    pages.push({
      name: `${part}/${name}`,
      html: await Deno.readTextFile(join(out, part, name)),
      notebook: JSON.parse(await Deno.readTextFile(source)),
    });
  }
}

/** The values of an attribute in a page. */
function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value]) =>
    unescape(value)
  );
}

Deno.test("every notebook has a page, with its title as the only h1", () => {
  assertEquals(pages.length, 13);
  for (const { name, html } of pages) {
    assertEquals(html.match(/<h1/g)?.length, 1, name);
    assertMatch(html, /<html lang="en">/);
  }
});

Deno.test("a page has every cell: the code letter by letter", () => {
  for (const { name, html, notebook } of pages) {
    const codes = [...html.matchAll(/<pre class="code" tabindex="0"><code>([\s\S]*?)<\/code>/g)]
      .map(([, code]) => unescape(code.replaceAll(/<[^>]*>/g, "")));
    const sources = notebook.cells.filter(({ cell_type }) => cell_type === "code")
      .map(({ source }) => joined(source));
    assertEquals(codes, sources, name);
  }
});

Deno.test("every picture says in words what it shows, has its size, and is there", async () => {
  let count = 0;
  for (const { name, html } of pages) {
    for (const [image] of html.matchAll(/<img [^>]*>/g)) {
      const [alt] = attributes(image, "alt");
      assert(alt?.length > 3, `${name}: ${image.slice(0, 200)}`);
      const [source] = attributes(image, "src");
      if (source.startsWith("data:")) continue;
      assert(attributes(image, "width")[0] && attributes(image, "height")[0], image);
      await Deno.stat(join(out, "lessons", source));
      count++;
    }
  }
  assert(count > 60, `${count} pictures`);
});

Deno.test("links between notebooks lead to pages, and every address is relative and there", async () => {
  for (const { name, html } of pages) {
    const folder = join(out, name, "..");
    for (const href of attributes(html, "href")) {
      if (/^https:\/\//.test(href)) continue; // a link that a reader may follow, not a part of the page
      if (href.startsWith("data:image/png;base64,")) continue; // a picture inside a drawing
      assert(!/^(\/|[a-z]+:)/.test(href), `${name}: ${href}`);
      assert(!href.endsWith(".ipynb") || /^\.\.\/(notebooks|lab)\//.test(href), href);
      const [path, anchor] = href.split("#");
      if (anchor) {
        const there = path ? pages.find((page) => page.name === join(name, "..", path))! : { html };
        assert(attributes(there.html, "id").includes(anchor), `${name}: ${href}`);
      }
      // Scripts and JupyterLab are built by later steps.
      if (path && !/assets\/.*\.js$|^\.\.\/lab\//.test(path)) await Deno.stat(join(folder, path));
    }
  }
});

Deno.test("no page loads anything from another host, and its policy says so", () => {
  for (const { name, html } of pages) {
    for (const address of attributes(html, "src")) {
      assert(!/^(https?:)?\/\//.test(address), `${name}: ${address}`);
    }
    const [policy] = attributes(html, "content").filter((text) => text.startsWith("default-src"));
    assertMatch(policy, /default-src 'none'; .*connect-src 'self'/);
    const scripts = html.match(/<script[^>]*>/g);
    const own = ["book", ...html.includes('class="glassnet-prediction"') ? ["predictions"] : []];
    const expected = own.map((script) => `<script type="module" src="../assets/${script}.js">`);
    assertEquals(scripts, expected, name);
  }
});

Deno.test("the cards of the front page say in plain words what a lesson asks", async () => {
  const html = await Deno.readTextFile(join(out, "index.html"));
  const cards = [...html.matchAll(/(?<=data-progress=[^>]*>).*?(?=<\/a>)/g)].map(([card]) => card);
  assertEquals(cards.length, 13);
  for (const card of cards) assert(!/[\\$`]|[Nn]otebooks? \d/.test(card), card);
  assert(cards.some((card) => card.includes("every 1/m right?")));
});

Deno.test("formulas are formulas, for the eye and for a screen reader", () => {
  const forward = pages.find(({ name }) => name === "lessons/03-forward.html")!.html;
  assertMatch(forward, /<math [^>]*display="block"/);
  for (const { name, html } of pages) {
    const prose = html.replaceAll(/<(pre|code|annotation|script)\b[\s\S]*?<\/\1>/g, "");
    assert(!/\$[^$<>\n]*\\[a-z]+/.test(prose), `${name} shows TeX`);
    assert(!html.includes("katex-error"), name);
  }
});

Deno.test("highlighted() loses no letter", () => {
  for (
    const code of ["a < b && c > d", "const x = `${a}<b>`;\n\n// <end>", "", "let a: Matrix;\n"]
  ) {
    assertEquals(unescape(highlighted(code).replaceAll(/<[^>]*>/g, "")), code);
  }
});

Deno.test("siteLink() leads from notebook to page across the parts, and leaves other links", () => {
  const all = bookPages(["03-forward.ipynb", "04-backward.ipynb"], ["03-forward.ipynb"]);
  const [lesson, , exercise] = all;
  assertEquals(siteLink(lesson, "04-backward.ipynb#recap", all), "04-backward.html#recap");
  assertEquals(siteLink(lesson, "exercises/03-forward.ipynb", all), "../exercises/03-forward.html");
  assertEquals(siteLink(exercise, "../04-backward.ipynb", all), "../lessons/04-backward.html");
  assertEquals(siteLink(lesson, "https://example.org/a.ipynb", all), "https://example.org/a.ipynb");
  assertEquals(siteLink(lesson, "#recap", all), "#recap");
});

globalThis.addEventListener("unload", () => Deno.removeSync(out, { recursive: true }));
