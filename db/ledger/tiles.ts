import { and, eq } from "drizzle-orm";
import { type Leaves, type Node, wholeParts } from "../../app/domain/merkle.ts";
import { inTurn } from "../in-turn.ts";
import type { Db, Tx } from "../store.server.ts";
import { foldParts, foldWhole, HASH_BYTES, leafHash } from "./hashing.ts";

/** Hashes in a full row. */
export const ROW = 256;
const ROW_LEVELS = 8;

/** The hashes of a row, as many as there are so far; none when it has not begun. */
export async function readRow(db: Db, level: number, number: number): Promise<Buffer[]> {
  const { ledgerTiles } = db.tables;
  const [row] = await db
    .select({ hashes: ledgerTiles.hashes })
    .from(ledgerTiles)
    .where(and(eq(ledgerTiles.level, level), eq(ledgerTiles.number, number)));
  return cut(Buffer.from(row?.hashes ?? "", "base64"));
}

const cut = (bytes: Buffer): Buffer[] =>
  Array.from({ length: bytes.length / HASH_BYTES }, (_none, place) =>
    bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
  );

/** Writes a row anew. */
export async function writeRow(tx: Tx, level: number, number: number, hashes: readonly Buffer[]): Promise<void> {
  const { ledgerTiles } = tx.tables;
  const set = { hashes: Buffer.concat(hashes).toString("base64") };
  await tx
    .insert(ledgerTiles)
    .values({ level, number, ...set })
    .onConflictDoUpdate({ target: [ledgerTiles.level, ledgerTiles.number], set });
}

/**
 * Puts hashes behind the `size` that a level has, and the root of each row that
 * became full behind those of the next level. The caller holds the log.
 */
export async function appendHashes(tx: Tx, level: number, size: number, hashes: readonly Buffer[]): Promise<void> {
  const full: Buffer[] = [];
  for (let done = 0; done < hashes.length;) {
    const number = Math.floor((size + done) / ROW);
    const before = (size + done) % ROW === 0 ? [] : await readRow(tx, level, number);
    if (before.length !== (size + done) % ROW) throw new Error(`row ${number} of level ${level} of the ledger is torn`);
    const row = [...before, ...hashes.slice(done, done + ROW - before.length)];
    await writeRow(tx, level, number, row);
    if (row.length === ROW) full.push(rootOfRow(level, number, row));
    done += row.length - before.length;
  }
  if (full.length > 0) await appendHashes(tx, level + 1, Math.floor(size / ROW), full);
}

/** The root of a full row. */
export function rootOfRow(level: number, number: number, row: readonly Buffer[]): Buffer {
  return foldWhole(level === 0 ? row.map((commitment, place) => leafHash(number * ROW + place, commitment)) : row);
}

/** Gives the hash of the tree over some leaves, where a subtree of that size begins at the first of them. */
export type HashReader = (leaves: Leaves) => Promise<Buffer>;

/** Reads hashes of the tree from at most two rows a level; rows are read once per reader. */
export function hashReader(db: Db): HashReader {
  const rows = new Map<string, Promise<Buffer[]>>();
  const rowOf = (level: number, number: number) => {
    const name = `${level}/${number}`;
    const known = rows.get(name) ?? readRow(db, level, number);
    rows.set(name, known);
    return known;
  };
  const nodeAt = async ({ level, place }: Node): Promise<Buffer> => {
    const rowLevel = Math.floor(level / ROW_LEVELS);
    const count = 2 ** (level % ROW_LEVELS);
    const first = place * count;
    const number = Math.floor(first / ROW);
    const row = await rowOf(rowLevel, number);
    const found = row.slice(first % ROW, (first % ROW) + count);
    if (found.length < count) throw new Error(`row ${number} of level ${rowLevel} of the ledger is too short`);
    return foldWhole(rowLevel === 0 ? found.map((commitment, at) => leafHash(first + at, commitment)) : found);
  };
  return async (leaves) => foldParts(await inTurn(wholeParts(leaves), nodeAt));
}
