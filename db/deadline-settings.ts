import { and, asc, desc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Kind } from "../app/domain/case-kind.ts";
import type { Calendar } from "../app/domain/calendar.ts";
import type { DeadlineStep } from "../app/domain/deadlines.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db } from "./store.server.ts";

export type DeadlineRuleRow = Tables["deadlineRules"]["$inferSelect"];

/** The newest version of the working-day calendar. */
export async function currentCalendarVersion(db: Db): Promise<number> {
  const { calendarDays } = db.tables;
  const query = prepared(db, "currentCalendarVersion", () =>
    db
      .select({ version: calendarDays.version })
      .from(calendarDays)
      .orderBy(desc(calendarDays.version))
      .limit(1)
      .prepare("current_calendar_version"),
  );
  const [row] = await query.execute();
  return row?.version ?? 0;
}

// A version never changes once it is stored, so each is read once per store (a store has its own key ring).
const calendars = new WeakMap<object, Map<number, Calendar>>();

/** One version of the calendar. Version 0 is the plain week without holidays. */
export async function loadCalendar(db: Db, version: number): Promise<Calendar> {
  const { calendarDays } = db.tables;
  let known = calendars.get(db.keys);
  if (!known) calendars.set(db.keys, (known = new Map()));
  const cached = known.get(version);
  if (cached) return cached;
  const days = await db.select().from(calendarDays).where(eq(calendarDays.version, version));
  const pick = (kind: string) => new Set(days.filter((day) => day.kind === kind).map((day) => day.date));
  const calendar: Calendar = { version, off: pick("off"), working: pick("working") };
  if (days.length > 0) known.set(version, calendar);
  return calendar;
}

/**
 * The rule for a step of a kind of case that is in force on a day; a rule for
 * the kind goes before a rule for all kinds. Throws when there is none.
 */
export async function ruleInForce(db: Db, step: DeadlineStep, kind: Kind, day: string): Promise<DeadlineRuleRow> {
  const { deadlineRules: rules } = db.tables;
  const query = prepared(db, "ruleInForce", () =>
    db
      .select()
      .from(rules)
      .where(
        and(
          eq(rules.step, sql.placeholder("step")),
          or(eq(rules.caseKind, sql.placeholder("kind")), isNull(rules.caseKind)),
          lte(rules.validFrom, sql.placeholder("day")),
          or(isNull(rules.validTo), gte(rules.validTo, sql.placeholder("day"))),
        ),
      )
      .orderBy(desc(rules.validFrom), asc(rules.id))
      .prepare("rule_in_force"),
  );
  const found = await query.execute({ step, kind, day });
  const rule = found.find((row) => row.caseKind === kind) ?? found[0];
  if (!rule) throw new Error(`no deadline rule for ${step} of ${kind} on ${day}`);
  return rule;
}

export async function loadRule(db: Db, id: number): Promise<DeadlineRuleRow> {
  const { deadlineRules } = db.tables;
  const [rule] = await db.select().from(deadlineRules).where(eq(deadlineRules.id, id));
  if (!rule) throw new Error(`deadline rule ${id} is gone`);
  return rule;
}
