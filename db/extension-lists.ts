import { and, count, desc, eq, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import { mayEver, mayView } from "../app/domain/permissions.ts";
import type { StaffActor } from "../app/domain/actor.ts";
import { startOfDay } from "../app/domain/calendar.ts";
import { scopeOf } from "./cases.ts";
import { type BudgetStanding, budgetStanding, type Extension, extensionsOfYear } from "./extensions.ts";
import { insideWall, outsideWall } from "./visible-cases.ts";
import type { Db } from "./store.server.ts";

/** The agencies whose extensions a person sees; null for those of all. A leader: their own, and those of whom they stand in for. */
export function extensionAgencies(actor: StaffActor): number[] | null {
  if (!mayEver(actor, "see-extensions")) return [];
  return actor.role === "leader" ? [actor, ...actor.standIns].map(({ agencyId }) => agencyId) : null;
}

/** A signed extension with its case, who signed and why more time was needed. */
export interface SignedExtension {
  readonly id: number;
  readonly agencyId: number;
  readonly code: string;
  /** The title as far as the reader may see the case itself: it may have gone to another agency since. */
  readonly title: string | null;
  readonly lang: "vi" | "en";
  readonly units: number;
  readonly unit: "working_days" | "days";
  readonly reason: string;
  readonly signedBy: string;
  readonly signedAt: Date | null;
  readonly dueBefore: Date | null;
  readonly dueAfter: Date | null;
}

interface ExtensionQuery {
  readonly agencyId: number | null;
  /** `2026`. */
  readonly year: string;
  readonly cursor?: string | null;
  readonly limit?: number;
}

/**
 * One page of the extensions signed in a year, newest first, none from behind a
 * conflict wall. Whoever sees no cases gets none.
 */
export async function listSigned(
  db: Db,
  actor: StaffActor,
  query: ExtensionQuery,
): Promise<{ items: SignedExtension[]; nextCursor: string | null }> {
  const agencies = extensionAgencies(actor);
  const wanted =
    agencies === null || query.agencyId === null ? agencies : agencies.filter((id) => id === query.agencyId);
  if (!mayEver(actor, "view") || wanted?.length === 0) return { items: [], nextCursor: null };
  const { extensions: x, cases, staff, messages, deadlineRules } = db.tables;
  const own = wanted === null ? undefined : inArray(x.agencyId, wanted);
  const chosen = query.agencyId === null ? own : eq(x.agencyId, query.agencyId);
  const limit = query.limit ?? 30;
  const found = await db
    .select({ extension: x, item: cases, signedBy: staff.name, reason: messages.body, unit: deadlineRules.unit })
    .from(x)
    .innerJoin(cases, eq(cases.id, x.caseId))
    .innerJoin(staff, eq(staff.id, x.decidedBy))
    .innerJoin(messages, eq(messages.id, x.messageId))
    .innerJoin(deadlineRules, eq(deadlineRules.id, cases.ruleId))
    .where(and(chosen, signedIn(db, query.year), wallsOf(db, actor), beyond(db, query.cursor ?? null)))
    .orderBy(desc(x.decidedAt), desc(x.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ extension, item, ...told }) => ({
    ...told,
    id: extension.id,
    agencyId: extension.agencyId,
    code: item.code,
    title: mayView(actor, scopeOf(item)) ? item.title : null,
    lang: item.textLang,
    units: extension.units,
    signedAt: extension.decidedAt,
    dueBefore: extension.dueBefore,
    dueAfter: extension.dueAfter,
  }));
  const last = found.length > limit ? found[limit - 1]?.extension : undefined;
  return { items, nextCursor: last ? cursorOf(last) : null };
}

/** How an agency's budget stands in the year of a day, as this person may know it: extensions of cases behind a wall are not counted. */
export async function seenBudget(db: Db, actor: StaffActor, agencyId: number, day: string): Promise<BudgetStanding> {
  const standing = await budgetStanding(db, agencyId, day);
  const hidden = (await hiddenOf(db, actor, day.slice(0, 4))).get(agencyId) ?? 0;
  return { ...standing, used: standing.used - hidden };
}

/** How many extensions each agency has signed in a year, as this person may know it, the most first. */
export async function seenTallies(
  db: Db,
  actor: StaffActor,
  year: string,
): Promise<{ agencyId: number; used: number }[]> {
  const agencies = extensionAgencies(actor);
  const hidden = await hiddenOf(db, actor, year);
  return (await extensionsOfYear(db, year))
    .filter(({ agencyId }) => agencies === null || agencies.includes(agencyId))
    .map(({ agencyId, used }) => ({ agencyId, used: used - (hidden.get(agencyId) ?? 0) }))
    .filter(({ used }) => used > 0)
    .sort((one, other) => other.used - one.used || one.agencyId - other.agencyId);
}

/** How many of a year's extensions are of cases from which this person is shut out, by agency: few. */
async function hiddenOf(db: Db, actor: StaffActor, year: string): Promise<Map<number, number>> {
  const { extensions: x, cases } = db.tables;
  const rows = await db
    .select({ agencyId: x.agencyId, number: count() })
    .from(x)
    .innerJoin(cases, eq(cases.id, x.caseId))
    .where(and(signedIn(db, year), insideWall(db, actor)))
    .groupBy(x.agencyId);
  return new Map(rows.map(({ agencyId, number }) => [agencyId, number]));
}

function signedIn(db: Db, year: string): SQL | undefined {
  const { extensions: x } = db.tables;
  const [from, to] = [startOfDay(`${year}-01-01`), startOfDay(`${Number(year) + 1}-01-01`)];
  return and(eq(x.state, "signed"), gte(x.decidedAt, from), lt(x.decidedAt, to));
}

function wallsOf(db: Db, actor: StaffActor): SQL | undefined {
  return and(...[actor, ...actor.standIns].map((self) => outsideWall(db, self)));
}

const cursorOf = ({ decidedAt, id }: Extension): string => `${(decidedAt?.getTime() ?? 0).toString(36)}.${id}`;

function beyond(db: Db, cursor: string | null): SQL | undefined {
  const { extensions: x } = db.tables;
  const [, at, id] = /^([0-9a-z]{1,9})\.(\d{1,15})$/.exec(cursor ?? "") ?? [];
  if (at === undefined) return undefined;
  const moment = new Date(Number.parseInt(at, 36));
  return or(lt(x.decidedAt, moment), and(eq(x.decidedAt, moment), lt(x.id, Number(id))));
}
