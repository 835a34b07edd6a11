import process from "node:process";

/** The most memory that this process has had, in bytes. */
export async function peakMemory(): Promise<number> {
  if (Deno.build.os === "linux") {
    const status = await Deno.readTextFile("/proc/self/status");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024;
  }
  return process.resourceUsage().maxRSS * 1024;
}
