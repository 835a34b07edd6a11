import * as glassnet from "glassnet";
import { temporaryFolder } from "../../tests/data/files.ts";
import { digits } from "./calls.ts";

/** Calls `work` in a folder with the files that the calls read; nothing that it prints is shown. */
export async function inFolder(work: () => Promise<void>): Promise<void> {
  using folder = temporaryFolder();
  const data = new URL("../../data/", import.meta.url);
  Deno.copyFileSync(new URL("sample_test.csv", data), folder.path("digits.csv"));
  Deno.mkdirSync(folder.path("data"));
  for (const name of ["sample.csv", "sample_test.csv"]) {
    Deno.copyFileSync(new URL(name, data), folder.path(`data/${name}`));
  }
  await glassnet.saveParameters(folder.path("network.safetensors"), glassnet.initParameters());
  const checkpoint = { path: folder.path("training.safetensors") };
  await glassnet.train(digits(), { iterations: 1, checkpoint });
  const before = Deno.cwd();
  const { log } = console;
  Deno.chdir(folder.path("."));
  console.log = () => {};
  try {
    await work();
  } finally {
    console.log = log;
    Deno.chdir(before);
  }
}
