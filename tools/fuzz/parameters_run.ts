import { DataError, fingerprint, loadParameters, type Matrix } from "glassnet";

/** What Python's safetensors makes of a file: see `read_safetensors.py`. */
export type ParameterVerdict = { numbers: string } | { other: string } | { refused: string };

/** Loads a file and compares with Python; `finding` says what is wrong, if anything is. */
export async function tryParameters(
  file: string,
  verdict: ParameterVerdict,
): Promise<{ what: "read" | "refused"; finding?: string }> {
  try {
    const parameters = await loadParameters(file);
    // All NaNs count as equal: JavaScript may keep other bits than those in the file.
    for (const { values } of Object.values(parameters) as Matrix[]) {
      values.forEach((value, k) => Number.isNaN(value) && (values[k] = NaN));
    }
    const { W1, W2 } = parameters;
    const found = `${W1.shape}, ${W2.shape}, ${W1.dtype}, ${fingerprint(parameters).slice(0, 16)}`;
    const theirs = Object.values(verdict)[0];
    const finding = found === theirs ? undefined : `read as ${found}, but Python: ${theirs}`;
    return { what: "read", finding };
  } catch (error) {
    const finding = "numbers" in verdict ? `refused, and Python reads it: ${error}` : undefined;
    return { what: "refused", finding: finding ?? refusalFinding(error, file) };
  }
}

/** What is wrong with a refusal, if anything is: it must name the file, and the tensor or part. */
function refusalFinding(error: unknown, file: string): string | undefined {
  if (!(error instanceof DataError)) return `not a DataError but ${error}`;
  const { message } = error;
  if (error.file !== file || !message.startsWith(`${file}: `)) return `names no file: ${message}`;
  if (message.length > file.length + 500) return `${message.length} characters are too many`;
  if (!/header|tensor|"|bytes|shape|W1|format/.test(message.slice(file.length))) {
    return `names no place: ${message}`;
  }
}
