import { and, desc, isNotNull, lt } from "drizzle-orm";
import { decide } from "../app/domain/routing.ts";
import type { Actor } from "../app/domain/actor.ts";
import type { Agency } from "./agencies.ts";
import { resolveTarget } from "./route-target.ts";
import { routeFacts } from "./route-facts.ts";
import type { RoutingRule } from "./rule-sets.ts";
import type { Db } from "./store.server.ts";
import { visibleTo } from "./visible-cases.ts";

/** A case that the rules would give to another agency than the one that has it. */
export interface Moved {
  readonly code: string;
  readonly fromId: number;
  readonly toId: number;
  /** The place of the rule that says so. */
  readonly rule: number;
}

export interface Rehearsal {
  /** How many cases were looked at, for how many a rule held, and which would be elsewhere. */
  readonly looked: number;
  readonly matched: number;
  readonly moved: readonly Moved[];
}

/** The most cases that one rehearsal looks at. */
export const MOST_REHEARSED = 2_000;
const PAGE = 200;

/**
 * What the rules would have said of the last cases that have an agency, as far
 * as this person sees them, read in small pages. Nothing is changed.
 */
export async function rehearse(
  db: Db,
  actor: Actor,
  rules: readonly RoutingRule[],
  last: number,
  day: string,
): Promise<Rehearsal> {
  const limit = Math.min(last, MOST_REHEARSED);
  const targets = new Map<string, Promise<Agency | null>>();
  const moved: Moved[] = [];
  let looked = 0;
  let matched = 0;
  for await (const page of pagesOf(db, actor, limit)) {
    const facts = await routeFacts(db, page);
    for (const row of page) {
      looked += 1;
      const known = facts.get(row.id);
      const rule = known ? decide(rules, known) : null;
      if (!rule || row.agencyId === null) continue;
      matched += 1;
      const key = `${rule.id} ${row.provinceCode} ${row.walledOff}`;
      const found = targets.get(key) ?? resolveTarget(db, rule, row, day);
      targets.set(key, found);
      const agency = await found;
      if (!agency || agency.id === row.agencyId) continue;
      moved.push({ code: row.code, fromId: row.agencyId, toId: agency.id, rule: rule.position });
    }
  }
  return { looked, matched, moved };
}

async function* pagesOf(db: Db, actor: Actor, limit: number) {
  const { cases } = db.tables;
  let before = Number.MAX_SAFE_INTEGER;
  for (let left = limit; left > 0;) {
    const page = await db
      .select({
        id: cases.id,
        code: cases.code,
        kind: cases.kind,
        field: cases.field,
        bottleneck: cases.bottleneck,
        provinceCode: cases.provinceCode,
        communeCode: cases.communeCode,
        reporterType: cases.reporterType,
        level: cases.level,
        title: cases.title,
        content: cases.content,
        agencyId: cases.agencyId,
        walledOff: cases.walledOff,
      })
      .from(cases)
      .where(and(visibleTo(db, actor), isNotNull(cases.agencyId), lt(cases.id, before)))
      .orderBy(desc(cases.id))
      .limit(Math.min(PAGE, left));
    if (page.length === 0) return;
    yield page;
    left -= page.length;
    before = page.at(-1)?.id ?? 0;
  }
}
