import process from "node:process";

/** The peak memory of this process so far, in bytes. */
export async function peakMemory(): Promise<number> {
  if (Deno.build.os === "linux") {
    const status = await Deno.readTextFile("/proc/self/status");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024;
  }
  return process.resourceUsage().maxRSS * 1024;
}
