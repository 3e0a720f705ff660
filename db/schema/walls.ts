import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** How it became known that somebody must not handle a case. */
export type ConflictHow = "declared" | "named-by-triage" | "named-by-sender" | "detected";

/** Who must not handle a case, and who stands in for whom. */
export function wallTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { cases }: CaseworkTables) {
  const { table, serial, ref, text, time, index, primaryKey } = kit;

  /** A person or an agency (with all below it) that sees no trace of a case. `cases.walledOff` is made from the rows that are not lifted. */
  const caseConflicts = table(
    "case_conflict",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** One of the two. */
      staffId: ref().references(() => staff.id),
      agencyId: ref().references(() => agencies.id),
      how: text().$type<ConflictHow>().notNull(),
      /** For triage and the monitor alone; null for what was detected. */
      reason: text(),
      byId: ref().references(() => staff.id),
      at: time().notNull(),
      liftedAt: time(),
      liftedById: ref().references(() => staff.id),
      liftReason: text(),
    },
    (t) => [
      index("case_conflict_case").on(t.caseId, t.id),
      index("case_conflict_staff").on(t.staffId, t.id),
      index("case_conflict_agency").on(t.agencyId, t.id),
    ],
  );

  /** From when to when a person is away, and who stands in for them. Both days belong to it. */
  const absences = table(
    "staff_absence",
    {
      id: serial(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      substituteId: ref()
        .references(() => staff.id)
        .notNull(),
      fromDay: text().notNull(),
      toDay: text().notNull(),
      createdAt: time().notNull(),
      /** Back earlier, or set in error. */
      endedAt: time(),
    },
    (t) => [
      index("staff_absence_staff").on(t.staffId, t.toDay),
      index("staff_absence_substitute").on(t.substituteId, t.toDay),
      index("staff_absence_day").on(t.toDay, t.id),
    ],
  );

  /** Who wrote a case together with its sender: keyed hashes of their addresses, so that none of them handles it. Erased with the sender. */
  const caseAuthors = table(
    "case_author",
    {
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      emailIndex: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.emailIndex] }), index("case_author_email").on(t.emailIndex, t.caseId)],
  );

  return { caseConflicts, caseAuthors, absences };
}

export type WallTables = ReturnType<typeof wallTables>;
