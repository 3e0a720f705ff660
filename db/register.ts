import { and, eq, inArray } from "drizzle-orm";
import { documentSlug, type Place, placeOrder, placesOf, placeSlug } from "../app/domain/register.ts";
import { documentKey, documentWording, referenceWording } from "../app/domain/legal-wording.ts";
import { foldText } from "../app/domain/text.ts";
import { findBurden, listProvisions } from "./barriers.ts";
import type { Law } from "./laws.ts";
import { lawsMeant } from "./register-documents.ts";
import { refreshEntry } from "./register-entries.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type RegisterEntry = Tables["registerEntries"]["$inferSelect"];

/** A place of a known document that a case is about. */
interface Meant {
  readonly law: Law;
  readonly place: Place;
}

/**
 * Brings the register up to date with what is published of a case, in the same
 * transaction: each provision of a known document that it names has an entry
 * with the case in it; an entry without a published case is gone. Nothing that
 * people wrote is taken over, only places, classes and numbers.
 */
export async function keepInRegister(tx: Tx, caseId: number): Promise<void> {
  await keepAllInRegister(tx, [caseId]);
}

/** The same for several cases: each entry that they share is counted once. */
export async function keepAllInRegister(tx: Tx, caseIds: readonly number[]): Promise<void> {
  for (const id of await reportCases(tx, caseIds)) await refreshEntry(tx, id);
}

/** What was looked up for one case and serves the next. */
interface Memory {
  readonly laws: Map<string, Map<string, Law>>;
  readonly entries: Map<string, number>;
}

/**
 * Puts cases under the provisions that they name, or takes them out; gives the
 * entries whose reports are others now. They are counted by `refreshEntry`, and
 * until then a new one has no reports.
 */
export async function reportCases(tx: Tx, caseIds: readonly number[]): Promise<number[]> {
  const memory: Memory = { laws: new Map(), entries: new Map() };
  const published = await publishedAmong(tx, caseIds);
  const { registerReports } = tx.tables;
  const changed = new Set<number>();
  for (const caseId of caseIds) {
    const before = await entriesOf(tx, caseId);
    const wanted = await entriesWanted(tx, caseId, published.get(caseId), memory);
    const gone = before.filter((id) => !wanted.includes(id));
    if (gone.length > 0) {
      await tx
        .delete(registerReports)
        .where(and(eq(registerReports.caseId, caseId), inArray(registerReports.entryId, gone)));
    }
    for (const id of [...gone, ...wanted]) changed.add(id);
  }
  return [...changed];
}

type Published = Pick<Tables["publications"]["$inferSelect"], "receivedOn" | "provinceCode">;

async function publishedAmong(db: Db, caseIds: readonly number[]): Promise<Map<number, Published>> {
  if (caseIds.length === 0) return new Map();
  const { publications: p } = db.tables;
  const rows = await db
    .select({ caseId: p.caseId, receivedOn: p.receivedOn, provinceCode: p.provinceCode })
    .from(p)
    .where(inArray(p.caseId, [...caseIds]));
  return new Map(rows.map(({ caseId, ...one }) => [caseId, one]));
}

async function entriesOf(db: Db, caseId: number): Promise<number[]> {
  const { registerReports } = db.tables;
  const rows = await db
    .select({ id: registerReports.entryId })
    .from(registerReports)
    .where(eq(registerReports.caseId, caseId));
  return rows.map(({ id }) => id);
}

