import { and, asc, eq, gte, inArray, isNull, like, lte, or, sql } from "drizzle-orm";
import { agencyMark } from "../app/domain/marks.ts";
import { foldText } from "../app/domain/text.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Agency = Tables["agencies"]["$inferSelect"];

export async function findAgency(db: Db, id: number): Promise<Agency | null> {
  const { agencies } = db.tables;
  const query = prepared(db, "findAgency", () =>
    db
      .select()
      .from(agencies)
      .where(eq(agencies.id, sql.placeholder("id")))
      .prepare("find_agency"),
  );
  const [row] = await query.execute({ id });
  return row ?? null;
}

export async function findAgencyByCode(db: Db, code: string): Promise<Agency | null> {
  const { agencies } = db.tables;
  const [row] = await db.select().from(agencies).where(eq(agencies.code, code));
  return row ?? null;
}

/** True when the agency exists on a day. */
export function inForce(agency: Pick<Agency, "validFrom" | "validTo">, day: string): boolean {
  return agency.validFrom <= day && (agency.validTo === null || agency.validTo >= day);
}

/** The agencies in force on a day, the standing body first, then ministries, then provinces. */
export async function listAgencies(db: Db, day: string): Promise<Agency[]> {
  const { agencies } = db.tables;
  const query = prepared(db, "listAgencies", () => {
    const asked = sql.placeholder("day");
    return db
      .select()
      .from(agencies)
      .where(and(lte(agencies.validFrom, asked), or(isNull(agencies.validTo), gte(agencies.validTo, asked))))
      .orderBy(asc(agencies.id))
      .prepare("list_agencies");
  });
  return query.execute({ day });
}

/**
 * Agencies in force in whose names or abbreviation every word typed begins a
 * word, with or without accents; those that hold the words as typed come first.
 */
export async function searchAgencies(db: Db, typed: string, day: string, limit = 12): Promise<Agency[]> {
  const { agencies } = db.tables;
  const whole = foldText(typed.slice(0, 200));
  const words = whole.split(" ").filter(Boolean);
  const found = await db
    .select()
    .from(agencies)
    .where(
      and(
        lte(agencies.validFrom, day),
        or(isNull(agencies.validTo), gte(agencies.validTo, day)),
        ...words.map((word) => or(like(agencies.search, `${word}%`), like(agencies.search, `% ${word}%`))),
      ),
    )
    .orderBy(asc(agencies.id))
    .limit(limit * 10);
  const rank = ({ search }: Agency) => (` ${search}`.includes(` ${whole}`) ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, limit);
}

/** Names of agencies by id, for lists. */
export async function agencyNames(db: Db, ids: readonly (number | null)[]): Promise<Map<number, Agency>> {
  const { agencies } = db.tables;
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.select().from(agencies).where(inArray(agencies.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The agency itself while it is in force on a day, else the one in force that took over its work; null when there is none. */
export async function successorOf(db: Db, agency: Agency, day: string): Promise<Agency | null> {
  let found: Agency | null = agency;
  // A successor may have been succeeded itself; a ring of them ends nowhere.
  for (let steps = 0; found && !inForce(found, day) && steps < 20; steps += 1) {
    found = found.successorId === null ? null : await findAgency(db, found.successorId);
  }
  return found && inForce(found, day) ? found : null;
}

/** The Steering Committee's standing body, which triages. */
export async function standingBody(db: Db): Promise<Agency> {
  const { agencies } = db.tables;
  const query = prepared(db, "standingBody", () =>
    db
      .select()
      .from(agencies)
      .where(eq(agencies.kind, "standing_body"))
      .orderBy(asc(agencies.id))
      .limit(1)
      .prepare("standing_body"),
  );
  const [row] = await query.execute();
  if (!row) throw new Error("reference data is not loaded: there is no standing body");
  return row;
}

/** Every agency there is or was, in the order of the list. */
export async function listAllAgencies(db: Db): Promise<Agency[]> {
  const { agencies } = db.tables;
  return db.select().from(agencies).orderBy(asc(agencies.id));
}

/** Stores an agency; null when its code is already in use. */
export async function insertAgency(
  tx: Tx,
  row: Omit<Tables["agencies"]["$inferInsert"], "id">,
): Promise<Agency | null> {
  const { agencies } = tx.tables;
  const [stored] = await tx.insert(agencies).values(row).onConflictDoNothing({ target: agencies.code }).returning();
  return stored ?? null;
}

/** Writes changes to an agency whose version is still the one that was read. Null when somebody was faster. */
export async function updateAgency(tx: Tx, row: Agency, changes: Partial<Agency>): Promise<Agency | null> {
  const { agencies } = tx.tables;
  const [updated] = await tx
    .update(agencies)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(agencies.id, row.id), eq(agencies.version, row.version)))
    .returning();
  return updated ?? null;
}

/** The units below an agency that are in force on a day, in the order of the list. */
export async function unitsBelow(db: Db, agencyId: number, day: string, limit = 500): Promise<Agency[]> {
  const { agencies } = db.tables;
  return db
    .select()
    .from(agencies)
    .where(
      and(
        like(agencies.above, `% ${agencyMark(agencyId)} %`),
        lte(agencies.validFrom, day),
        or(isNull(agencies.validTo), gte(agencies.validTo, day)),
      ),
    )
    .orderBy(asc(agencies.id))
    .limit(limit);
}

/** The agency of a province in force on a day, or null. */
export async function provinceAgency(db: Db, provinceCode: string, day: string): Promise<Agency | null> {
  const { agencies } = db.tables;
  const rows = await db
    .select()
    .from(agencies)
    .where(and(eq(agencies.provinceCode, provinceCode), eq(agencies.kind, "province")))
    .orderBy(asc(agencies.id));
  return rows.find((row) => inForce(row, day)) ?? null;
}
