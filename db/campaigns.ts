import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { unionAll as postgresUnion } from "drizzle-orm/pg-core";
import { isNear, type LetterPrint, letterPrint } from "../app/domain/letter-print.ts";
import type { WordWeights } from "../app/domain/similarity.ts";
import type { Actor } from "../app/domain/actor.ts";
import { keepKeys } from "./case-keys.ts";
import { type CaseRow, visibleTo } from "./cases.ts";
import { addToCounter } from "./counters.ts";
import { addRow, prepared, statementName } from "./prepared.ts";
import { openReporter } from "./reporters.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Campaign = Tables["campaigns"]["$inferSelect"];

/** How many of the latest letters are looked at under each key. */
const PER_KEY = 6;
/** A campaign larger than this keeps its name when two are found to be one: moving it would hold up a filing. */
const MOST_MOVED = 500;

interface Mate {
  readonly key: number;
  readonly caseId: number;
  readonly sketch: string;
  readonly campaignId: number | null;
}

const printOf = (row: CaseRow): LetterPrint | null =>
  letterPrint([row.content, ...Object.values(row.details)].join("\n"));

/**
 * Keeps the print of a letter that is being filed. Which campaign it belongs to
 * is found after the filing (`groupLetters`), so that a thousand equal letters
 * never wait for each other. Short letters, which have no print, are noted too:
 * by what cases about the same matter find each other is kept with it.
 */
export async function keepPrint(tx: Tx, row: CaseRow): Promise<void> {
  const print = printOf(row);
  const sketch = print ? packSketch(print.sketch) : "";
  await addRow(tx, "letterPrints", { caseId: row.id, sketch, grouped: false });
}

/** True when there are letters that were not yet held against the others. */
export async function hasNewLetters(db: Db): Promise<boolean> {
  const { letterPrints } = db.tables;
  const [one] = await db
    .select({ caseId: letterPrints.caseId })
    .from(letterPrints)
    .where(eq(letterPrints.grouped, false))
    .limit(1);
  return one !== undefined;
}

/**
 * Finds the campaigns of the oldest new letters, at most `most` of them. For
 * each it looks at a bounded number of letters however many there are. Nothing
 * is merged and nothing about a case changes. Keeps by which words each is found.
 */
export async function groupLetters(tx: Tx, weights: WordWeights, now: Date, most: number): Promise<void> {
  const { cases, letterPrints } = tx.tables;
  // The row of the counter is a lock: one process groups at a time.
  await addToCounter(tx, "letters", "grouping", 1);
  const found = await tx
    .select({ row: cases })
    .from(letterPrints)
    .innerJoin(cases, eq(cases.id, letterPrints.caseId))
    .where(eq(letterPrints.grouped, false))
    .orderBy(asc(letterPrints.caseId))
    .limit(most);
  for (const { row } of found) await groupLetter(tx, row, now);
  await keepKeys(
    tx,
    found.map(({ row }) => row),
    weights,
  );
}

async function groupLetter(tx: Tx, row: CaseRow, now: Date): Promise<void> {
  const { letterKeys, letterPrints } = tx.tables;
  const print = printOf(row);
  const mates = print ? await nearLetters(tx, print) : [];
  const campaignId = mates.length === 0 ? null : await campaignOf(tx, mates, now);
  await tx.update(letterPrints).set({ grouped: true, campaignId }).where(eq(letterPrints.caseId, row.id));
  if (campaignId !== null) await addLetters(tx, campaignId, [row]);
  // A key under which a mate was found leads the next one to that mate; its list stays short.
  const covered = new Set(mates.map((mate) => mate.key));
  const keys = [...new Set(print?.keys)].filter((key) => !covered.has(key));
  if (keys.length > 0) await tx.insert(letterKeys).values(keys.map((key) => ({ key, caseId: row.id })));
}

