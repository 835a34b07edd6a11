/**
 * What used to silence Deno's kernel for good, over the same addresses that a browser uses, and what
 * `tools/jupyter` does about it.
 */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { freePorts } from "../../tools/class/run.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { notebooks } from "../../tools/shared/project.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** A page that uses a kernel. */
class Page {
  readonly #session = crypto.randomUUID();
  readonly #socket: WebSocket;
  readonly #listeners = new Map<string, (message: KernelMessage) => void>();
  readonly opened: Promise<unknown>;
  readonly closed: Promise<unknown>;
  readonly restarting: Promise<string>;

  constructor(kernel: string, token: string) {
    const url = `${
      kernel.replace("http", "ws")
    }/channels?token=${token}&session_id=${this.#session}`;
    this.#socket = new WebSocket(url);
    this.opened = new Promise((resolve, reject) => {
      this.#socket.onopen = resolve;
      this.#socket.onerror = () => reject(new Error("The server takes no page for its kernel."));
    });
    this.closed = new Promise((resolve) => this.#socket.onclose = resolve);
    let restarts = (_: string) => {};
    this.restarting = new Promise((resolve) => restarts = resolve);
    this.#socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.content.execution_state === "restarting") restarts("it restarts");
      this.#listeners.get(message.parent_header.msg_id)?.(message);
    };
  }

  /** Runs a cell, and returns its result as text once the kernel has answered and is idle again. */
  async run(code: string): Promise<string> {
    const results = (await this.messages(code)).filter(({ msg_type }) =>
      msg_type === "execute_result"
    );
    return results[0]?.content.data?.["text/plain"] ?? "";
  }

  /** Runs a cell, and returns all that the kernel has sent once it has answered and is idle again. */
  messages(code: string): Promise<KernelMessage[]> {
    const msg_id = crypto.randomUUID();
    const header = { msg_id, msg_type: "execute_request", version: "5.3", username: "" };
    const asked = new Promise<KernelMessage[]>((resolve) => {
      const all: KernelMessage[] = [];
      let [replied, idle] = [false, false];
      this.#listeners.set(msg_id, (message) => {
        all.push(message);
        if (message.msg_type === "execute_reply") replied = true;
        if (message.content.execution_state === "idle") idle = true;
        if (replied && idle) resolve(all);
      });
    });
    this.#socket.send(JSON.stringify({
      header: { ...header, session: this.#session, date: new Date().toISOString() },
      parent_header: {},
      metadata: {},
      content: { code, silent: false, store_history: true, allow_stdin: false },
      channel: "shell",
    }));
    return asked;
  }

  /** Now and then a server says nothing to a page that says goodbye. */
  async close(): Promise<void> {
    this.#socket.close();
    await patiently(this.closed, undefined);
  }
}

interface KernelMessage {
  msg_type: string;
  content: {
    execution_state?: string;
    data?: Record<string, string>;
    text?: string;
    ename?: string;
    evalue?: string;
    traceback?: string[];
  };
}

/** Opens pages of one new kernel, in a JupyterLab with the project's settings. */
async function withKernel(
  use: (
    open: () => Promise<Page>,
    kernel: { connectionFile(): string; restart(): Promise<void> },
  ) => Promise<void>,
): Promise<void> {
  const { python, env } = await pinnedJupyter();
  const [port] = freePorts(1);
  const token = crypto.randomUUID();
  const server = new Deno.Command(python, {
    args: [
      ...["-B", "-m", "jupyterlab", "--no-browser", "--allow-root", `--port=${port}`],
      ...[`--IdentityProvider.token=${token}`, `--ServerApp.root_dir=${notebooks}`],
    ],
    env,
    stdout: "null",
    stderr: "null",
  }).spawn();
  const pages: Page[] = [];
  try {
    const api = `http://127.0.0.1:${port}/api/kernels`;
    const answers = () =>
      fetch(api).then((answer) => answer.body?.cancel().then(() => true), () => false);
    while (!await answers()) await seconds(0.1);
    const started = await fetch(`${api}?token=${token}`, { method: "POST" });
    const { id } = await started.json();
    await use(async () => {
      const page = new Page(`${api}/${id}`, token);
      pages.push(page);
      await page.opened;
      return page;
    }, {
      connectionFile: () => join(env.JUPYTER_RUNTIME_DIR!, `kernel-${id}.json`),
      restart: async () => {
        const answer = await fetch(`${api}/${id}/restart?token=${token}`, { method: "POST" });
        await answer.body?.cancel();
        assertEquals(answer.status, 200);
      },
    });
  } finally {
    server.kill("SIGTERM");
    await server.status;
    // Without a server a connection ends in any case.
    for (const page of pages) await page.closed;
    await stopEverything();
  }
}

/** The value of a promise, or `otherwise` if that takes longer than a kernel ever does. */
async function patiently<T>(promise: Promise<T>, otherwise: T): Promise<T> {
  let timer;
  const late = new Promise<T>((resolve) => timer = setTimeout(resolve, 30_000, otherwise));
  const result = await Promise.race([promise, late]);
  clearTimeout(timer);
  return result;
}

