import { eq, getTableColumns, sql } from "drizzle-orm";
import { canonicalJson, caseStream } from "../../db/events.ts";
import type { Tables } from "../../db/schema.ts";
import type { Db } from "../../db/store.server.ts";

/**
 * Tables that name a case without being about it: what somebody is to be told,
 * what was done a moment ago, who looks at it, what is computed from it, and
 * what public logs have told of it for good.
 */
const beside: readonly (keyof Tables)[] = [
  "doneActs",
  "presences",
  "notifications",
  "followerNews",
  "mailedLinks",
  "idempotencyKeys",
  "letterKeys",
  "letterPrints",
  "ledgerTexts",
  "takedowns",
];

/**
 * Everything that is held about one case, as canonical JSON: the same rows give
 * the same bytes on both databases. Sealed values stay sealed. The version is
 * left out: it is the number of the events.
 */
export async function exportCase(db: Db, caseId: number): Promise<string> {
  const { cases, events } = db.tables;
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("there is no such case");
  const { version: _version, ...columns } = row;
  const about: Record<string, unknown> = { cases: [plain(columns)] };
  about.events = (
    await db
      .select()
      .from(events)
      .where(eq(events.stream, caseStream(caseId)))
      .orderBy(events.position)
  ).map(plain);
  for (const name of tablesAbout(db.tables)) {
    const rows = await rowsOf(db, name, caseId);
    if (rows.length > 0) about[name] = rows;
  }
  return canonicalJson(about);
}

function tablesAbout(tables: Tables): (keyof Tables)[] {
  const names = Object.keys(tables).filter((name): name is keyof Tables => name in tables);
  return names.filter((name) => !beside.includes(name) && "caseId" in getTableColumns(tables[name])).sort();
}

async function rowsOf(db: Db, name: keyof Tables, caseId: number): Promise<unknown[]> {
  const rows = await db
    .select()
    .from(db.tables[name])
    .where(sql`case_id = ${caseId}`);
  return rows.map(plain).sort((one, other) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1));
}

/** Moments as RFC 3339 in UTC; everything else is JSON already. */
function plain(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value instanceof Date ? value.toISOString() : value]),
  );
}