/** Letters behind which the same text stands, among the latest few under each key. */
async function nearLetters(tx: Tx, print: LetterPrint): Promise<Mate[]> {
  const query = prepared(tx, "letters by key", () => lettersByKey(tx, print.keys.length));
  const found = await query.execute(Object.fromEntries(print.keys.map((key, place) => [`key${place}`, key])));
  return found.filter((mate) => isNear(print.sketch, unpackSketch(mate.sketch)));
}

function lettersByKey(tx: Tx, count: number) {
  const { letterKeys, letterPrints } = tx.tables;
  const under = (place: number) => {
    const bounded = tx
      .select({
        key: letterKeys.key,
        caseId: letterPrints.caseId,
        sketch: letterPrints.sketch,
        campaignId: letterPrints.campaignId,
      })
      .from(letterKeys)
      .innerJoin(letterPrints, eq(letterPrints.caseId, letterKeys.caseId))
      .where(eq(letterKeys.key, sql.placeholder(`key${place}`)))
      .orderBy(desc(letterKeys.caseId))
      .limit(PER_KEY)
      .as(`under${place}`);
    return tx.select().from(bounded);
  };
  const [first, second, ...others] = Array.from({ length: count }, (_, place) => under(place));
  if (!first || !second) throw new Error("letters are found by at least two keys");
  return postgresUnion(first, second, ...others).prepare(statementName("letters by key"));
}

/** The campaign of these letters: the oldest that one of them is in, joined by the others, or a new one. */
async function campaignOf(tx: Tx, mates: readonly Mate[], now: Date): Promise<number> {
  const known = [...new Set(mates.flatMap((mate) => mate.campaignId ?? []))].sort((one, other) => one - other);
  const single = [...new Set(mates.filter((mate) => mate.campaignId === null).map((mate) => mate.caseId))];
  const [oldest, ...others] = known;
  const campaignId = oldest ?? (await newCampaign(tx, Math.min(...single), now));
  for (const other of others) await moveCampaign(tx, other, campaignId);
  if (single.length > 0) {
    const { cases, letterPrints } = tx.tables;
    await tx.update(letterPrints).set({ campaignId }).where(inArray(letterPrints.caseId, single));
    await addLetters(tx, campaignId, await tx.select().from(cases).where(inArray(cases.id, single)));
  }
  return campaignId;
}

async function newCampaign(tx: Tx, firstCaseId: number, now: Date): Promise<number> {
  const { campaigns } = tx.tables;
  const [row] = await tx
    .insert(campaigns)
    .values({ firstCaseId, letters: 0, named: 0, anonymous: 0, createdAt: now })
    .returning();
  if (!row) throw new Error("a campaign was not stored");
  return row.id;
}

/** Counts letters in, each named sender once. */
async function addLetters(tx: Tx, campaignId: number, rows: readonly CaseRow[]): Promise<void> {
  const { campaigns } = tx.tables;
  let named = 0;
  for (const row of rows) {
    if (row.reporterType !== "anonymous" && (await isNewSender(tx, campaignId, row.id))) named += 1;
  }
  const anonymous = rows.filter((row) => row.reporterType === "anonymous").length;
  await tx
    .update(campaigns)
    .set({
      letters: sql`${campaigns.letters} + ${rows.length}`,
      named: sql`${campaigns.named} + ${named}`,
      anonymous: sql`${campaigns.anonymous} + ${anonymous}`,
    })
    .where(eq(campaigns.id, campaignId));
}

/** Notes the sender of a letter by a keyed hash; false when they are noted already or left no address to tell them by. */
async function isNewSender(tx: Tx, campaignId: number, caseId: number): Promise<boolean> {
  const identity = await openReporter(tx, caseId);
  const contact = identity?.email?.toLowerCase() ?? identity?.phone;
  if (!contact) return false;
  const { campaignSenders } = tx.tables;
  const senderHash = tx.keys.hash("blind-index", `campaign|${contact}`);
  const added = await tx.insert(campaignSenders).values({ campaignId, senderHash }).onConflictDoNothing().returning();
  return added.length > 0;
}

