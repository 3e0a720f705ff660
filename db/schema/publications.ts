import { sql } from "drizzle-orm";
import type { Kind, Lang } from "../../app/domain/case-kind.ts";
import type { Status } from "../../app/domain/case-status.ts";
import type { Outcome, OutcomeKind } from "../../app/domain/outcome.ts";
import type { MaskReasons } from "../../app/domain/mask.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseTable } from "./cases.ts";
import type { OfficeTables } from "./office.ts";

/** What the public reads of a case, and what its sender thinks of the answer. */
export function publicationTables(kit: ColumnKit, { agencies }: OfficeTables, cases: CaseTable) {
  const { table, serial, ref, text, int, bool, time, json, index, uniqueIndex, primaryKey } = kit;

  /** What the public may read, built from an allow-list; no public query reads another table about a case's content. */
  const publications = table(
    "publication",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      code: text().notNull(),
      kind: text().$type<Kind>().notNull(),
      status: text().$type<Status>().notNull(),
      field: text(),
      provinceCode: text(),
      communeCode: text(),
      agencyId: ref().references(() => agencies.id),
      bottleneck: text(),
      /** Of an initiative: the strategic technology that it is about. */
      technology: text(),
      /** Of an initiative: how ready it is by its sender's word, 1 to 9. */
      readiness: int(),
      /** Texts in the language that is not the original: null until the whole text has an approved, fresh translation. */
      titleVi: text(),
      titleEn: text(),
      questionVi: text(),
      questionEn: text(),
      answerVi: text(),
      answerEn: text(),
      outcomeKind: text().$type<OutcomeKind>(),
      outcomeVi: json<Outcome>(),
      outcomeEn: json<Outcome>(),
      /** Why each `[…]` of a text is there, in their order, by the field of the text. */
      masks: json<Readonly<Record<string, MaskReasons>>>(),
      /** The language in which the question was written. */
      lang: text().$type<Lang>().notNull(),
      receivedOn: text().notNull(),
      dueAt: time().notNull(),
      answeredAt: time(),
      ratingLevel: int(),
      ratingSolved: bool(),
      /** The submitter disputed the answer, and it was upheld: the two still disagree. */
      disagreement: bool().notNull().default(false),
      /** Its voices, one for each browser or address; kept by `db/voices.ts`. */
      followers: int().notNull().default(0),
      /** People among them: each confirmed address once. */
      confirmedFollowers: int().notNull().default(0),
      publishedAt: time().notNull(),
      updatedAt: time().notNull(),
      receivedAt: time().notNull(),
      /** When anything that the public may see of it last changed, its status included. */
      changedAt: time().notNull(),
      search: text().notNull(),
      /** Everything by which lists are filtered, as words that nobody can type (`app/domain/facets.ts`); indexed together with `search`. */
      facets: text().notNull().default(""),
    },
    (t) => [
      uniqueIndex("publication_code").on(t.code),
      uniqueIndex("publication_case").on(t.caseId),
      index("publication_kind").on(t.kind, t.id),
      index("publication_status").on(t.status, t.id),
      index("publication_field").on(t.field, t.id),
      index("publication_province").on(t.provinceCode, t.id),
      index("publication_agency").on(t.agencyId, t.id),
      index("publication_received").on(t.receivedOn, t.id),
      index("publication_received_at").on(t.receivedAt, t.id),
      index("publication_changed").on(t.changedAt, t.id),
      index("publication_unanswered")
        .on(t.status, t.caseId)
        .where(sql`answer_vi is null`),
    ],
  );

  const ratings = table(
    "rating",
    {
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** The round of the case whose answer is rated: one rating for each. */
      round: int().notNull().default(1),
      /** 1 very dissatisfied … 4 very satisfied; no middle. */
      level: int().notNull(),
      solved: bool().notNull(),
      comment: text(),
      /** Why, as codes of `app/domain/rating.ts`. */
      reasons: json<string[]>(),
      at: time().notNull(),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.round] })],
  );

  return { publications, ratings };
}
