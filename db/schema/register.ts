import type { DocumentType } from "../../app/domain/legal-names.ts";
import type { AmendmentState, EntryState, FacetName, UnknownState } from "../../app/domain/register.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { LawTables } from "./laws.ts";
import type { OfficeTables } from "./office.ts";

/** The public register of barriers: one entry for each legal provision, and the amendments that mended them. */
export function registerTables(
  kit: ColumnKit,
  { agencies, staff }: OfficeTables,
  { cases }: CaseworkTables,
  { laws }: LawTables,
) {
  const { table, serial, ref, text, int, time, index, uniqueIndex, primaryKey } = kit;

  /** One provision against which something is published; gone with its last published report. */
  const registerEntries = table(
    "register_entry",
    {
      id: serial(),
      lawKey: text()
        .references(() => laws.key)
        .notNull(),
      /** `13-2023-nd-cp`: the document in addresses. */
      documentSlug: text().notNull(),
      /** `dieu-12-khoan-2-diem-a`: the place in addresses. */
      place: text().notNull(),
      /** Sorts the places of a document as the document has them. */
      placeOrder: text().notNull(),
      article: text(),
      clause: text(),
      point: text(),
      /** The other end of a range that was not taken apart. */
      upTo: text(),
      /** Published reports. */
      reports: int().notNull(),
      /** When the newest of them was received. */
      newestAt: time().notNull(),
      /** What the answers come to, amendments aside. */
      state: text().$type<EntryState>().notNull(),
      /** Claimed a year, in minutes and in đồng, and how many reports said so. */
      minutes: ref().notNull(),
      minutesFrom: int().notNull(),
      money: ref().notNull(),
      moneyFrom: int().notNull(),
      /** The first day in force of the amendment that answers the newest report; null without one. */
      fixedOn: text(),
      fixedById: ref(),
      /** Names of the document and the place, folded. */
      search: text().notNull(),
    },
    (t) => [
      uniqueIndex("register_entry_place").on(t.lawKey, t.place),
      index("register_entry_address").on(t.documentSlug, t.place),
      index("register_entry_newest").on(t.newestAt, t.id),
      index("register_entry_reports").on(t.reports, t.id),
    ],
  );

  /** A published case against a provision; its texts are read from its publication. */
  const registerReports = table(
    "register_report",
    {
      entryId: ref()
        .references(() => registerEntries.id)
        .notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      receivedOn: text().notNull(),
      obstacleClass: text(),
      sector: text(),
      provinceCode: text(),
      minutes: ref(),
      money: ref(),
    },
    (t) => [primaryKey({ columns: [t.entryId, t.caseId] }), index("register_report_case").on(t.caseId, t.entryId)],
  );

  /** How many reports of an entry are of one class, sector or province: what the list is filtered by. */
  const registerFacets = table(
    "register_facet",
    {
      entryId: ref()
        .references(() => registerEntries.id)
        .notNull(),
      name: text().$type<FacetName>().notNull(),
      value: text().notNull(),
      reports: int().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.entryId, t.name, t.value] }),
      index("register_facet_value").on(t.name, t.value, t.entryId),
    ],
  );

  /** A document that cases name and the portal does not know, until somebody decides what it is. */
  const unknownDocuments = table(
    "unknown_document",
    {
      id: serial(),
      /** As `documentKey` makes it. */
      key: text().notNull(),
      type: text().$type<DocumentType>(),
      number: text(),
      year: int(),
      symbol: text(),
      name: text(),
      state: text().$type<UnknownState>().notNull(),
      /** The document that is meant, once somebody said so. */
      lawKey: text().references(() => laws.key),
      /** Why it was refused. */
      reason: text(),
      firstAt: time().notNull(),
      decidedAt: time(),
      decidedBy: ref().references(() => staff.id),
      version: int().notNull(),
    },
    (t) => [uniqueIndex("unknown_document_key").on(t.key), index("unknown_document_state").on(t.state, t.id)],
  );

  /** Cases to be taken into the register after a document became known, a bounded number at a time. */
  const registerTasks = table("register_task", {
    id: serial(),
    /** Of the cases; empty for all. */
    documentKey: text().notNull(),
    afterCaseId: ref().notNull(),
  });

  /** A legal act that changes provisions: one person records it, another confirms it. */
  const amendments = table(
    "amendment",
    {
      id: serial(),
      type: text().$type<DocumentType>().notNull(),
      number: text().notNull(),
      year: int(),
      symbol: text(),
      name: text(),
      /** The first day in force. */
      inForceOn: text().notNull(),
      /** What changed, for readers. */
      whatVi: text().notNull(),
      whatEn: text().notNull(),
      gazetteUrl: text().notNull(),
      state: text().$type<AmendmentState>().notNull(),
      /** The office of whoever recorded it. */
      agencyId: ref().references(() => agencies.id),
      proposedBy: ref()
        .references(() => staff.id)
        .notNull(),
      proposedAt: time().notNull(),
      decidedBy: ref().references(() => staff.id),
      decidedAt: time(),
      /** Why it was sent back or taken down. */
      reason: text(),
      /** The last case that was looked at for whom to tell; null when nobody waits. */
      tellAfter: ref(),
      version: int().notNull(),
    },
    (t) => [index("amendment_state").on(t.state, t.inForceOn, t.id), index("amendment_tell").on(t.tellAfter, t.id)],
  );

  /** The provisions that an amendment changes, with all that is inside each. */
  const amendmentPlaces = table(
    "amendment_place",
    {
      amendmentId: ref()
        .references(() => amendments.id)
        .notNull(),
      lawKey: text()
        .references(() => laws.key)
        .notNull(),
      place: text().notNull(),
      article: text(),
      clause: text(),
      point: text(),
      upTo: text(),
    },
    (t) => [
      primaryKey({ columns: [t.amendmentId, t.lawKey, t.place] }),
      index("amendment_place_law").on(t.lawKey, t.amendmentId),
    ],
  );

  /** Agencies answered differently on one provision; shown to the ministry in charge. */
  const answerDifferences = table(
    "answer_difference",
    {
      entryId: ref()
        .primaryKey()
        .references(() => registerEntries.id),
      /** In charge of the document; null: the standing body. */
      drafterId: ref().references(() => agencies.id),
      /** Which answers differ; another one among them opens what was settled. */
      print: text().notNull(),
      since: time().notNull(),
      settledPrint: text(),
      settledAt: time(),
      settledBy: ref().references(() => staff.id),
      /** The answer or document that unites them. */
      settledWith: text(),
    },
    (t) => [index("answer_difference_drafter").on(t.drafterId, t.since, t.entryId)],
  );

  return {
    registerEntries,
    registerReports,
    registerFacets,
    unknownDocuments,
    registerTasks,
    amendments,
    amendmentPlaces,
    answerDifferences,
  };
}
