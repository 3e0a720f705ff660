import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** Who has which case open right now: told between server processes by the database, forgotten within minutes. */
export function presenceTables(kit: ColumnKit, { staff }: OfficeTables, { cases }: CaseworkTables) {
  const { table, ref, bool, time, index, primaryKey } = kit;

  const presences = table(
    "presence",
    {
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      seenAt: time().notNull(),
      typing: bool().notNull(),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.staffId] }), index("presence_seen").on(t.seenAt)],
  );

  return { presences };
}

export type PresenceTables = ReturnType<typeof presenceTables>;
