/**
 * What somebody who has read the source tries in a notebook that is graded.
 *
 * @module
 */

import { files, type HandIn, oddNotebooks } from "./files.ts";

/** A hostile notebook: a cell, an answer, or what is handed in in its place. */
export interface Attack {
  name: string;
  /** A cell that stands before all others. */
  cell?: string;
  /** What stands in the answer cell of dW2. */
  answer?: string;
  /** Hands in something else than the notebook. */
  handIn?: HandIn;
  /** Whether it does nothing that a teacher need be told. */
  harmless?: boolean;
}

/** A path that exists, and holds something secret; the run puts one into its place. */
export const secretPath = "/SECRET";

const reads: [string, string][] = [
  ["readTextFileSync", `Deno.readTextFileSync(P)`],
  ["readFileSync", `Deno.readFileSync(P)`],
  ["readTextFile", `await Deno.readTextFile(P)`],
  ["readFile", `await Deno.readFile(P)`],
  ["openSync", `Deno.openSync(P)`],
  ["open", `await Deno.open(P)`],
  ["create", `await Deno.create(P + ".new")`],
  ["readDirSync", `[...Deno.readDirSync("/")]`],
  ["readDir", `await Array.fromAsync(Deno.readDir("/proc/self"))`],
  ["statSync", `Deno.statSync(P)`],
  ["lstat", `await Deno.lstat(P)`],
  ["realPath", `await Deno.realPath(P)`],
  ["readLink", `await Deno.readLink("/proc/self/exe")`],
  ["watchFs", `Deno.watchFs("/")`],
  ["copyFile", `await Deno.copyFile(P, "copy")`],
  ["rename", `await Deno.rename(P, "copy")`],
  ["link", `await Deno.link(P, "copy")`],
  ["symlink", `await Deno.symlink(P, "copy")`],
  ["truncate", `await Deno.truncate(P)`],
  ["mkdir", `await Deno.mkdir("hostile")`],
  ["remove", `await Deno.remove(P)`],
  ["writeTextFile", `await Deno.writeTextFile(P, "x")`],
  ["makeTempFile", `await Deno.makeTempFile()`],
  ["chmod", `await Deno.chmod(P, 0o777)`],
  ["utime", `await Deno.utime(P, 0, 0)`],
  ["chdir", `Deno.chdir("/tmp")`],
  ["env.get", `Deno.env.get("GLASSNET_PLANTED")`],
  ["env.toObject", `Deno.env.toObject()`],
  ["env.set", `Deno.env.set("A", "b")`],
  ["process.env", `process.env.GLASSNET_PLANTED`],
  ["hostname", `Deno.hostname()`],
  ["osRelease", `Deno.osRelease()`],
  ["networkInterfaces", `Deno.networkInterfaces()`],
  ["uid", `Deno.uid()`],
  ["kill", `Deno.kill(Deno.ppid, "SIGKILL")`],
  ["process.kill", `process.kill(process.ppid, 9)`],
  ["child_process", `process.getBuiltinModule("node:child_process").spawnSync("cat", [P])`],
  ["Command", `new Deno.Command("cat", { args: [P] }).outputSync()`],
  ["dlopen", `Deno.dlopen("libc.so.6", { getpid: { parameters: [], result: "i32" } })`],
  ["connect", `await Deno.connect({ port: 22 })`],
  ["listen", `Deno.listen({ port: 0 })`],
  ["resolveDns", `await Deno.resolveDns("example.org", "A")`],
  ["fetch a file", `await fetch("file://" + P)`],
  ["fetch the network", `await fetch("http://127.0.0.1:9/")`],
  ["WebSocket", `new WebSocket("ws://127.0.0.1:9/")`],
  ["import a file", `await import("file://" + P)`],
  ["import data", `await import("data:text/javascript,export default 1")`],
  ["import a server's", `await import("http://127.0.0.1:9/x.js")`],
  ["import npm", `await import("npm:acorn")`],
  ["import jsr", `await import("jsr:@std/fs")`],
  ["import node", `await import("node:fs")`],
  ["import lib", `await import("../../lib/network/backward.ts")`],
  ["eval an import", `await (0, eval)('import("file://' + P + '")')`],
  ["new Function", `new Function("return Deno.readTextFileSync('" + P + "')")()`],
  [
    "the constructor's way",
    `(() => {}).constructor("return Deno.readTextFileSync('" + P + "')")()`,
  ],
  [
    "an async constructor",
    `await (async () => {}).constructor("return Deno.readTextFile('" + P + "')")()`,
  ],
  ["built-in fs", `process.getBuiltinModule("node:fs").readFileSync(P)`],
  ["built-in fs promises", `await process.getBuiltinModule("node:fs/promises").readFile(P)`],
  [
    "built-in require",
    `process.getBuiltinModule("node:module").createRequire("file:///x.js")(P)`,
  ],
  [
    "Module._extensions",
    `const M = process.getBuiltinModule("node:module"); const m = new M("x"); m._compile = () => {}; M._extensions[".js"](m, P)`,
  ],
  ["inspector", `new (process.getBuiltinModule("node:inspector").Session)().connect()`],
  ["sqlite", `new (process.getBuiltinModule("node:sqlite").DatabaseSync)(P)`],
  ["process.dlopen", `process.dlopen({}, P)`],
  ["os.userInfo", `process.getBuiltinModule("node:os").userInfo()`],
  ["net", `process.getBuiltinModule("node:net").connect(22, "127.0.0.1")`],
  ["dns", `await process.getBuiltinModule("node:dns/promises").lookup("example.org")`],
  [
    "a worker of data",
    `await new Promise((end) => { const w = new Worker("data:text/javascript,try{Deno.readTextFileSync('" + P + "')}catch{};postMessage(1)", { type: "module" }); w.onmessage = () => { w.terminate(); end(); } })`,
  ],
  [
    "a worker of a file",
    `await new Promise((end) => { new Worker("file://" + P, { type: "module" }).onerror = (e) => { e.preventDefault(); end(); } })`,
  ],
  [
    "behind half a line",
    `Deno.stderr.writeSync(new TextEncoder().encode("half a line")); Deno.readTextFileSync(P)`,
  ],
  ["import as text", `await (0, eval)('import("file://' + P + '", { with: { type: "text" } })')`],
  ["import as JSON", `await (0, eval)('import("file://' + P + '", { with: { type: "json" } })')`],
  [
    "a blob that imports a file",
    `await (0, eval)("(url) => import(url)")(URL.createObjectURL(new Blob(["import 'file://" + P + "'"], { type: "text/javascript" })))`,
  ],
  [
    "a worker that imports a file",
    `await new Promise((end) => { new Worker("data:text/javascript,import 'file://" + P + "'", { type: "module" }).onerror = (e) => { e.preventDefault(); end(); } })`,
  ],
  [
    "a worker with more permissions",
    `new Worker("data:text/javascript,1", { type: "module", deno: { permissions: { read: true } } })`,
  ],
  [
    "the password in a heap snapshot",
    `let text = ""; for await (const part of process.getBuiltinModule("node:v8").getHeapSnapshot()) text += new TextDecoder().decode(part); const { parentPort } = process.getBuiltinModule("node:worker_threads"); for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) parentPort.postMessage(id + 'm{"piece":"dW2","how":"check","answer":{"kind":"value","value":"right"}}')`,
  ],
  [
    "glassnet's own reader",
    `const { readDigits } = await import("glassnet"); await readDigits(P).catch(() => {}); Deno.statSync(P)`,
  ],
];

