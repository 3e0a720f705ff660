import { and, asc, desc, eq, inArray, lt, lte } from "drizzle-orm";
import { type Mark, type ProposedTexts, textsByField } from "../app/domain/publishing.ts";
import { addRow, insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

type ProposalRow = Tables["publicationProposals"]["$inferSelect"];
export type ProposalState = ProposalRow["state"];
export type Redaction = Tables["redactions"]["$inferSelect"];

/** A proposal with its texts opened. */
export interface Proposal extends Omit<ProposalRow, "texts" | "wrappedKey"> {
  readonly texts: ProposedTexts;
}

const owner = (caseId: number): string => `proposal|${caseId}`;

/** Stores what an editor proposes, its texts sealed, with what was found and masked in them. */
export async function insertProposal(
  tx: Tx,
  proposal: Pick<ProposalRow, "caseId" | "answerId" | "proposerId" | "proposedAt"> & { readonly texts: ProposedTexts },
  marks: readonly Mark[],
): Promise<void> {
  const { caseId, proposerId: staffId } = proposal;
  const wrappedKey = tx.keys.newDataKey(owner(caseId));
  const texts = tx.keys.seal(wrappedKey, owner(caseId), "texts", JSON.stringify(proposal.texts));
  const row = await insertRow(tx, "publicationProposals", { ...proposal, state: "open", wrappedKey, texts });
  for (const { start, end, ...mark } of marks) {
    const reason = mark.verdict === "masked" ? mark.reason : null;
    const place = { startsAt: start, endsAt: end };
    await addRow(tx, "redactions", { ...mark, ...place, reason, proposalId: row.id, caseId, staffId });
  }
}

/** The newest proposal of a case in one of these states, or null. */
export async function latestProposal(
  db: Db,
  caseId: number,
  states: readonly ProposalState[],
): Promise<Proposal | null> {
  const { publicationProposals: p } = db.tables;
  const [row] = await db
    .select()
    .from(p)
    .where(and(eq(p.caseId, caseId), inArray(p.state, [...states])))
    .orderBy(desc(p.id))
    .limit(1);
  return row ? opened(db, row) : null;
}

/** The proposal before one of the same case: the one that is public where the case is, else the newest of any state. */
export async function latestProposalBefore(
  db: Db,
  { id, caseId }: Pick<Proposal, "id" | "caseId">,
  published: boolean,
): Promise<Proposal | null> {
  const { publicationProposals: p } = db.tables;
  const rows = await db
    .select()
    .from(p)
    .where(and(eq(p.caseId, caseId), lt(p.id, id), published ? eq(p.state, "published") : undefined))
    .orderBy(desc(p.id))
    .limit(1);
  return rows[0] ? opened(db, rows[0]) : null;
}

export async function findProposal(db: Db, id: number): Promise<Proposal | null> {
  const { publicationProposals: p } = db.tables;
  const [row] = await db.select().from(p).where(eq(p.id, id));
  return row ? opened(db, row) : null;
}

function opened(db: Db, row: ProposalRow): Proposal {
  const { wrappedKey, texts, ...rest } = row;
  // What `insertProposal` has sealed.
  return { ...rest, texts: JSON.parse(db.keys.open(wrappedKey, owner(row.caseId), "texts", texts)) as ProposedTexts };
}

/** What was found and masked in a proposal, in the order of the texts. */
export async function redactionsOf(db: Db, proposalId: number): Promise<Redaction[]> {
  const { redactions: r } = db.tables;
  return db.select().from(r).where(eq(r.proposalId, proposalId)).orderBy(asc(r.id));
}

/** The marks that hold: what was lifted after an objection masks no more. */
export function standingMarks(redactions: readonly Redaction[]) {
  return redactions.map(({ field, startsAt, endsAt, kind, verdict, reason, liftedAt }) => ({
    field,
    kind,
    start: startsAt,
    end: endsAt,
    reason: reason ?? ("other" as const),
    verdict: liftedAt === null ? verdict : ("harmless" as const),
  }));
}

/** Ends whatever waits of a case: an open proposal, or one that waits for its day. */
export async function endWaiting(tx: Tx, caseId: number, state: "replaced" | "dropped"): Promise<void> {
  const { publicationProposals: p } = tx.tables;
  await tx
    .update(p)
    .set({ state })
    .where(and(eq(p.caseId, caseId), inArray(p.state, ["open", "approved"])));
}

export async function updateProposal(tx: Tx, id: number, changes: Partial<ProposalRow>): Promise<void> {
  const { publicationProposals: p } = tx.tables;
  await tx.update(p).set(changes).where(eq(p.id, id));
}

export async function findRedaction(db: Db, id: number): Promise<Redaction | null> {
  const { redactions: r } = db.tables;
  const [row] = await db.select().from(r).where(eq(r.id, id));
  return row ?? null;
}

export async function liftRedaction(tx: Tx, id: number, now: Date): Promise<void> {
  const { redactions: r } = tx.tables;
  await tx.update(r).set({ liftedAt: now }).where(eq(r.id, id));
}

/** Cases whose day of publication has come. */
export async function findDuePublications(db: Db, now: Date, limit = 100): Promise<string[]> {
  const { cases } = db.tables;
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .where(lte(cases.publishAt, now))
    .orderBy(asc(cases.publishAt))
    .limit(limit);
  return rows.map((row) => row.code);
}

/** The words that a redaction masks, or judges. */
export async function maskedWords(tx: Db, redaction: Redaction): Promise<string | null> {
  const proposal = await findProposal(tx, redaction.proposalId);
  return proposal && wordsIn(proposal, redaction);
}

/** The words of a range in a proposal's texts. */
export function wordsIn({ texts }: Proposal, { field, startsAt, endsAt }: Redaction): string {
  return (textsByField(texts).get(field) ?? "").slice(startsAt, endsAt);
}
