import { readFileSync } from "node:fs";
import { type Boundaries, readBoundaries } from "../domain/boundaries.ts";

const read = new Map<string, Boundaries>();

/**
 * The operator's own boundaries, read once; null where no file is named. Throws,
 * at the start of the portal, an error that names the file's fault.
 */
export function boundariesAt(file: string | undefined, codes: readonly string[]): Boundaries | null {
  if (file === undefined) return null;
  const known = read.get(file);
  if (known) return known;
  try {
    const found = readBoundaries(JSON.parse(readFileSync(file, "utf8")), codes);
    read.set(file, found);
    return found;
  } catch (error) {
    throw new Error(`BOUNDARIES_FILE: the file ${error instanceof SyntaxError ? "is no JSON" : wordsOf(error)}`, {
      cause: error,
    });
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return `cannot be read (${String(error.code)})`;
  return error instanceof Error ? error.message : "cannot be read";
}
