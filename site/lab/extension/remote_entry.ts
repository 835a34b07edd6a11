/**
 * Glassnet's kernel for JupyterLite: an extension that takes JupyterLite's own modules from the page, so that it
 * needs no bundler of theirs. The kernel itself is the one of the book's pages.
 *
 * @module
 */
import { ownFolder } from "../../book/course.ts";
import { type Done, Kernel } from "../../kernel/client.ts";
import type { Output } from "../../kernel/protocol.ts";
import { save } from "../../yours/page/save.ts";
import { FileStore, nameOf } from "../../yours/page/store.ts";

/** The modules of the page, by name and version. */
type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown> }>>;

/** The parts of JupyterLite's services that are used here. */
interface Services {
  BaseKernel: new (options: KernelOptions) => BaseKernel;
  IKernelSpecs: unknown;
  IKernelClient: unknown;
}

interface KernelOptions {
  id: string;
  location?: string;
}

interface BaseKernel {
  readonly id: string;
  readonly executionCount: number;
  readonly parentHeader: unknown;
  readonly isDisposed: boolean;
  readonly disposed: { connect(listen: () => void): void };
  stream(content: object, header: unknown): void;
  displayData(content: object, header: unknown): void;
  updateDisplayData(content: object, header: unknown): void;
  publishExecuteResult(content: object, header: unknown): void;
  publishExecuteError(content: object, header: unknown): void;
  clearOutput(content: object, header: unknown): void;
  dispose(): void;
}

/** Where the site's kernel lies, seen from `lab/extensions/glassnet-kernel/static/`. */
const here = (document.currentScript as HTMLScriptElement).src;
const worker = new URL("../../../../kernel/kernel.js", here);

/** The reader's files are the same as in the book's pages. */
const store = new FileStore();

let scope: ShareScope;

async function shared<Module>(name: string): Promise<Module> {
  const versions = Object.values(scope[name]);
  return (await versions.at(-1)!.get())() as Module;
}

async function plugins() {
  const { BaseKernel, IKernelSpecs, IKernelClient } = await shared<Services>(
    "@jupyterlite/services",
  );

  class GlassnetKernel extends BaseKernel {
    readonly #kernel: Kernel;
    #headers = new Map<string, unknown>();
    #cells = 0;

    constructor(options: KernelOptions) {
      super(options);
      // The notebook's folder in JupyterLab, whose first folder is `notebooks`.
      const [inside = ""] = (options.location ?? "").split("/");
      const folder = inside === ownFolder
        ? `/${ownFolder}`
        : "/notebooks" + (inside && `/${inside}`);
      this.#kernel = new Kernel({
        worker,
        folder,
        files: store.all(),
        listener: {
          output: (id, output) => this.#show(output, this.#headers.get(id)),
          written(path, bytes) {
            store.keep(path, bytes);
            if (/^submission.*\.csv$/.test(nameOf(path))) save(new Blob([bytes]), nameOf(path));
          },
          removed: (path) => store.keep(path, undefined),
        },
      });
    }

    #show(output: Output, header: unknown): void {
      switch (output.output_type) {
        case "stream":
          return this.stream({ name: output.name, text: output.text }, header);
        case "display_data":
        case "update_display_data": {
          const { data, metadata, display_id } = output;
          const content = { data, metadata, transient: display_id ? { display_id } : {} };
          return output.output_type === "display_data"
            ? this.displayData(content, header)
            : this.updateDisplayData(content, header);
        }
        case "execute_result": {
          const { data, metadata, execution_count } = output;
          return this.publishExecuteResult({ data, metadata, execution_count }, header);
        }
        case "error": {
          const { ename, evalue, traceback } = output;
          return this.publishExecuteError({ ename, evalue, traceback }, header);
        }
        case "clear_output":
          return this.clearOutput({ wait: output.wait }, header);
      }
    }

    /** The stop button. */
    interrupt(): void {
      this.#kernel.stop();
    }

    async executeRequest({ code }: { code: string }) {
      const id = `${this.#cells++}`;
      this.#headers.set(id, this.parentHeader);
      const { ok }: Done = await this.#kernel.run(id, code);
      this.#headers.delete(id);
      const execution_count = this.executionCount;
      return ok
        ? { status: "ok", execution_count, user_expressions: {} }
        : { status: "error", execution_count, ename: "", evalue: "", traceback: [] };
    }

    kernelInfoRequest() {
      return Promise.resolve({
        status: "ok",
        protocol_version: "5.3",
        implementation: "glassnet",
        implementation_version: "1.0.0",
        banner: "Glassnet's TypeScript, in the page",
        help_links: [],
        language_info: {
          name: "typescript",
          version: "6.0.3",
          mimetype: "text/x.typescript",
          file_extension: ".ts",
          pygments_lexer: "typescript",
          nbconvert_exporter: "script",
          codemirror_mode: "typescript",
        },
      });
    }

    completeRequest({ cursor_pos }: { cursor_pos: number }) {
      const place = { cursor_start: cursor_pos, cursor_end: cursor_pos };
      return Promise.resolve({ status: "ok", matches: [], metadata: {}, ...place });
    }

    inspectRequest() {
      return Promise.resolve({ status: "ok", found: false, data: {}, metadata: {} });
    }

    isCompleteRequest() {
      return Promise.resolve({ status: "unknown" });
    }

    commInfoRequest() {
      return Promise.resolve({ status: "ok", comms: {} });
    }

    inputReply() {}
    async commOpen() {}
    async commMsg() {}
    async commClose() {}

    override dispose(): void {
      if (!this.isDisposed) this.#kernel.close();
      super.dispose();
    }
  }

  const kernels = new Map<string, GlassnetKernel>();

  interface Specs {
    register(entry: {
      spec: object;
      create(options: KernelOptions): Promise<GlassnetKernel>;
    }): void;
  }
  interface Client {
    interrupt(id: string): Promise<void>;
  }

  return [{
    id: "glassnet-kernel:plugin",
    autoStart: true,
    requires: [IKernelSpecs, IKernelClient],
    activate(_app: unknown, specs: Specs, client: Client) {
      // Notebooks that were made with the lab's own kernels open without a question.
      for (const name of ["glassnet", "deno"]) {
        specs.register({
          spec: {
            name,
            display_name: "Glassnet (in the page)",
            language: "typescript",
            argv: [],
            resources: {},
          },
          create(options) {
            const kernel = new GlassnetKernel(options);
            kernels.set(options.id, kernel);
            kernel.disposed.connect(() => kernels.delete(options.id));
            return Promise.resolve(kernel);
          },
        });
      }
      // JupyterLite's interrupt cancels the cells that wait; the one that runs hears of it here.
      const interrupt = client.interrupt.bind(client);
      client.interrupt = async (id) => {
        kernels.get(id)?.interrupt();
        await interrupt(id);
      };
    },
  }];
}

const jupyter = globalThis as unknown as { _JUPYTERLAB?: Record<string, object> };
jupyter._JUPYTERLAB ??= {};
jupyter._JUPYTERLAB["glassnet-kernel"] = {
  init(pageScope: ShareScope) {
    scope = pageScope;
  },
  async get(name: string) {
    if (name !== "./extension") throw new Error(`The kernel has no part ${name}.`);
    const module = { __esModule: true, default: await plugins() };
    return () => module;
  },
};
