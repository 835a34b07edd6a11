export interface PageKernel {
  run(
    id: string,
    source: string,
    onOutput: (o: import("../../../lib/cells/output.ts").Output) => void,
  ): Promise<{ ok: boolean; ended?: string }>;
  stop(): void;
  end(why: string): void;
}
export function startKernel(
  _page: string,
  _say: (s: string, bad?: boolean) => void,
): Promise<PageKernel> {
  throw new Error("not yet");
}