const quiet: [string, string][] = [
  ["Deno.core", `Object.keys(Deno.core ?? {})`],
  ["Deno.internal", `Object.keys(Deno[Deno.internal] ?? {})`],
  [
    "V8's flags",
    `process.getBuiltinModule("node:v8").setFlagsFromString("--allow-natives-syntax")`,
  ],
  [
    "a heap snapshot",
    `for await (const part of process.getBuiltinModule("node:v8").getHeapSnapshot()) part.length`,
  ],
  ["import.meta", `(() => { try { return (0, eval)("import.meta") } catch {} })()`],
  [
    "another realm",
    `process.getBuiltinModule("node:vm").runInNewContext("this.constructor.constructor('return this')()")`,
  ],
  ["standard input", `Deno.stdin.close()`],
  ["a broadcast", `new BroadcastChannel("glassnet").postMessage({ ended: "done" })`],
  ["asking for a permission", `await Deno.permissions.request({ name: "read" })`],
  ["a source map", `(0, eval)("throw new Error()\\n//# sourceMappingURL=file:///etc/passwd")`],
  ["closing what it prints to", `Deno.stdout.close(); Deno.stderr.close()`],
  ["patches the session", `Array.prototype.at = () => { throw new Error() }`],
];

/** Ways to stop or delay the grading, as a cell and as an answer. */
const stops: [string, string][] = [
  ["an endless loop", `for (;;);`],
  ["an endless loop when it is loaded", `class A { static { for (;;); } }`],
  [
    "microtasks without end",
    `const again = () => Promise.resolve().then(again); again(); for (;;);`,
  ],
  ["exit", `Deno.exit(0)`],
  ["process.exit", `process.exit(0)`],
  ["process.abort", `process.abort()`],
  ["close", `self.close(); for (;;);`],
  ["arrays without end", `const all = []; for (;;) all.push(new Array(1e5).fill(1));`],
  ["typed arrays without end", `const all = []; for (;;) all.push(new Float64Array(1e6).fill(1));`],
  [
    "a text without end",
    `let text = "x"; const all = []; for (;;) { text += text.slice(0, 1e6) + "y"; all.push([...text]); }`,
  ],
  ["a map without end", `const all = new Map(); for (let k = 0;; k++) all.set(k, { k });`],
  [
    "memory of WASM",
    `const all = []; for (;;) { const m = new WebAssembly.Memory({ initial: 1000 }); new Uint8Array(m.buffer).fill(1); all.push(m); }`,
  ],
  [
    "an endless loop in WASM",
    `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 108, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11]))).exports.l();`,
  ],
  ["a panic of the engine", `Deno[Deno.internal].core.ops.op_panic("x")`],
  ["endless recursion", `const f = () => f() + 1; f()`],
  ["a slow pattern", `/^(a+)+$/.test("a".repeat(60) + "b")`],
  ["a large power", `7n ** 10n ** 9n`],
  ["waiting", `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`],
  ["printing without end", `for (;;) Deno.stdout.writeSync(new Uint8Array(1e5).fill(120));`],
  [
    "line breaks, slowly",
    `const s = new Int32Array(new SharedArrayBuffer(4)); for (;;) { Deno.stdout.writeSync(new Uint8Array([10])); Atomics.wait(s, 0, 0, 500); }`,
  ],
  ["errors without end", `for (;;) Deno.stderr.writeSync(new Uint8Array(1e5).fill(120));`],
  [
    "asking without end",
    `for (;;) { try { Deno.readTextFileSync("/nowhere" + Math.random()) } catch {} }`,
  ],
  [
    "messages without end",
    `const { parentPort } = process.getBuiltinModule("node:worker_threads"); for (;;) parentPort.postMessage("x".repeat(1e4));`,
  ],
  [
    "workers without end",
    `for (;;) new Worker("data:text/javascript,for(;;);", { type: "module" });`,
  ],
];

