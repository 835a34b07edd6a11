/** A value as an error names it, whatever it is. */
export function found(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
    case "bigint":
      return `the bigint ${value}n`;
    case "symbol":
    case "function":
      return `a ${typeof value}`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (value instanceof Promise) return "a promise: is an await missing?";
  const { shape } = value as { shape?: unknown };
  if (typeof shape === "string") return `a ${shape} matrix`;
  const name = value.constructor?.name;
  return typeof name === "string" && name !== "Object" ? `a ${name}` : "an object";
}
