/**
 * Starts a module as a worker that takes over the policy of the page: which hosts may be reached. A
 * worker inherits it only from a blob; one from the network has the policy of its own response.
 *
 * @param address of the module
 */
export function moduleWorker(address: URL): Worker {
  const source = `import ${JSON.stringify(address.href)};`;
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(blob, { type: "module" });
  // It is fetched as soon as the worker starts; that may take a while on a busy machine.
  setTimeout(() => URL.revokeObjectURL(blob), 60_000);
  return worker;
}
