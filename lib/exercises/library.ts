let address: string | undefined;

/** Says where the whole of Glassnet is: `mod.ts` does that, since a check may need all of it. */
export function useLibrary(url: string): void {
  address = url;
}

/** The address of the whole of Glassnet. */
export function libraryAddress(): string {
  if (address === undefined) {
    throw new Error('A check needs the whole of Glassnet. Import it: import "glassnet".');
  }
  return address;
}

/** All that Glassnet exports, by its names. */
export async function library(): Promise<Record<string, unknown>> {
  return await import(libraryAddress());
}