/** Answers that want to be right without being so. */
const answers: [string, string][] = [
  ["a Proxy", `return new Proxy(Matrix.zeros(10, 10), { get: () => 0 })`],
  ["a thenable", `return { then: (f) => f(1) }`],
  [
    "a getter that changes",
    `let k = 0; return { get rows() { return k++ }, get cols() { return k++ }, toArray: () => [] }`,
  ],
  [
    "toJSON",
    `return { toJSON: () => ({ $: "Matrix", rows: 10, cols: 10, dtype: "float64", values: [] }) }`,
  ],
  [
    "a wire of its own",
    `return { $: "Matrix", rows: 1e9, cols: 1e9, dtype: "float64", values: [1] }`,
  ],
  ["Symbol.toPrimitive", `return { [Symbol.toPrimitive]: () => NaN }`],
  ["__proto__", `return JSON.parse('{"__proto__": {"rows": 10}}')`],
  ["NaN all over", `return Matrix.from(Array.from({ length: 10 }, () => Array(10).fill(NaN)))`],
  ["a huge matrix", `return Matrix.zeros(1000, 1500)`],
  ["a circle", `const a = []; a.push(a); return a`],
  ["an error that throws", `throw { get message() { throw 1 }, get name() { throw 2 } }`],
  [
    "an iterator without end",
    `Array.prototype[Symbol.iterator] = function* () { for (;;) yield 1 }; return Matrix.zeros(10, 10)`,
  ],
  ["a list of 4 billion", `return Array(2 ** 32 - 1)`],
  [
    "a list in a list, a million times",
    `let a = []; for (let k = 0; k < 1e6; k++) a = [a]; return a`,
  ],
  ["a text of half a gigabyte", `return "x".repeat(2 ** 29 - 30)`],
  ["an error of half a gigabyte", `throw new Error("x".repeat(2 ** 29 - 30))`],
  ["a promise without end", `return (async () => { await new Promise(() => {}) })()`],
  ["a generator", `return (function* () { for (;;) yield 1 })()`],
  [
    "memory that a worker changes",
    `const s = new SharedArrayBuffer(800); new Worker("data:text/javascript,onmessage=({data})=>{const a=new Float64Array(data);for(;;)a[0]++}", { type: "module" }).postMessage(s); return new Float64Array(s)`,
  ],
  ["an error of many words", `throw new Error("=cmd|' /C calc'!A0\\u001b[2J".repeat(1e5))`],
  ["patched toArray", `Matrix.prototype.toArray = () => []; return Matrix.zeros(10, 10)`],
  ["patched JSON.stringify", `JSON.stringify = () => '{"verdict":"right"}'; return 1`],
  [
    "patched Object.prototype.toJSON",
    `Object.prototype.toJSON = function () { return { kind: "value", verdict: "right" } }; return 1`,
  ],
  ["patched toJSON to null", `Object.prototype.toJSON = () => null; return 1`],
  ["patched toJSON to nothing", `Object.prototype.toJSON = () => undefined; return 1`],
  ["patched toJSON that throws", `Object.prototype.toJSON = () => { throw 1 }; return 1`],
  ["patched toJSON to an end", `Object.prototype.toJSON = () => ({ ended: "all" }); return 1`],
  ["patched Array.prototype.map", `Array.prototype.map = () => []; return Matrix.zeros(10, 10)`],
  ["patched Array.from", `Array.from = () => []; return Matrix.zeros(10, 10)`],
  ["patched Object.entries", `Object.entries = () => []; return { a: 1 }`],
  ["patched Object.is", `Object.is = () => true; return Matrix.zeros(10, 10)`],
  [
    "patched hasInstance",
    `Object.defineProperty(Matrix, Symbol.hasInstance, { value: () => true }); return 1`,
  ],
  ["patched Math", `Math.abs = () => 0; Math.max = () => 0; return Matrix.zeros(10, 10)`],
  ["patched Number", `Number.isFinite = () => false; return Matrix.zeros(10, 10)`],
  ["patched startsWith", `String.prototype.startsWith = () => true; return Matrix.zeros(10, 10)`],
  ["patched Reflect", `Reflect.apply = () => 1; return Matrix.zeros(10, 10)`],
  ["patched call", `Function.prototype.call = () => 1; return Matrix.zeros(10, 10)`],
  [
    "patched encode",
    `TextEncoder.prototype.encode = () => new Uint8Array(0); return Matrix.zeros(10, 10)`,
  ],
  [
    "prepareStackTrace",
    `Error.prepareStackTrace = (_, sites) => sites.map((s) => s.getFunction()); new Error().stack; return Matrix.zeros(10, 10)`,
  ],
  [
    "forged lines",
    `for (const m of [{ ended: "done" }, { job: 0, trial: 0, outcome: { kind: "value", value: 1, changed: [] } }]) Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(m) + "\\n")); return Matrix.zeros(10, 10)`,
  ],
  [
    "forged messages",
    `process.getBuiltinModule("node:worker_threads").parentPort.postMessage('d{"done":true}'); return Matrix.zeros(10, 10)`,
  ],
  ["reads while judged", `Deno.readTextFileSync(P); return 1`],
  ["a verdict", `return { verdict: "right", message: "right", piece: "dW2" }`],
  ["arguments changed", `dZ2.get = () => 0; return dZ2`],
];