/** Two campaigns turn out to be one: the younger goes on in the older, unless it is too large to move now. */
async function moveCampaign(tx: Tx, from: number, to: number): Promise<void> {
  const { campaigns, campaignSenders, letterPrints } = tx.tables;
  const [moved] = await tx.select().from(campaigns).where(eq(campaigns.id, from));
  if (!moved || moved.letters > MOST_MOVED) return;
  const senders = await tx.delete(campaignSenders).where(eq(campaignSenders.campaignId, from)).returning();
  const added =
    senders.length === 0
      ? []
      : await tx
          .insert(campaignSenders)
          .values(senders.map(({ senderHash }) => ({ campaignId: to, senderHash })))
          .onConflictDoNothing()
          .returning();
  await tx.update(letterPrints).set({ campaignId: to }).where(eq(letterPrints.campaignId, from));
  await tx
    .update(campaigns)
    .set({
      letters: sql`${campaigns.letters} + ${moved.letters}`,
      named: sql`${campaigns.named} + ${added.length}`,
      anonymous: sql`${campaigns.anonymous} + ${moved.anonymous}`,
    })
    .where(eq(campaigns.id, to));
  await tx.delete(campaigns).where(eq(campaigns.id, from));
}

export const packSketch = (sketch: readonly number[]): string =>
  Buffer.from(Uint32Array.from(sketch).buffer).toString("base64url");

export function unpackSketch(packed: string): number[] {
  const bytes = Buffer.from(packed, "base64url");
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, place) => bytes.readUInt32LE(place * 4));
}

/** The campaign that a case's letter belongs to, or null. The caller has asked whether the case may be seen. */
export async function campaignOfCase(db: Db, caseId: number): Promise<Campaign | null> {
  const { campaigns, letterPrints } = db.tables;
  const [row] = await db
    .select({ campaign: campaigns })
    .from(letterPrints)
    .innerJoin(campaigns, eq(campaigns.id, letterPrints.campaignId))
    .where(eq(letterPrints.caseId, caseId));
  return row?.campaign ?? null;
}

export async function findCampaign(db: Db, id: number): Promise<Campaign | null> {
  const { campaigns } = db.tables;
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id));
  return row ?? null;
}

export type CampaignLetter = Pick<
  CaseRow,
  "id" | "code" | "status" | "title" | "lang" | "provinceCode" | "communeCode" | "reporterType" | "receivedAt"
>;

/** One page of a campaign's letters as far as the actor may see them, the first sent first. */
export async function listLetters(
  db: Db,
  actor: Actor,
  campaignId: number,
  page: { cursor?: string | null; limit?: number } = {},
): Promise<{ items: CampaignLetter[]; nextCursor: string | null }> {
  const { cases, letterPrints } = db.tables;
  const limit = page.limit ?? 50;
  const after = Number.parseInt(page.cursor ?? "", 36);
  const found = await db
    .select({
      id: cases.id,
      code: cases.code,
      status: cases.status,
      title: cases.title,
      lang: cases.lang,
      provinceCode: cases.provinceCode,
      communeCode: cases.communeCode,
      reporterType: cases.reporterType,
      receivedAt: cases.receivedAt,
    })
    .from(letterPrints)
    .innerJoin(cases, eq(cases.id, letterPrints.caseId))
    .where(
      and(
        eq(letterPrints.campaignId, campaignId),
        visibleTo(db, actor),
        Number.isSafeInteger(after) ? gt(letterPrints.caseId, after) : undefined,
      ),
    )
    .orderBy(asc(letterPrints.caseId))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? last.id.toString(36) : null };
}

/** Holds a campaign until the transaction ends: of two who gather its letters one does. */
export async function holdCampaign(tx: Tx, id: number): Promise<void> {
  const { campaigns } = tx.tables;
  await tx.update(campaigns).set({ id }).where(eq(campaigns.id, id));
}
