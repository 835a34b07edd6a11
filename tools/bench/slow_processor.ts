import type { Browser } from "playwright-core";

/**
 * Makes the processes of a browser's pages slower until it is closed: of every 20 milliseconds they get
 * a part. Unlike a browser's own emulation this holds for workers, too. Not on Windows.
 *
 * @param times how much slower
 */
export async function slowDown(browser: Browser, times: number): Promise<Disposable> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const processes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  await session.detach();
  const signal = (name: Deno.Signal) => {
    for (const id of processes) {
      try {
        Deno.kill(id, name);
      } catch {
        // It has ended.
      }
    }
  };
  const period = 20;
  const halt = () => signal("SIGSTOP");
  const goOn = () => signal("SIGCONT");
  let timer: ReturnType<typeof setTimeout>;
  const turn = () => {
    goOn();
    timer = setTimeout(() => {
      halt();
      timer = setTimeout(turn, period - period / times);
    }, period / times);
  };
  turn();
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      goOn();
    },
  };
}