/** The result of a cell with the number 7: "7", or "silent" if the kernel does not answer. */
async function seven(page: Page): Promise<string> {
  return await patiently(page.run("7"), "silent");
}

Deno.test("a kernel answers after its page was reloaded while three cells waited", async () => {
  await withKernel(async (open) => {
    let page = await open();
    for (let time = 0; time < 4; time++) {
      for (let cell = 0; cell < 3; cell++) {
        page.run("await new Promise((resolve) => setTimeout(resolve, 400))");
      }
      await seconds(0.2);
      await page.close();
      page = await open();
      assertEquals(await seven(page), "7", `after ${time + 1} times`);
    }
  });
});

Deno.test({
  name: "a kernel restarts even if others have taken its ports on the address that all share",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await withKernel(async (open, { connectionFile, restart }) => {
      await open();
      const listeners = Object.entries(JSON.parse(await Deno.readTextFile(connectionFile())))
        .filter(([name]) => name.endsWith("_port"))
        .map(([, port]) => Deno.listen({ hostname: "127.0.0.1", port: port as number }));
      assertEquals(listeners.length, 5);
      try {
        await restart();
        assertEquals(await seven(await open()), "7");
      } finally {
        for (const listener of listeners) listener.close();
      }
    });
  },
});

Deno.test({
  name: "a kernel that falls silent is restarted, and its page is told",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    await withKernel(async (open, { connectionFile }) => {
      const page = await open();
      const before = await page.run("Deno.pid");
      const { ok, text } = await ask((await pinnedJupyter()).python, [
        "-c",
        sendUnsigned,
        connectionFile(),
      ]);
      assert(ok && text.includes("no answer"), text);
      assertEquals(await patiently(page.restarting, "nothing is said"), "it restarts");
      const after = await patiently((await open()).run("Deno.pid"), "silent");
      assert(/^\d+$/.test(after), after);
      assertNotEquals(after, before);
    });
  },
});

Deno.test("a page is given all that a cell prints, a syntax error once, what Python is here, and a warning of A.shape[1]", async () => {
  await withKernel(async (open) => {
    const page = await open();
    const library = JSON.stringify(import.meta.resolve("../../lib/mod.ts"));
    await page.run(`await import(${library});`);
    // More than Jupyter's server lets through by default.
    const printed = await page.messages(
      'for (let i = 0; i < 20_000; i++) console.log("-".repeat(160), i);',
    );
    const text = printed.map(({ content }) => content.text ?? "").join("");
    const expected = Array.from({ length: 20_000 }, (_, i) => `${"-".repeat(160)} ${i}\n`).join("");
    assert(
      text === expected,
      `${text.split("\n").length - 1} lines of 20,000, or in another order`,
    );

    const errorOf = async (code: string) =>
      (await page.messages(code)).find(({ msg_type }) => msg_type === "error")!.content;
    const content = await errorOf("let digit = = 7;");
    assertEquals([content.ename, content.evalue?.split("\n")[0], content.traceback?.at(-1)], [
      ...["SyntaxError", "Expression expected", "    at line 1, column 13"],
    ]);

    assertEquals(
      (await errorOf("1 + 1\nimport numpy as np")).evalue?.split("\n").at(-1),
      'This import is Python\'s. Here: import { matmul } from "glassnet";',
    );

    const said = async (code: string) =>
      (await page.messages(`const A = { shape: "10 x 784" }, data = { X: A }; ${code}`))
        .flatMap(({ msg_type, content }) =>
          /stream|result/.test(msg_type) ? content.text ?? content.data!["text/plain"] : []
        );
    const warning = (matrix: string, number: number) =>
      `${matrix}.shape[${number}] is one character: the shape of a Matrix is a text such as "10 x 784". ` +
      `The number of rows is ${matrix}.rows, that of columns ${matrix}.cols.\n`;
    assertEquals(await said("A.shape[1]"), [warning("A", 1), '"0"']);
    assertEquals(
      await said('data.X.shape[0] + " // " + A.shape[1]'),
      [warning("data.X", 0) + warning("A", 1), '"1 // 0"'],
    );
    assertEquals(await said("{ const [n, m] = A.shape; m }"), [
      'A.shape is a text such as "10 x 784", and is taken apart into its characters here. The number of ' +
      "rows is A.rows, that of columns A.cols.\n",
      '"0"',
    ]);
    assertEquals(await said('A.shape; // [n] = A.shape; A.shape[1]\n"A.shape[1]".length'), ["10"]);
  });
});

/** Python that sends a kernel a message which is not signed with its key. */
const sendUnsigned = `
import queue, sys
from jupyter_client import BlockingKernelClient
client = BlockingKernelClient()
client.load_connection_file(sys.argv[1])
client.session.key = b"another key"
client.start_channels(iopub=False, stdin=False, hb=False, control=False)
client.kernel_info()
try:
    print("answered", client.get_shell_msg(timeout=2)["msg_type"])
except queue.Empty:
    print("no answer")
client.stop_channels()
`;
