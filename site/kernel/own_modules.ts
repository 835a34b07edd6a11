/** A teacher's own modules, by the names under which cells import them; the bundler writes them in. */
export const ownModules: { [name: string]: () => Promise<object> } = {};
