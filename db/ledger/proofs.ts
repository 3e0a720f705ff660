import { consistencyPath, inclusionPath } from "../../app/domain/merkle.ts";
import { inTurn } from "../in-turn.ts";
import type { HashReader } from "./tiles.ts";

/** Proofs as they are published: hashes in hex, in the order of RFC 9162. */
export async function inclusionProof(read: HashReader, index: number, size: number): Promise<string[]> {
  return hexOf(await inTurn(inclusionPath(index, size), read));
}

export async function consistencyProof(read: HashReader, earlier: number, size: number): Promise<string[]> {
  return hexOf(await inTurn(consistencyPath(earlier, size), read));
}

/** The root of the log when it had this many leaves. */
export const rootAt = (read: HashReader, size: number): Promise<Buffer> => read({ from: 0, to: size });

const hexOf = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString("hex"));
