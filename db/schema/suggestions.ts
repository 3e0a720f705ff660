import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/** By what cases near to each other are found: the rarest words of each, as hashes. */
export function suggestionTables(kit: ColumnKit, { cases }: CaseworkTables) {
  const { table, ref, bool, index, primaryKey } = kit;

  const caseKeys = table(
    "case_key",
    {
      key: ref().notNull(),
      /** An agency has taken the case up: it votes. Changes with every move of the case. */
      decided: bool().notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
    },
    (t) => [primaryKey({ columns: [t.key, t.decided, t.caseId] }), index("case_key_case").on(t.caseId)],
  );

  return { caseKeys };
}