/** The entries in which a case belongs, made where they are missing, with the case in each. */
async function entriesWanted(
  tx: Tx,
  caseId: number,
  published: Published | undefined,
  memory: Memory,
): Promise<number[]> {
  if (!published) return [];
  const { registerReports } = tx.tables;
  const burden = await findBurden(tx, caseId);
  const report = {
    caseId,
    ...published,
    obstacleClass: burden?.obstacleClass ?? null,
    sector: burden?.sector ?? null,
    minutes: burden?.minutesPerYear ?? null,
    money: burden?.moneyPerYear ?? null,
  };
  const ids: number[] = [];
  for (const meant of await placesMeant(tx, caseId, published.receivedOn, memory)) {
    const entryId = await entryFor(tx, meant, memory);
    if (ids.includes(entryId)) continue;
    ids.push(entryId);
    const { caseId: _id, ...set } = report;
    await tx
      .insert(registerReports)
      .values({ entryId, ...report })
      .onConflictDoUpdate({ target: [registerReports.entryId, registerReports.caseId], set });
  }
  return ids;
}

/** What a case is about, as far as the portal knows the documents. */
export async function placesMeant(
  db: Db,
  caseId: number,
  receivedOn: string,
  memory: Pick<Memory, "laws"> = { laws: new Map() },
): Promise<Meant[]> {
  const references = await listProvisions(db, caseId);
  const documents = references.flatMap(({ document }) => document ?? []);
  const question = [receivedOn, ...documents.map(documentKey)].join("|");
  const laws = memory.laws.get(question) ?? (await lawsMeant(db, documents, receivedOn));
  memory.laws.set(question, laws);
  return references.flatMap((reference) => {
    const law = laws.get(documentKey(reference.document));
    return law ? placesOf(reference).map((place) => ({ law, place })) : [];
  });
}

async function entryFor(tx: Tx, { law, place }: Meant, { entries }: Memory): Promise<number> {
  const { registerEntries } = tx.tables;
  const slug = placeSlug(place);
  const remembered = entries.get(`${law.key} ${slug}`);
  if (remembered !== undefined) return remembered;
  const here = and(eq(registerEntries.lawKey, law.key), eq(registerEntries.place, slug));
  const [known] = await tx.select({ id: registerEntries.id }).from(registerEntries).where(here);
  if (known) {
    entries.set(`${law.key} ${slug}`, known.id);
    return known.id;
  }
  const { to: upTo, ...parts } = place;
  const [made] = await tx
    .insert(registerEntries)
    .values({
      lawKey: law.key,
      documentSlug: documentSlug(law.key),
      place: slug,
      placeOrder: placeOrder(place),
      ...parts,
      upTo,
      search: searchOf(law, place),
      // What follows is counted by `refreshEntry`.
      reports: 0,
      newestAt: new Date(0),
      state: "reported",
      minutes: 0,
      minutesFrom: 0,
      money: 0,
      moneyFrom: 0,
    })
    .returning({ id: registerEntries.id });
  if (!made) throw new Error("an entry of the register was not stored");
  entries.set(`${law.key} ${slug}`, made.id);
  return made.id;
}

/** By what an entry is found: the document by number, name and title, and the place, in both languages. */
function searchOf(law: Law, place: Place): string {
  const named = (["vi", "en"] as const).flatMap((lang) => [
    documentWording(law, lang),
    referenceWording({ ...place, document: null, typed: "" }, lang),
  ]);
  return foldText([...named, law.titleVi, law.titleEn].join(" "));
}

/** Writes anew what entries take from a document: its names, and who is in charge of it. */
export async function refreshDocument(tx: Tx, law: Law): Promise<void> {
  const { registerEntries } = tx.tables;
  const rows = await tx.select().from(registerEntries).where(eq(registerEntries.lawKey, law.key));
  for (const { id, upTo, article, clause, point } of rows) {
    const search = searchOf(law, { article, clause, point, to: upTo });
    await tx.update(registerEntries).set({ search }).where(eq(registerEntries.id, id));
    await refreshEntry(tx, id);
  }
  if (rows.length > 0) await tx.publicChanged();
}

/** Asks for the cases that name a document to be taken into the register; every case without a key. */
export async function askForCases(tx: Tx, keys: readonly string[]): Promise<void> {
  const { registerTasks } = tx.tables;
  for (const key of new Set(keys)) await tx.insert(registerTasks).values({ documentKey: key, afterCaseId: 0 });
}
