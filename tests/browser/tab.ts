/**
 * A page in Firefox or in WebKit, as far as the tests need one.
 *
 * @module
 */
import puppeteer from "puppeteer-core";
import { linesOf } from "../../tools/shared/lines.ts";
import type { WebKitPaths } from "../../tools/shared/find_browsers.ts";

/** A page of a browser. Closing it ends the browser. */
export interface Tab extends AsyncDisposable {
  /** Opens an address. */
  visit(url: string): Promise<void>;
  /** Runs the body of an async function in the page; what it returns must be JSON. */
  run<Result>(body: string): Promise<Result>;
  /** Presses an element with the mouse. */
  press(selector: string): Promise<void>;
  /** Types into what has the keyboard, in place of all that is there. */
  retype(text: string): Promise<void>;
}

/** Starts Firefox and speaks WebDriver BiDi to it. */
export async function openFirefox(executablePath: string): Promise<Tab> {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  return {
    visit: async (url) => void await page.goto(url),
    run: (body) => page.evaluate(`(async () => {${body}})()`) as Promise<never>,
    press: (selector) => page.click(selector),
    async retype(text) {
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type(text);
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

/** How long a browser may take for one thing, in ms: a browser that lost its display never answers. */
const PATIENCE = 300_000;

/** The keys of the WebDriver standard. */
const CONTROL = "\uE009";

/** Starts WebKitGTK's small browser on a display of its own and speaks WebDriver to it. */
export async function openWebKit({ driver, xvfb }: WebKitPaths): Promise<Tab> {
  await using started = new AsyncDisposableStack();
  const display = new Deno.Command(xvfb, {
    args: ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1024x24"],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  started.defer(() => end(display));
  const number = await firstLine(display.stdout);

  const port = freePort();
  const webkit = new Deno.Command(driver, {
    args: ["--host=127.0.0.1", `--port=${port}`],
    env: { DISPLAY: `:${number}` },
    stdout: "null",
    stderr: "null",
  }).spawn();
  started.defer(() => end(webkit));
  let ended = false;
  webkit.status.then(() => ended = true);
  const send = async <Result>(method: string, path: string, body?: unknown): Promise<Result> => {
    const url = `http://127.0.0.1:${port}${path}`;
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { method, body: body && JSON.stringify(body), signal });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  while (!await send("GET", "/status").then(() => true, () => false)) {
    if (ended) throw new Error(`${driver} ended before it took a session.`);
    await new Promise((go) => setTimeout(go, 50));
  }
  const capabilities = { capabilities: { alwaysMatch: {} } };
  const { sessionId } = await send<{ sessionId: string }>("POST", "/session", capabilities);
  const session = `/session/${sessionId}`;
  started.defer(() => send("DELETE", session));
  await send("POST", `${session}/timeouts`, { script: PATIENCE });
  const keys = (type: string, text: string) => [...text].map((value) => ({ type, value }));
  const running = started.move();
  return {
    visit: (url) => send("POST", `${session}/url`, { url }),
    async run<Result>(body: string) {
      const script = `const done = arguments[arguments.length - 1];
(async () => {${body}})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await send<{ value: Result; error?: string }>(
        "POST",
        `${session}/execute/async`,
        { script, args: [] },
      );
      if (error) throw new Error(error);
      return value;
    },
    async press(selector) {
      const found = await send<object>("POST", `${session}/element`, {
        using: "css selector",
        value: selector,
      });
      // WebKit presses where the element is before a smooth scroll has brought it into view.
      const script = `arguments[0].scrollIntoView({ block: "center", behavior: "instant" })`;
      await send("POST", `${session}/execute/sync`, { script, args: [found] });
      await send("POST", `${session}/element/${Object.values(found)[0]}/click`, {});
    },
    retype: (text) =>
      send("POST", `${session}/actions`, {
        actions: [{
          type: "key",
          id: "keyboard",
          actions: [
            ...keys("keyDown", `${CONTROL}a`),
            ...keys("keyUp", `a${CONTROL}`),
            ...[...text].flatMap((key) => [...keys("keyDown", key), ...keys("keyUp", key)]),
          ],
        }],
      }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** The first line of what a program prints. To stop earlier would end a program that writes in parts. */
async function firstLine(output: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  for await (const line of linesOf(output)) return line;
  throw new Error("The program ended before it printed a line.");
}

/** A port that nobody listens to. */
function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function end(child: Deno.ChildProcess): Promise<void> {
  try {
    child.kill();
  } catch {
    // It has ended already.
  }
  await child.status;
}
