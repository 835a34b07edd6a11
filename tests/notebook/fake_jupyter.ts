/** What a notebook was sent: the type of the message, and its content. */
export interface Message {
  type: string;
  content: Record<string, unknown> & { data?: Record<string, unknown> };
}

/** Runs `work` as if in a notebook, and gives what the notebook was sent. */
export async function inNotebook(work: () => unknown): Promise<Message[]> {
  const messages: Message[] = [];
  const broadcast = (type: string, content: Message["content"]) => {
    messages.push({ type, content });
    return Promise.resolve();
  };
  const display = (thing: object, options: { raw?: boolean } = {}) => {
    const key = Symbol.for("Jupyter.display");
    const shown = thing as { [key]?: () => Record<string, unknown> };
    return broadcast("display_data", {
      data: options.raw ? { ...thing } : shown[key]?.() ?? { "text/plain": Deno.inspect(thing) },
    });
  };
  // Outside of a notebook Deno.jupyter throws; it can be set, and unset again.
  Object.assign(Deno, { jupyter: { broadcast, display } });
  try {
    await work();
  } finally {
    Object.assign(Deno, { jupyter: undefined });
  }
  return messages;
}
