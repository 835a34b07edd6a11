/**
 * Starts a module as a worker that keeps to the page's Content-Security-Policy: a script from a server
 * would follow its own headers, which a static server does not send, and could then reach any host.
 *
 * @param address the module
 */
export function startWorker(address: URL): Worker {
  const script = `import ${JSON.stringify(address.href)};`;
  const own = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return new Worker(own, { type: "module" });
}
