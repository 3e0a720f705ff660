import type { DocumentType } from "../../app/domain/legal-names.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/** What can be counted of barriers: the provisions they name, what they cost, and the dossiers in which they came. */
export function barrierTables(kit: ColumnKit, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, index, uniqueIndex, primaryKey } = kit;

  /** One provision that a case names, as it was read and as it was typed. */
  const caseProvisions = table(
    "case_provision",
    {
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** 1, 2, 3 … in the order of the text. */
      position: int().notNull(),
      /** The same for every spelling of a document; empty for what could not be read. */
      documentKey: text().notNull(),
      type: text().$type<DocumentType>(),
      number: text(),
      year: int(),
      symbol: text(),
      name: text(),
      article: text(),
      clause: text(),
      point: text(),
      /** The other end of a range of the smallest part. */
      upTo: text(),
      typed: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.caseId, t.position] }),
      index("case_provision_document").on(t.documentKey, t.caseId),
    ],
  );

  /** What a barrier costs in a year, by the sender's word. Null is "not said", never nothing. */
  const caseBurdens = table(
    "case_burden",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      obstacleClass: text(),
      sector: text(),
      /** Of working time, in minutes. */
      minutesPerYear: ref(),
      /** In đồng. */
      moneyPerYear: ref(),
      timesPerYear: ref(),
      /** Firms or people. */
      affectedCount: ref(),
    },
    (t) => [
      index("case_burden_class").on(t.obstacleClass, t.caseId),
      index("case_burden_sector").on(t.sector, t.caseId),
    ],
  );

  /** Cases that one sender filed together. */
  const dossiers = table(
    "dossier",
    {
      id: serial(),
      code: text().notNull(),
      /** Keyed hash of the form session, which may read the list again for a day. */
      ownerHash: text().notNull(),
      /** The idempotency key of the filing. */
      filingKey: text().notNull(),
      size: int().notNull(),
      filedAt: time().notNull(),
      wrappedKey: text().notNull(),
      /** Sealed: the codes and secrets, for a day; then empty. */
      body: text().notNull(),
      bodyUntil: time(),
    },
    (t) => [
      uniqueIndex("dossier_code").on(t.code),
      uniqueIndex("dossier_filing").on(t.filingKey),
      index("dossier_owner").on(t.ownerHash, t.id),
      index("dossier_until").on(t.bodyUntil),
    ],
  );

  const dossierCases = table(
    "dossier_case",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      dossierId: ref()
        .references(() => dossiers.id)
        .notNull(),
      /** The row of the table, from 1. */
      position: int().notNull(),
    },
    (t) => [uniqueIndex("dossier_case_position").on(t.dossierId, t.position)],
  );

  return { caseProvisions, caseBurdens, dossiers, dossierCases };
}
