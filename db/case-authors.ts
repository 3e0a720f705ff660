import { and, asc, eq, gt } from "drizzle-orm";
import type { CaseRow } from "./cases.ts";
import { addressIndex, eachCaseOfAddress } from "./reporters.ts";
import type { Db, Tx } from "./store.server.ts";

/** Keeps, as keyed hashes, the addresses of those who wrote a case together with its sender. */
export async function insertAuthors(tx: Tx, caseId: number, addresses: readonly string[]): Promise<void> {
  const { caseAuthors } = tx.tables;
  const indexes = new Set(addresses.map((address) => addressIndex(tx, address)));
  for (const emailIndex of indexes) await tx.insert(caseAuthors).values({ caseId, emailIndex });
}

/** A part of a case has the authors of the whole. */
export async function copyAuthors(tx: Tx, fromId: number, toId: number): Promise<void> {
  const { caseAuthors } = tx.tables;
  for (const { emailIndex } of await tx.select().from(caseAuthors).where(eq(caseAuthors.caseId, fromId))) {
    await tx.insert(caseAuthors).values({ caseId: toId, emailIndex });
  }
}

/** The keyed hashes of every address that a case was written with: its sender's and those of the co-authors. */
export async function authorIndexes(db: Db, caseId: number): Promise<Set<string>> {
  const { reporters, caseAuthors } = db.tables;
  const sent = await db
    .select({ emailIndex: reporters.emailIndex })
    .from(reporters)
    .where(eq(reporters.caseId, caseId));
  const written = await db
    .select({ emailIndex: caseAuthors.emailIndex })
    .from(caseAuthors)
    .where(eq(caseAuthors.caseId, caseId));
  return new Set([...sent, ...written].map(({ emailIndex }) => emailIndex).filter((index) => index !== null));
}

/** Every case that was sent or written with an address, a few at a time; one that was both comes twice. */
export async function* eachCaseWrittenWith(db: Db, emailIndex: string): AsyncGenerator<CaseRow> {
  yield* eachCaseOfAddress(db, emailIndex);
  const { cases, caseAuthors } = db.tables;
  let last = 0;
  for (;;) {
    const [found] = await db
      .select({ row: cases })
      .from(caseAuthors)
      .innerJoin(cases, eq(cases.id, caseAuthors.caseId))
      .where(and(eq(caseAuthors.emailIndex, emailIndex), gt(caseAuthors.caseId, last)))
      .orderBy(asc(caseAuthors.caseId))
      .limit(1);
    if (!found) return;
    yield found.row;
    last = found.row.id;
  }
}
