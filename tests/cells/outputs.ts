import type { Output } from "../../lib/cells/mod.ts";

/** An output as a notebook's file holds it. */
export type Stored = Record<string, unknown>;

/**
 * What a cell gave, as a notebook's file holds it: what is printed in one piece, displays in their last
 * state, errors without the places.
 */
export function stored(outputs: Output[]): Stored[] {
  const found: Stored[] = [];
  for (const output of outputs) {
    switch (output.output_type) {
      case "stream": {
        const same = found.find(({ name }) => name === output.name);
        if (same) same.text = `${same.text}${output.text}`;
        else found.push({ ...output });
        break;
      }
      case "update_display_data": {
        const { display_id, data } = output;
        for (const shown of found) if (shown.display_id === display_id) shown.data = data;
        break;
      }
      case "clear_output":
        found.length = 0;
        break;
      case "error":
        found.push({
          ...output,
          traceback: output.traceback.filter((line) => !/^\s+at /.test(line)),
        });
        break;
      default:
        found.push({ ...output });
    }
  }
  return found;
}
