/** Checks who imports whom against the map of the rooms in lib/README.md. */
import type { Import } from "../tools/shared/imports.ts";

/** One import from a file of the project to another. Both are paths from the project's folder. */
export interface Arrow {
  from: string;
  to: string;
  how: Import["how"];
}

/** The rooms that the map names, each with those that it says may be imported there. */
export type RoomMap = Map<string, string[]>;

/** Reads the map: items such as "- [`network`](network) imports `matrix`: what it holds." */
export function readMap(markdown: string): RoomMap {
  const names = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const items = markdown.replaceAll(/\s+/g, " ").matchAll(/- \[`([^`]+)`\]\S* imports ([^:]+):/g);
  return new Map([...items].map(([, room, imports]) => [room, names(imports)]));
}

/** The room of a file: its folder below lib, or the file itself if it lies in lib as a door does. */
export function roomOf(file: string): string | undefined {
  const [, path] = /^lib\/(.+)$/.exec(file) ?? [];
  return path?.includes("/") ? path.replace(/\/[^/]*$/, "") : path;
}

/** What may be imported in each room: what the map names there, and all that may be imported in those. */
function allowed(map: RoomMap): Map<string, Set<string>> {
  return new Map([...map.keys()].map((room) => {
    const reached = new Set(map.get(room));
    for (const other of reached) for (const next of map.get(other) ?? []) reached.add(next);
    return [room, reached];
  }));
}

/**
 * All that is wrong with the imports of some files, in words.
 *
 * @param files all files of lib, as paths from the project's folder
 */
export function problems(map: RoomMap, files: string[], arrows: Arrow[]): string[] {
  const found: string[] = [];
  const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
  const order = [...map.keys()];
  for (const room of rooms) {
    if (!map.has(room)) found.push(`lib/README.md does not name ${room}`);
  }
  for (const [room, imports] of map) {
    if (!rooms.has(room)) found.push(`lib/README.md names ${room}, which is not there`);
    for (const other of imports) {
      if (!map.has(other)) found.push(`lib/README.md lets ${room} import ${other}, which it lacks`);
      else if (order.indexOf(other) > order.indexOf(room)) {
        found.push(`lib/README.md lets ${room} import ${other}, which stands below it`);
      }
    }
  }
  const may = allowed(map);
  const between: [string, string][] = [];
  for (const { from, to } of arrows) {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (room === undefined || room === other) continue;
    if (other === undefined) found.push(`${from} imports ${to}, outside of lib`);
    else {
      between.push([room, other]);
      if (map.has(room) && map.has(other) && !may.get(room)!.has(other)) {
        found.push(`${from} imports ${to}: ${room} may not import ${other}`);
      }
    }
  }
  for (const circle of circles(between)) found.push(`a circle of rooms: ${circle.join(", ")}`);
  const inside = arrows.filter(({ from, to, how }) =>
    how === "value" && roomOf(from) !== undefined && roomOf(from) === roomOf(to)
  );
  for (const circle of circles(inside.map(({ from, to }) => [from, to]))) {
    found.push(`a circle of files: ${circle.join(", ")}`);
  }
  return found;
}

/** The groups in which everyone reaches everyone, in order. */
export function circles(pairs: [string, string][]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    if (!next.has(from)) next.set(from, new Set());
    next.get(from)!.add(to);
  }
  const reach = (from: string) => {
    const reached = new Set(next.get(from));
    for (const one of reached) for (const to of next.get(one) ?? []) reached.add(to);
    return reached;
  };
  const all = new Map([...next.keys()].map((name) => [name, reach(name)]));
  const groups = [...all].filter(([name, reached]) => reached.has(name)).map(([name, reached]) =>
    [...reached].filter((other) => all.get(other)?.has(name)).sort().join("\n")
  );
  return [...new Set(groups)].sort().map((group) => group.split("\n"));
}
