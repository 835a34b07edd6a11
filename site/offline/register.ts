/**
 * Has the browser keep the site, where it can.
 *
 * @module
 */

/**
 * Registers the service worker.
 *
 * @param root the address of the site's own folder
 * @param onNewBuild called when a newer build is ready; the function that it gets changes to it
 */
export async function keepOffline(
  root: URL,
  onNewBuild: (change: () => void) => void,
): Promise<void> {
  const workers = navigator.serviceWorker;
  // Without one, also in a private window of some browsers, the site works as long as there is a network.
  if (!workers) return;
  try {
    const registration = await workers.register(new URL("offline.js", root), { scope: root.href });
    const announce = (worker: ServiceWorker | null) => {
      if (!worker || !workers.controller) return;
      onNewBuild(() => {
        workers.addEventListener("controllerchange", () => location.reload(), { once: true });
        worker.postMessage("take over");
      });
    };
    announce(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed") announce(worker);
      });
    });
  } catch {
    // Storage may be forbidden.
  }
}
