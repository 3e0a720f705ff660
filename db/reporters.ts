import { and, asc, countDistinct, desc, eq, gt, inArray, lt, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { type FiledCoAuthor, filedCoAuthor } from "../app/domain/co-authors.ts";
import type { CaseRow } from "./cases.ts";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/**
 * The one place that knows who sent a case. Values are sealed with a data key
 * of the case; forgetting that key (erasure) leaves nothing readable.
 */
export interface ReporterIdentity {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxCode: string | null;
  /** Who else wrote it, with their shares; they are erased with the sender. */
  readonly coAuthors?: readonly FiledCoAuthor[] | null;
}

const columns = ["name", "email", "phone", "taxCode", "coAuthors"] as const;
const coAuthorList = z.array(filedCoAuthor);
const owner = (caseId: number): string => `reporter|${caseId}`;

/** The keyed hash by which an address is found again: exact, whatever its case, and useless without the portal's keys. */
export const addressIndex = (db: Db, email: string): string => db.keys.hash("blind-index", email.toLowerCase());

/** Stores an identity, sealed, in the transaction that stores its case. */
export async function insertReporter(tx: Tx, caseId: number, identity: ReporterIdentity): Promise<void> {
  await addRow(tx, "reporters", sealedReporter(tx, caseId, identity));
}

/** An identity as its row holds it, under a fresh key. */
export function sealedReporter(
  tx: Tx,
  caseId: number,
  identity: ReporterIdentity,
): Tables["reporters"]["$inferInsert"] {
  const wrappedKey = tx.keys.newDataKey(owner(caseId));
  const seal = (column: string, value: string | null) =>
    value === null ? null : tx.keys.seal(wrappedKey, owner(caseId), column, value);
  return {
    caseId,
    wrappedKey,
    name: seal("name", identity.name),
    email: seal("email", identity.email),
    phone: seal("phone", identity.phone),
    taxCode: seal("taxCode", identity.taxCode),
    coAuthors: seal("coAuthors", identity.coAuthors?.length ? JSON.stringify(identity.coAuthors) : null),
    emailIndex: identity.email === null ? null : addressIndex(tx, identity.email),
  };
}

/** Opens an identity; null when the sender is anonymous or was erased. The caller has asked `may(actor, "reveal", case)` and records it, or is the person themselves. */
export async function openReporter(db: Db, caseId: number): Promise<ReporterIdentity | null> {
  const { reporters } = db.tables;
  const [row] = await db.select().from(reporters).where(eq(reporters.caseId, caseId));
  if (!row) return null;
  const [name, email, phone, taxCode, coAuthors] = columns.map((column) => {
    const sealed = row[column];
    return sealed === null ? null : db.keys.open(row.wrappedKey, owner(caseId), column, sealed);
  });
  const known = { name: name ?? null, email: email ?? null, phone: phone ?? null, taxCode: taxCode ?? null };
  return coAuthors ? { ...known, coAuthors: coAuthorList.parse(JSON.parse(coAuthors)) } : known;
}

/** The address to which mail about a case goes, or null. For the mail job alone. */
export async function reporterAddress(db: Db, caseId: number): Promise<string | null> {
  return (await openReporter(db, caseId))?.email ?? null;
}

/** The keyed hash of the address of a case's sender; null when there is none. */
export async function reporterIndex(db: Db, caseId: number): Promise<string | null> {
  const { reporters } = db.tables;
  const [row] = await db
    .select({ emailIndex: reporters.emailIndex })
    .from(reporters)
    .where(eq(reporters.caseId, caseId));
  return row?.emailIndex ?? null;
}

/** Changes parts of an identity, sealed with the key it has; what is not named stays. */
export async function changeReporter(
  tx: Tx,
  caseId: number,
  changes: Partial<Omit<ReporterIdentity, "coAuthors">>,
): Promise<void> {
  const { reporters } = tx.tables;
  const [row] = await tx.select().from(reporters).where(eq(reporters.caseId, caseId));
  if (!row) return;
  const set: Partial<Tables["reporters"]["$inferInsert"]> = {};
  for (const column of ["name", "email", "phone", "taxCode"] as const) {
    const value = changes[column];
    if (value === undefined) continue;
    set[column] = value === null ? null : tx.keys.seal(row.wrappedKey, owner(caseId), column, value);
  }
  if (changes.email !== undefined) set.emailIndex = changes.email === null ? null : addressIndex(tx, changes.email);
  await tx.update(reporters).set(set).where(eq(reporters.caseId, caseId));
}

/** Destroys an identity: its key, every sealed value and the indexes by which it could be found. */
export async function eraseReporter(tx: Tx, caseId: number): Promise<void> {
  const { reporters, caseAuthors } = tx.tables;
  await tx.delete(reporters).where(eq(reporters.caseId, caseId));
  await tx.delete(caseAuthors).where(eq(caseAuthors.caseId, caseId));
}

/** How many different confirmed addresses stand behind a case and those that go on under it: people are counted, and nobody is told of. `wall` leaves out cases of which the reader must see no trace. */
export async function confirmedSenders(db: Db, leadId: number, wall?: SQL): Promise<number> {
  const { cases, caseMerges, contacts, reporters } = db.tables;
  const members = db
    .select({ id: caseMerges.caseId })
    .from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.caseId))
    .where(and(eq(caseMerges.leadId, leadId), wall));
  const [row] = await db
    .select({ senders: countDistinct(contacts.id) })
    .from(reporters)
    .innerJoin(contacts, eq(contacts.emailIndex, reporters.emailIndex))
    .where(or(eq(reporters.caseId, leadId), inArray(reporters.caseId, members)));
  return Number(row?.senders ?? 0);
}

