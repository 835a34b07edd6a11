/**
 * What a page's worker lacks, put in place before any other module looks for it.
 *
 * @module
 */

// WebKit has none yet. A bundler's code for `using` looks for this very symbol.
(Symbol as { dispose?: symbol }).dispose ??= Symbol.for("Symbol.dispose");

// @std/assert asks it for colors, when it is loaded.
(globalThis as { Deno?: object }).Deno ??= { noColor: true };

// Chromium and WebKit have none.
(ReadableStream as { from?: unknown }).from ??= <T>(iterable: AsyncIterable<T> | Iterable<T>) => {
  const iterator = Symbol.asyncIterator in iterable
    ? iterable[Symbol.asyncIterator]()
    : iterable[Symbol.iterator]();
  return new ReadableStream<T>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  }, { highWaterMark: 0 });
};

// WebKit can't read a stream in a loop yet.
(ReadableStream.prototype as { [Symbol.asyncIterator]?: unknown })[Symbol.asyncIterator] ??=
  async function* <T>(this: ReadableStream<T>) {
    const reader = this.getReader();
    let whole = false;
    try {
      for (let piece; !(piece = await reader.read()).done;) yield piece.value;
      whole = true;
    } finally {
      // As in a browser that can: whoever leaves the loop needs no more.
      if (!whole) await reader.cancel();
      reader.releaseLock();
    }
  };
