import { createHash, createHmac, randomBytes } from "node:crypto";
import { canonicalJson } from "../events.ts";

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
/** The root of a tree without leaves. */
export const EMPTY_ROOT = sha256();

/** The hash of a leaf. Its place is part of it, so that two that change places are two wrong ones. */
export function leafHash(index: number, commitment: Uint8Array): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(index));
  return sha256(LEAF, place, commitment);
}

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** The root over hashes that stand side by side, 2, 4, 8 … of them. */
export function foldWhole(hashes: readonly Buffer[]): Buffer {
  let row = [...hashes];
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_none, pair) => nodeHash(at(row, pair * 2), at(row, pair * 2 + 1)));
  }
  return at(row, 0);
}

/** Subtrees from left to right as one tree: hashed together from the right. */
export function foldParts(hashes: readonly Buffer[]): Buffer {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
}

function at(row: readonly Buffer[], place: number): Buffer {
  const hash = row[place];
  if (!hash) throw new Error("a hash of the ledger is missing");
  return hash;
}

/** A new secret that hides what is committed to. */
export const newSalt = (): string => randomBytes(HASH_BYTES).toString("hex");

/** The salt of one part of one event, from the secret of its case: telling one tells none of the others. */
export function eventSalt(caseSalt: string, part: "told" | "kept", position: number): string {
  return createHmac("sha256", Buffer.from(caseSalt, "hex")).update(`${part}|${position}`).digest("hex");
}

/** A commitment (hex) to anything that JSON can write; the same value and salt give the same one. */
export function commitmentTo(salt: string, value: unknown): string {
  return sha256(Buffer.from(salt, "hex"), Buffer.from(canonicalJson(value))).toString("hex");
}

/** The two halves of an event together: what the public may be told of it, and the event whole. */
export const joinHalves = (told: string, kept: string): Buffer =>
  sha256(Buffer.from(told, "hex"), Buffer.from(kept, "hex"));
