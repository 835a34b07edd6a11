/**
 * The seed of a student: a whole number made of the name (FNV-1a), the same on every machine. Capital
 * letters and spaces around it don't count, so that a folder's name and a typed one are one student's.
 *
 * @param student the name; without one, the seed is 0
 */
export function seedOf(student?: string): number {
  if (student === undefined) return 0;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(student.trim().toLowerCase().normalize())) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % 1_000_000 + 1;
}
