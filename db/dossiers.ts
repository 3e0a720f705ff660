import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, lt } from "drizzle-orm";
import { z } from "zod";
import { makeDossierCode } from "../app/domain/case-code.ts";
import { addRow } from "./prepared.ts";
import type { Db, Tx } from "./store.server.ts";

/** Cases that one sender filed together. Their codes and secrets can be read again for a day by the session that filed them. */
const DAY_MS = 24 * 3600 * 1000;

const listShape = z.array(z.object({ code: z.string(), secret: z.string(), title: z.string(), line: z.number() }));
export type FiledRows = z.infer<typeof listShape>;

export interface Dossier {
  readonly code: string;
  readonly filedAt: Date;
  readonly rows: FiledRows;
}

const ownerOf = (db: Db, token: string): string => db.keys.hash("form", `dossier|${token}`);
const filingOf = (db: Db, key: string): string => db.keys.hash("form", `filing|${key}`);
const sealOwner = (filingKey: string): string => `dossier|${filingKey}`;

/**
 * Opens the dossier of a filing; null when this filing has one already. Of two
 * transactions that try at once the second waits for the first.
 */
export async function openDossier(
  tx: Tx,
  token: string,
  key: string,
  size: number,
  now: Date,
): Promise<{ id: number; code: string } | null> {
  const { dossiers } = tx.tables;
  const code = await freeCode(tx);
  const filing = { code, ownerHash: ownerOf(tx, token), filingKey: filingOf(tx, key), size, filedAt: now };
  const [opened] = await tx
    .insert(dossiers)
    .values({ ...filing, wrappedKey: "", body: "" })
    .onConflictDoNothing({ target: dossiers.filingKey })
    .returning({ id: dossiers.id });
  return opened ? { id: opened.id, code } : null;
}

/** Fills an opened dossier. Each case id stands for the row of the same place. */
export async function fillDossier(
  tx: Tx,
  dossier: { readonly id: number; readonly code: string },
  key: string,
  filed: { readonly ids: readonly number[]; readonly rows: FiledRows },
  now: Date,
): Promise<Dossier> {
  const { dossiers } = tx.tables;
  const owner = sealOwner(filingOf(tx, key));
  const wrappedKey = tx.keys.newDataKey(owner);
  const body = tx.keys.seal(wrappedKey, owner, "body", JSON.stringify(filed.rows));
  const bodyUntil = new Date(now.getTime() + DAY_MS);
  await tx.update(dossiers).set({ wrappedKey, body, bodyUntil }).where(eq(dossiers.id, dossier.id));
  for (const [index, caseId] of filed.ids.entries()) {
    await addRow(tx, "dossierCases", { caseId, dossierId: dossier.id, position: index + 1 });
  }
  return { code: dossier.code, filedAt: now, rows: filed.rows };
}

async function freeCode(tx: Tx): Promise<string> {
  const { dossiers } = tx.tables;
  for (;;) {
    const code = makeDossierCode(randomBytes(7));
    const [taken] = await tx.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.code, code));
    if (!taken) return code;
  }
}

/** The session's dossier of the last day: the last one, or the one that a filing made. Null when there is none. */
export async function findDossier(
  db: Db,
  token: string,
  now: Date,
  key: string | null = null,
): Promise<Dossier | null> {
  const { dossiers } = db.tables;
  const mine = eq(dossiers.ownerHash, ownerOf(db, token));
  const [row] = await db
    .select()
    .from(dossiers)
    .where(and(mine, gt(dossiers.bodyUntil, now), key === null ? undefined : eq(dossiers.filingKey, filingOf(db, key))))
    .orderBy(desc(dossiers.id))
    .limit(1);
  if (!row) return null;
  try {
    const list = listShape.safeParse(
      JSON.parse(db.keys.open(row.wrappedKey, sealOwner(row.filingKey), "body", row.body)),
    );
    return list.success ? { code: row.code, filedAt: row.filedAt, rows: list.data } : null;
  } catch {
    // Altered, or sealed with a key that is gone: as good as none.
    return null;
  }
}

/** Erases the lists of codes and secrets whose day is over. */
export async function forgetDossierLists(tx: Tx, now: Date): Promise<void> {
  const { dossiers } = tx.tables;
  await tx.update(dossiers).set({ wrappedKey: "", body: "", bodyUntil: null }).where(lt(dossiers.bodyUntil, now));
}
