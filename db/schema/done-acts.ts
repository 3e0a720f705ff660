import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** A value of a column as it was before an act; a moment is kept as milliseconds. */
export type FormerValue = string | number | boolean | null | { readonly ms: number };

/** What an act has changed, as it was before. */
export interface Former {
  /** Columns of the case. */
  readonly columns: Record<string, FormerValue>;
  /** What the routing rules had said of it, or null; left out where the act has not touched that. */
  readonly proposal?: Record<string, FormerValue> | null;
  /** The templates that the act was the first to use, and those whose text it sent. */
  readonly uses?: { readonly made: readonly number[]; readonly closed: readonly number[] };
}

/** What officers did a moment ago, kept just long enough to be undone. */
export function doneActTables(kit: ColumnKit, { staff }: OfficeTables, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, json, index, uniqueIndex } = kit;

  const doneActs = table(
    "done_act",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** The version of the case that the act made. */
      version: int().notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      act: text().notNull(),
      at: time().notNull(),
      before: json<Former>().notNull(),
    },
    (t) => [uniqueIndex("done_act_case").on(t.caseId, t.version), index("done_act_at").on(t.at)],
  );

  return { doneActs };
}