/** What backward is given so that it returns dW2. */
const given =
  `{ W1: Matrix.zeros(A1.rows, A1.rows), b1: Matrix.zeros(A1.rows, 1), W2: Matrix.zeros(dZ2.rows, A1.rows), b2: Matrix.zeros(dZ2.rows, 1) }, { Z1: A1, A1, Z2: dZ2, A2: dZ2 }, A1, Matrix.zeros(dZ2.rows, dZ2.cols)`;

/** Answers that are right because Glassnet's own functions make them, and what hides that. */
const borrowed: [string, string][] = [
  ["backward", `return all["back" + "ward"](${given}).dW2`],
  [
    "what is behind a watched function",
    `const own = globalThis["De" + "no"]; const details = own[own.internal].core.getProxyDetails(all["back" + "ward"]); return (details ? details[0] : all["back" + "ward"])(${given}).dW2`,
  ],
  [
    "a toJSON that hides it",
    `Object.prototype.toJSON = function () { return "called" in this ? { job: this.job } : this }; return all["back" + "ward"](${given}).dW2`,
  ],
  [
    "half a line that hides it",
    `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100); globalThis["De" + "no"].stdout.writeSync(new Uint8Array([120])); return all["back" + "ward"](${given}).dW2`,
  ],
];

/** All attacks. */
export const attacks: Attack[] = [
  ...reads.map(([name, code]) => ({
    name: `reads: ${name}`,
    cell: `try { await (async () => { ${code} })() } catch {}`,
  })),
  ...quiet.map(([name, code]) => ({
    name: `looks around: ${name}`,
    cell: `try { await (async () => { ${code} })() } catch {}`,
    harmless: true,
  })),
  ...stops.map(([name, code]) => ({ name: `stops: ${name}`, cell: code })),
  ...stops.map(([name, code]) => ({
    name: `stops while judged: ${name}`,
    answer: `function dW2(dZ2, A1) { ${code} }`,
  })),
  ...answers.map(([name, code]) => ({
    name: `answers: ${name}`,
    answer: `function dW2(dZ2, A1) { ${code} }`,
  })),
  ...borrowed.map(([name, code]) => ({
    name: `borrows: ${name}`,
    answer: `import * as all from "glassnet";\nfunction dW2(dZ2, A1) { ${code} }`,
  })),
  ...files.map(([name, handIn]) => ({ name: `files: ${name}`, handIn })),
  ...oddNotebooks.map(([name, handIn]) => ({ name: `files: ${name}`, handIn, harmless: true })),
].map(({ cell, answer, ...rest }: Attack) => ({
  ...rest,
  cell: cell?.replaceAll(/\bP\b/g, JSON.stringify(secretPath)),
  answer: rest.name.startsWith("borrows")
    ? answer
    : answer?.replaceAll(/\bP\b/g, JSON.stringify(secretPath)),
}));
