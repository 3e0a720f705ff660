import type { DocumentType } from "../../app/domain/legal-names.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { OfficeTables } from "./office.ts";

/** Legal documents that letters cite, and from when until when each is in force. */
export function lawTables(kit: ColumnKit, { agencies }: OfficeTables) {
  const { table, ref, text, int, index } = kit;

  const laws = table(
    "law",
    {
      /** As `documentKey` makes it from the number: `91/2025/qh15`. */
      key: text().primaryKey(),
      type: text().$type<DocumentType>().notNull(),
      number: text().notNull(),
      year: int(),
      symbol: text(),
      /** By which a law is called: `Đất đai`; null for what is called by its number. */
      name: text(),
      /** As `documentKey` makes it from the name without the year: `luat dat dai`. */
      nameKey: text(),
      titleVi: text().notNull(),
      titleEn: text().notNull(),
      /** The first day in force. */
      validFrom: text().notNull(),
      /** The last day in force; null while no end is known. */
      validTo: text(),
      /** The key of the document that took its place. */
      replacedBy: text(),
      /** Which agency is in charge of its text; null while nobody said. */
      drafterId: ref().references(() => agencies.id),
      version: int().notNull(),
    },
    (t) => [index("law_name").on(t.nameKey, t.validFrom)],
  );

  return { laws };
}

export type LawTables = ReturnType<typeof lawTables>;
