import { host } from "../../host/host.ts";

/**
 * How many threads a training may use: as many as there are processors, or fewer where the environment
 * variable `GLASSNET_THREADS` says so. Where many people share a machine, one thread for each is enough.
 * The results are the same to the bit.
 */
export function mostThreads(): number {
  const { processors } = host();
  const name = "GLASSNET_THREADS";
  const text = host().environment(name);
  if (!text) return processors;
  if (!/^[1-9]\d*$/.test(text)) {
    throw new Error(
      `The environment variable ${name} is "${text}", but a whole number from 1 on was expected. ` +
        "Correct it or unset it, and start again.",
    );
  }
  return Math.min(Number(text), processors);
}
