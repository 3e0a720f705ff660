import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** What Open311 needs beside the cases: which key filed what, and where an area's centre lies. */
export function open311Tables(kit: ColumnKit, { apiTokens }: OfficeTables, { cases }: CaseworkTables) {
  const { table, ref, text, int, time, index, primaryKey } = kit;

  /** The key by which another system filed a case: it may ask how the case stands and add to it. */
  const open311Requests = table(
    "open311_request",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      tokenId: ref()
        .references(() => apiTokens.id)
        .notNull(),
      at: time().notNull(),
    },
    (t) => [index("open311_request_token").on(t.tokenId, t.caseId)],
  );

  /** Where the seat of a province lies, or the middle of the country (`VN`): what a map shows of a case without a point. */
  const areaCentres = table(
    "area_centre",
    {
      /** A province's code, or `VN`. */
      area: text().notNull(),
      /** In millionths of a degree. */
      latE6: int().notNull(),
      longE6: int().notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      basis: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [primaryKey({ columns: [t.area, t.validFrom] })],
  );

  return { open311Requests, areaCentres };
}

export type Open311Tables = ReturnType<typeof open311Tables>;
