import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { StaffActor } from "../app/domain/actor.ts";
import { differencePrint } from "../app/domain/register.ts";
import { mayEver } from "../app/domain/permissions.ts";
import { standingAnswer } from "./register-entries.ts";
import type { Publication } from "./publications.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { outsideWall } from "./visible-cases.ts";

type Entry = Tables["registerEntries"]["$inferSelect"];
type Difference = Tables["answerDifferences"]["$inferSelect"];
export interface AnswersThatDiffer {
  readonly entry: Entry;
  readonly difference: Difference;
  readonly law: Tables["laws"]["$inferSelect"];
  /** The newest published answer of each agency and each kind of outcome. */
  readonly answers: readonly Publication[];
}

/** The ministry in charge and what is below it; whoever watches or sorts reads those of all. */
function ofReader(db: Db, actor: StaffActor) {
  const { answerDifferences: d } = db.tables;
  if (actor.role !== "officer" && actor.role !== "leader") return undefined;
  return inArray(d.drafterId, [actor.agencyId, ...actor.coveredBy]);
}

const isOpen = (db: Db) => {
  const { answerDifferences: d } = db.tables;
  return or(isNull(d.settledPrint), ne(d.settledPrint, d.print));
};

/**
 * The provisions that agencies answered differently, those not yet settled
 * first. The answers are the published ones, without cases from which the
 * reader is shut out; where fewer than two agencies are left, there is nothing to see.
 */
export async function listDifferences(
  db: Db,
  actor: StaffActor,
  page: { readonly settled: boolean; readonly offsetId: number | null; readonly limit?: number },
): Promise<{ items: AnswersThatDiffer[]; next: number | null }> {
  if (!mayEver(actor, "see-differences")) return { items: [], next: null };
  const { answerDifferences: d, registerEntries: e, laws } = db.tables;
  const limit = page.limit ?? 10;
  const state = page.settled ? eq(d.settledPrint, d.print) : isOpen(db);
  const older = page.offsetId === null ? undefined : sql`${d.entryId} < ${page.offsetId}`;
  const rows = await db
    .select({ entry: e, difference: d, law: laws })
    .from(d)
    .innerJoin(e, eq(e.id, d.entryId))
    .innerJoin(laws, eq(laws.key, e.lawKey))
    .where(and(state, older, ofReader(db, actor)))
    .orderBy(desc(d.entryId))
    .limit(limit + 1);
  const items: AnswersThatDiffer[] = [];
  for (const row of rows.slice(0, limit)) {
    const answers = await answersSideBySide(db, actor, row.entry.id);
    if (answers.length > 0) items.push({ ...row, answers });
  }
  return { items, next: rows.length > limit ? (rows[limit - 1]?.entry.id ?? null) : null };
}

/** The answers of an entry that the reader may see, as long as they differ. */
async function answersSideBySide(db: Db, actor: StaffActor, entryId: number): Promise<Publication[]> {
  const { registerReports: r, publications: p, cases } = db.tables;
  const newest = await db
    .select({ id: sql<number>`max(${p.id})`.mapWith(Number) })
    .from(r)
    .innerJoin(p, eq(p.caseId, r.caseId))
    .innerJoin(cases, eq(cases.id, p.caseId))
    .where(and(eq(r.entryId, entryId), standingAnswer(db), isNotNull(p.agencyId), outsideWall(db, actor)))
    .groupBy(p.agencyId, p.outcomeKind);
  if (newest.length === 0) return [];
  const answers = await db
    .select()
    .from(p)
    .where(
      inArray(
        p.id,
        newest.map(({ id }) => id),
      ),
    )
    .orderBy(asc(p.agencyId), asc(p.id));
  const said = answers.flatMap(({ agencyId, outcomeKind }) =>
    agencyId === null || outcomeKind === null ? [] : [{ agencyId, outcomeKind }],
  );
  return differencePrint(said) === null ? [] : answers;
}

/** The differing answers to one provision, as far as the reader may know of them. */
export async function findDifference(db: Db, actor: StaffActor, entryId: number): Promise<AnswersThatDiffer | null> {
  if (!mayEver(actor, "see-differences")) return null;
  const { answerDifferences: d, registerEntries: e, laws } = db.tables;
  const [row] = await db
    .select({ entry: e, difference: d, law: laws })
    .from(d)
    .innerJoin(e, eq(e.id, d.entryId))
    .innerJoin(laws, eq(laws.key, e.lawKey))
    .where(and(eq(d.entryId, entryId), ofReader(db, actor)));
  if (!row) return null;
  const answers = await answersSideBySide(db, actor, entryId);
  return answers.length === 0 ? null : { ...row, answers };
}

/** The open differences on the provisions that a case names, for its page in the office. */
export async function differencesOfCase(db: Db, actor: StaffActor, caseId: number): Promise<Entry[]> {
  if (!mayEver(actor, "see-differences")) return [];
  const { answerDifferences: d, registerEntries: e, registerReports: r } = db.tables;
  const rows = await db
    .select({ entry: e })
    .from(r)
    .innerJoin(d, eq(d.entryId, r.entryId))
    .innerJoin(e, eq(e.id, r.entryId))
    .where(and(eq(r.caseId, caseId), isOpen(db), ofReader(db, actor)));
  const seen: Entry[] = [];
  for (const { entry } of rows) if ((await answersSideBySide(db, actor, entry.id)).length > 0) seen.push(entry);
  return seen;
}

/** Marks what differs today as settled; null when other answers differ by now. */
export async function settleAnswers(
  tx: Tx,
  entryId: number,
  settled: { readonly print: string; readonly staffId: number; readonly with: string; readonly at: Date },
): Promise<Difference | null> {
  const { answerDifferences: d } = tx.tables;
  const [row] = await tx
    .update(d)
    .set({ settledPrint: settled.print, settledAt: settled.at, settledBy: settled.staffId, settledWith: settled.with })
    .where(and(eq(d.entryId, entryId), eq(d.print, settled.print)))
    .returning();
  return row ?? null;
}
