import { sql } from "drizzle-orm";
import type { Lang } from "../../app/domain/case-kind.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** What is published of a case, sentence by sentence in two languages, and what waits for a translator. */
export function segmentTables(kit: ColumnKit, { staff }: OfficeTables, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, bool, time, index } = kit;

  /** One sentence of a published text. Without rows, a publication's own two texts stand as translated and approved. */
  const publicationSegments = table(
    "publication_segment",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** Which text it is of: `title`, `question`, `answer`, or a field of the outcome (`outcome.whatChanged`). */
      part: text().notNull(),
      position: int().notNull(),
      /** The language of the source, which is the authoritative one. */
      lang: text().$type<Lang>().notNull(),
      source: text().notNull(),
      /** The white space between this segment and the next. */
      gap: text().notNull(),
      sourceHash: text().notNull(),
      /** What the public reads in the other language; null until somebody has approved one. */
      translation: text(),
      /** The source for which it was approved; another than the segment's own means stale. */
      translationHash: text(),
      translationMachine: bool().notNull().default(false),
      translatedBy: ref().references(() => staff.id),
      translatedAt: time(),
      approvedBy: ref().references(() => staff.id),
      approvedAt: time(),
      /** What waits for approval; it replaces the translation once somebody else has approved it. */
      draft: text(),
      draftHash: text(),
      draftMachine: bool().notNull().default(false),
      /** Null for a machine that nobody asked. */
      draftBy: ref().references(() => staff.id),
      draftAt: time(),
      /** Why the draft was sent back; null while it was not. */
      returnReason: text(),
      returnedBy: ref().references(() => staff.id),
    },
    (t) => [index("publication_segment_case").on(t.caseId, t.part, t.position)],
  );

  /** How far the translation of a published case is, counted from its segments in the same transaction. */
  const translationWork = table(
    "translation_work",
    {
      caseId: ref()
        .references(() => cases.id)
        .primaryKey(),
      segments: int().notNull(),
      /** Approved for the source as it is. */
      approved: int().notNull(),
      toTranslate: int().notNull(),
      toApprove: int().notNull(),
      /** Approved for an older source; those without a new draft are counted among `toTranslate` too. */
      stale: int().notNull(),
      changedAt: time().notNull(),
    },
    (t) => [
      index("translation_work_to_translate")
        .on(t.changedAt, t.caseId)
        .where(sql`to_translate > 0`),
      index("translation_work_to_approve")
        .on(t.changedAt, t.caseId)
        .where(sql`to_approve > 0`),
      index("translation_work_stale")
        .on(t.changedAt, t.caseId)
        .where(sql`stale > 0`),
    ],
  );

  return { publicationSegments, translationWork };
}
