import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** What stands beside the clocks of cases: extensions and their budgets, the steps of the warnings, and how the calendar came about. */
export function clockTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, index, uniqueIndex, primaryKey } = kit;

  /** Every extension that was asked for, with what became of it. Its reason is a message of the case. */
  const extensions = table(
    "extension",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      /** Units of the case's rule. */
      units: int().notNull(),
      state: text().$type<"asked" | "signed" | "refused">().notNull(),
      messageId: ref().notNull(),
      askedBy: ref()
        .references(() => staff.id)
        .notNull(),
      askedAt: time().notNull(),
      decidedBy: ref().references(() => staff.id),
      decidedAt: time(),
      /** The promise before and after the signature; null while there is none. */
      dueBefore: time(),
      dueAfter: time(),
    },
    (t) => [
      index("extension_case").on(t.caseId, t.id),
      index("extension_agency").on(t.agencyId, t.decidedAt, t.id),
      index("extension_decided").on(t.decidedAt, t.id),
    ],
  );

  /** How many extensions an agency may sign in a year, and how many one case may get; without an agency: the rule for all others. */
  const extensionBudgets = table(
    "extension_budget",
    {
      id: serial(),
      agencyId: ref().references(() => agencies.id),
      perYear: int().notNull(),
      perCase: int().notNull(),
      basisVi: text().notNull(),
      basisEn: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [uniqueIndex("extension_budget_agency").on(t.agencyId, t.validFrom)],
  );

  /** The steps by which a warning climbs. */
  const warningSteps = table(
    "warning_step",
    {
      position: int().notNull(),
      /** Working days after the last day on which an answer is in time; negative: before it. */
      afterDays: int().notNull(),
      /** Who is told, separated by spaces: desk, head, monitor. */
      tells: text().notNull(),
      basisVi: text().notNull(),
      basisEn: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [primaryKey({ columns: [t.position, t.validFrom] })],
  );

  /** Who made each version of the calendar, when and why. */
  const calendarVersions = table("calendar_version", {
    version: int().primaryKey(),
    madeAt: time(),
    source: text().$type<"shipped" | "file" | "page">().notNull(),
    staffId: ref().references(() => staff.id),
    madeBy: text().notNull(),
    reason: text().notNull(),
  });

  /** The changes of days that are being prepared for the next version; `plain` takes a day out of the list. */
  const calendarDrafts = table("calendar_draft", {
    date: text().primaryKey(),
    kind: text().$type<"off" | "working" | "plain">().notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    basis: text().notNull(),
    staffId: ref()
      .references(() => staff.id)
      .notNull(),
    changedAt: time().notNull(),
  });

  return { extensions, extensionBudgets, warningSteps, calendarVersions, calendarDrafts };
}

export type ClockTables = ReturnType<typeof clockTables>;
