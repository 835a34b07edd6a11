/** A function of `mod.ts` that takes options. */
export interface TakesOptions {
  name: string;
  /** Which argument the options are, from 0. */
  index: number;
  /** The options, as their type has them. */
  names: string[];
}

/** What `deno doc --json` says of a type, as far as it is read here. */
interface DocType {
  kind: string;
  repr?: string;
  value: unknown;
}
interface DocParameter {
  name?: string;
  tsType?: DocType;
  left?: DocParameter;
}
interface DocSymbol {
  name: string;
  declarations: {
    kind: string;
    def: { params?: DocParameter[]; properties?: { name: string }[]; extends?: DocType[] };
  }[];
}

/**
 * All functions of `mod.ts` with a parameter called `options`, or one whose type is called so, by what
 * `deno doc` reads in the source: a new function is among them by itself.
 */
export async function exportedOptions(): Promise<TakesOptions[]> {
  const symbols = await documented(new URL("../lib/mod.ts", import.meta.url));
  return symbols.flatMap(({ name, declarations }) =>
    declarations.filter(({ kind }) => kind === "function").flatMap(({ def }) =>
      def.params!.map((parameter) => parameter.left ?? parameter).flatMap((parameter, index) => {
        const { name: called, tsType } = parameter;
        if (called !== "options" && !tsType?.repr?.endsWith("Options")) return [];
        return [{ name, index, names: namesIn(tsType!, symbols) }];
      })
    )
  );
}

/** The names of all that `mod.ts` exports, of types, too. */
export async function exportedNames(): Promise<string[]> {
  const symbols = await documented(new URL("../lib/mod.ts", import.meta.url));
  return symbols.map(({ name }) => name);
}

async function documented(module: URL): Promise<DocSymbol[]> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", module.pathname],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout));
  return Object.values<{ symbols: DocSymbol[] }>(nodes).flatMap(({ symbols }) => symbols);
}

/** The names of a type's properties, with those of the types that it extends. */
function namesIn({ kind, repr, value }: DocType, symbols: DocSymbol[]): string[] {
  if (kind === "typeLiteral") return propertyNames((value as { properties: [] }).properties);
  const { typeName, typeParams } = value as { typeName: string; typeParams?: DocType[] };
  if (typeName === "Omit") {
    const [type, { value: without }] = typeParams!;
    const left = (without as { value: { string: string } }[]).map(({ value }) => value.string);
    return namesIn(type, symbols).filter((name) => !left.includes(name));
  }
  const found = symbols.find(({ name }) => name === typeName)?.declarations
    .find(({ kind }) => kind === "interface")?.def;
  if (!found) throw new Error(`What are the options in the type ${repr}?`);
  return [
    ...propertyNames(found.properties ?? []),
    ...(found.extends ?? []).flatMap((type) => namesIn(type, symbols)),
  ];
}

const propertyNames = (properties: { name: string }[]) => properties.map(({ name }) => name);
