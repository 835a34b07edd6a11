"""Runs one cell in the Glassnet kernel that trains shown and not shown in turns; see live_training.ts."""

from jupyter_client.manager import start_new_kernel

CELL = """
import { loadDigits, train } from "glassnet";
import process from "node:process";

const { train: digits } = await loadDigits();

async function cost(options) {
  const [wall, { user, system }] = [performance.now(), process.cpuUsage()];
  await train(digits, options);
  const used = process.cpuUsage();
  return { wall: performance.now() - wall, cpu: (used.user + used.system - user - system) / 1000 };
}

for (const [name, options] of Object.entries({
  "full batch": { iterations: 30 },
  "batches of 64": { iterations: 6000, batchSize: 64 },
})) {
  await cost({ ...options, live: false });
  const pairs = [];
  for (let turn = 0; turn < 9; turn++) {
    // First the one, then the other, so that a machine that slows down is fair to both.
    const order = turn % 2 ? [true, false] : [false, true];
    const pair = {};
    for (const live of order) pair[live ? "shown" : "quiet"] = await cost({ ...options, live });
    pairs.push(pair);
  }
  const middle = (of) => {
    const ratios = pairs.map(({ shown, quiet }) => shown[of] / quiet[of]).sort((a, b) => a - b);
    return ratios[4].toFixed(3) + " (" + ratios[1].toFixed(3) + " to " + ratios[7].toFixed(3) + ")";
  };
  const seconds = (pairs.reduce((sum, { quiet }) => sum + quiet.wall, 0) / 9000).toFixed(1);
  console.log(name + ", " + seconds + " s each: time x " + middle("wall") + ", processor x " + middle("cpu"));
}
"""


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
