import type { Lang } from "../../app/domain/case-kind.ts";
import type { Status, Visibility } from "../../app/domain/case-status.ts";
import type { AnswerPoint } from "../../app/domain/question-points.ts";
import type { ColumnKit } from "../columns.server.ts";
import { caseTable } from "./cases.ts";
import type { OfficeTables } from "./office.ts";
import { publicationTables } from "./publications.ts";
import type { ReferenceTables } from "./reference.ts";

/** What an event tells beside its fixed columns; never personal data, never text written by people. */
export type EventData = Record<string, string | number | boolean | null>;

/** A case, who sent it, what was said and done about it. */
export function caseworkTables(kit: ColumnKit, office: OfficeTables, reference: ReferenceTables) {
  const { table, serial, ref, text, int, time, json, index, uniqueIndex } = kit;
  const { agencies } = office;
  const cases = caseTable(kit, office, reference);

  /** Who sent a case. Every value is sealed with the case's own key; nothing joins this table but `db/reporters.ts`. */
  const reporters = table(
    "reporter",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      wrappedKey: text().notNull(),
      name: text(),
      email: text(),
      phone: text(),
      taxCode: text(),
      /** Who else wrote it, with their shares. */
      coAuthors: text(),
      /** Keyed hash of the address, for exact look-up by permission. */
      emailIndex: text(),
    },
    (t) => [index("reporter_email").on(t.emailIndex, t.caseId)],
  );

  /** What was said on a case: questions, replies, notes, reasons. */
  const messages = table(
    "message",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      kind: text().$type<"question" | "reply" | "note" | "reason" | "dispute">().notNull(),
      body: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      seenBy: text().$type<Visibility>().notNull(),
      authorName: text().notNull(),
      agencyVi: text().notNull(),
      agencyEn: text().notNull(),
      at: time().notNull(),
    },
    (t) => [index("message_case").on(t.caseId, t.id)],
  );

  const answers = table(
    "answer",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      state: text().$type<"draft" | "submitted" | "returned" | "approved">().notNull(),
      body: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      /** Half-filled while a draft; an `Outcome` once submitted. */
      outcome: json<Record<string, unknown>>().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      draftedBy: ref().notNull(),
      draftedAt: time().notNull(),
      /** Counts every save of a draft, so that two writers never overwrite each other. */
      draftVersion: int().notNull().default(1),
      /** The points of the question and what became of each, as they stood when it was handed in. */
      points: json<AnswerPoint[]>(),
      /** The documents no longer in force, or unknown, that its author cites knowingly. */
      acknowledged: json<string[]>(),
      approvedBy: ref(),
      approvedAt: time(),
    },
    (t) => [index("answer_case").on(t.caseId, t.id)],
  );

  /** Append-only history, one hash chain per stream (`case/12`, `staff/3`). */
  const events = table(
    "event",
    {
      id: serial(),
      stream: text().notNull(),
      /** 1, 2, 3 … without a gap within the stream. */
      position: int().notNull(),
      type: text().notNull(),
      at: time().notNull(),
      actorKind: text().notNull(),
      actorId: ref(),
      actorName: text().notNull(),
      agencyId: ref(),
      agencyVi: text().notNull(),
      agencyEn: text().notNull(),
      fromStatus: text().$type<Status>(),
      toStatus: text().$type<Status>(),
      seenBy: text().$type<Visibility>().notNull(),
      data: json<EventData>().notNull(),
      previousHash: text().notNull(),
      hash: text().notNull(),
    },
    (t) => [uniqueIndex("event_stream").on(t.stream, t.position), index("event_at").on(t.at, t.id)],
  );

  return { cases, reporters, messages, answers, ...publicationTables(kit, office, cases), events };
}

export type CaseworkTables = ReturnType<typeof caseworkTables>;
