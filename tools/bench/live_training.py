"""Trains in the Glassnet kernel with and without the live display in turns; see live_training.ts."""

from jupyter_client.manager import start_new_kernel

CELL = """
import { loadDigits, progressBar, train } from "glassnet";
import process from "node:process";

const { train: digits } = await loadDigits();
const processor = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };

// One training in pieces; the bar is called in every second one, in the order shown, quiet, quiet, shown,
// so that a machine that slows down or speeds up is fair to both.
for (const [name, { piece, ...options }] of Object.entries({
  "full batch": { piece: 10 },
  "batches of 64": { piece: 2000, batchSize: 64 },
})) {
  const bar = progressBar(name);
  const costs = { shown: [], quiet: [] };
  let [wall, cpu] = [0, 0];
  const onProgress = (moment) => {
    const number = Math.floor(moment.iteration / piece);
    if (moment.iteration % piece === 0) {
      // The first pieces run before the code is compiled.
      if (number > 4) {
        const kind = shown(number - 1) ? "shown" : "quiet";
        costs[kind].push([performance.now() - wall, processor() - cpu]);
      }
      [wall, cpu] = [performance.now(), processor()];
    }
    if (shown(number)) bar(moment);
  };
  const shown = (number) => number % 4 === 0 || number % 4 === 3;
  await train(digits, { ...options, iterations: piece * (4 + PAIRS * 2), onProgress });

  const middle = (kind, k) => costs[kind].map((cost) => cost[k]).sort((a, b) => a - b)[PAIRS >> 1];
  const ratio = (k) => (middle("shown", k) / middle("quiet", k)).toFixed(3);
  const milliseconds = middle("quiet", 0).toFixed(0);
  console.log(
    `${name}: time x ${ratio(0)}, processor x ${ratio(1)}` +
    ` (median of ${PAIRS} pieces of ${milliseconds} ms each)`,
  );
}
""".replace("PAIRS", "40")


def main():
    manager, client = start_new_kernel(kernel_name="glassnet", startup_timeout=60)
    try:
        client.execute_interactive(CELL, output_hook=printed, timeout=900)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def printed(message):
    content = message["content"]
    if message["msg_type"] == "stream":
        print(content["text"], end="", flush=True)
    elif message["msg_type"] == "error":
        print(content["ename"], content["evalue"], *content["traceback"], sep="\n", flush=True)


if __name__ == "__main__":
    main()
