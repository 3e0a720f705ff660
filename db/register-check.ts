import { and, asc, eq, gt } from "drizzle-orm";
import { placeSlug } from "../app/domain/register.ts";
import { entryNow, type EntryFacts } from "./register-entries.ts";
import { placesMeant } from "./register.ts";
import type { Db } from "./store.server.ts";

const CHUNK = 500;

/**
 * Counts the register again from what is published and compares: every entry's
 * figures, and that every published barrier stands in the entries of its
 * provisions and in no other. Names what differs as `13/2023/nd-cp dieu-5` or by a case's code.
 */
export async function checkRegister(db: Db): Promise<{ entries: number; wrong: string[] }> {
  const { registerEntries } = db.tables;
  const wrong: string[] = [];
  let entries = 0;
  let after = 0;
  for (;;) {
    const some = await db
      .select()
      .from(registerEntries)
      .where(gt(registerEntries.id, after))
      .orderBy(asc(registerEntries.id))
      .limit(CHUNK);
    for (const entry of some) {
      const now = await entryNow(db, entry.id);
      if (now === null || printOf(now.facts) !== printOf(entry)) wrong.push(`${entry.lawKey} ${entry.place}`);
    }
    entries += some.length;
    const last = some.at(-1);
    if (!last || some.length < CHUNK) break;
    after = last.id;
  }
  return { entries, wrong: [...wrong, ...(await misplacedCases(db))] };
}

function printOf(facts: EntryFacts): string {
  const { reports, newestAt, state, minutes, minutesFrom, money, moneyFrom, fixedOn, fixedById } = facts;
  return JSON.stringify([
    reports,
    newestAt.getTime(),
    state,
    minutes,
    minutesFrom,
    money,
    moneyFrom,
    fixedOn,
    fixedById,
  ]);
}

/** The codes of published barriers that do not stand where their provisions say. */
async function misplacedCases(db: Db): Promise<string[]> {
  const { publications: p, registerReports: r, registerEntries: e } = db.tables;
  const wrong: string[] = [];
  let after = 0;
  for (;;) {
    const some = await db
      .select({ id: p.id, caseId: p.caseId, code: p.code, receivedOn: p.receivedOn })
      .from(p)
      .where(and(eq(p.kind, "barrier"), gt(p.id, after)))
      .orderBy(asc(p.id))
      .limit(CHUNK);
    for (const { caseId, code, receivedOn } of some) {
      const meant = await placesMeant(db, caseId, receivedOn);
      const wanted = new Set(meant.map(({ law, place }) => `${law.key} ${placeSlug(place)}`));
      const rows = await db
        .select({ lawKey: e.lawKey, place: e.place })
        .from(r)
        .innerJoin(e, eq(e.id, r.entryId))
        .where(eq(r.caseId, caseId));
      const stands = rows.map(({ lawKey, place }) => `${lawKey} ${place}`);
      if (stands.length !== wanted.size || !stands.every((one) => wanted.has(one))) wrong.push(code);
    }
    const last = some.at(-1);
    if (!last || some.length < CHUNK) return wrong;
    after = last.id;
  }
}