/** True when any case was sent with this address. */
export async function hasCaseOf(db: Db, emailIndex: string): Promise<boolean> {
  const { reporters } = db.tables;
  const rows = await db
    .select({ caseId: reporters.caseId })
    .from(reporters)
    .where(eq(reporters.emailIndex, emailIndex))
    .limit(1);
  return rows.length > 0;
}

/** One page of the cases sent with an address, the latest first; goes on before the case with the id `before`. */
export async function casesOfAddress(
  db: Db,
  emailIndex: string,
  before: number | null,
  limit: number,
): Promise<{ items: CaseRow[]; nextBefore: number | null }> {
  const { cases, reporters } = db.tables;
  const found = await db
    .select({ row: cases })
    .from(reporters)
    .innerJoin(cases, eq(cases.id, reporters.caseId))
    .where(and(eq(reporters.emailIndex, emailIndex), before === null ? undefined : lt(reporters.caseId, before)))
    .orderBy(desc(reporters.caseId))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ row }) => row);
  return { items, nextBefore: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The case with this code if it was sent with this address, else null. */
export async function caseOfAddress(db: Db, emailIndex: string, code: string): Promise<CaseRow | null> {
  const { cases, reporters } = db.tables;
  const [found] = await db
    .select({ row: cases })
    .from(cases)
    .innerJoin(reporters, eq(reporters.caseId, cases.id))
    .where(and(eq(cases.code, code), eq(reporters.emailIndex, emailIndex)));
  return found?.row ?? null;
}

/** Every case sent with an address, in the order of filing, a few at a time. */
export async function* eachCaseOfAddress(db: Db, emailIndex: string): AsyncGenerator<CaseRow> {
  const { cases, reporters } = db.tables;
  let last = 0;
  for (;;) {
    const page = await db
      .select({ row: cases })
      .from(reporters)
      .innerJoin(cases, eq(cases.id, reporters.caseId))
      .where(and(eq(reporters.emailIndex, emailIndex), gt(reporters.caseId, last)))
      .orderBy(asc(reporters.caseId))
      .limit(50);
    for (const { row } of page) yield row;
    const end = page.at(-1);
    if (!end) return;
    last = end.row.id;
  }
}
