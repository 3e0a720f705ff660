import type { CommitmentState } from "../../app/domain/commitment.ts";
import type { ConsultState } from "../../app/domain/consult.ts";
import type { PointState } from "../../app/domain/question-points.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** What an answer is made of: the points it owes, what other bodies say to it, what it promises. */
export function answeringTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { cases, answers }: CaseworkTables) {
  const { table, serial, ref, text, int, time, index } = kit;

  /** One point of the question, and what becomes of it in the answer. */
  const casePoints = table(
    "case_point",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      position: int().notNull(),
      text: text().notNull(),
      state: text().$type<PointState>().notNull(),
      /** The body to which a point is pointed elsewhere. */
      body: text(),
      /** The day until which a point is deferred. */
      until: text(),
      note: text(),
      markedBy: ref()
        .references(() => staff.id)
        .notNull(),
      changedAt: time().notNull(),
    },
    (t) => [index("case_point_case").on(t.caseId, t.position, t.id)],
  );

  /** A dated promise with which an answer ended: kept, or missed. */
  const commitments = table(
    "commitment",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      answerId: ref()
        .references(() => answers.id)
        .notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      /** Who keeps it, as the answer names them. */
      owner: text().notNull(),
      what: text().notNull(),
      /** The day first promised for this matter; stays whatever is promised later. */
      firstOn: text().notNull(),
      promisedOn: text().notNull(),
      /** When the promised day is over. */
      dueAt: time().notNull(),
      /** How often the day was moved by a leader. */
      moves: int().notNull().default(0),
      state: text().$type<CommitmentState>().notNull(),
      evidence: text(),
      settledBy: ref(),
      settledAt: time(),
    },
    (t) => [
      index("commitment_due").on(t.state, t.dueAt, t.id),
      index("commitment_agency").on(t.agencyId, t.state, t.dueAt, t.id),
      index("commitment_case").on(t.caseId, t.id),
    ],
  );

  /** A question of the lead agency to a coordinating one, with a date of its own inside the term of the case. */
  const caseConsults = table(
    "case_consult",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** The coordinating agency. */
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      /** The lead agency that asks. */
      askedByAgencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      askedBy: ref()
        .references(() => staff.id)
        .notNull(),
      question: text().notNull(),
      askedAt: time().notNull(),
      dueAt: time().notNull(),
      state: text().$type<ConsultState>().notNull(),
      answer: text(),
      answeredBy: ref().references(() => staff.id),
      answeredAt: time(),
      withdrawnAt: time(),
    },
    (t) => [
      index("case_consult_case").on(t.caseId, t.id),
      index("case_consult_agency").on(t.agencyId, t.state, t.dueAt, t.id),
    ],
  );

  return { casePoints, commitments, caseConsults };
}

export type AnsweringTables = ReturnType<typeof answeringTables>;
