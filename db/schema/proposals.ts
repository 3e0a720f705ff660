import type { Kind, Lang } from "../../app/domain/case-kind.ts";
import type { MaskReason } from "../../app/domain/mask.ts";
import type { FindingKind } from "../../app/domain/redaction.ts";
import type { TakedownAct, TakedownCategory } from "../../app/domain/takedown.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** How a case comes to be public, what is masked of it and why, and what was taken down. */
export function proposalTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, index } = kit;

  /** What one editor proposes and another publishes. Earlier proposals stay. */
  const publicationProposals = table(
    "publication_proposal",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** `approved` waits for its day; `dropped` ended with the case. */
      state: text().$type<"open" | "approved" | "published" | "returned" | "replaced" | "dropped">().notNull(),
      wrappedKey: text().notNull(),
      /** The whole texts, unmasked, sealed. */
      texts: text().notNull(),
      /** The approved answer that is proposed with it; null for a case without one. */
      answerId: ref(),
      proposerId: ref()
        .references(() => staff.id)
        .notNull(),
      proposedAt: time().notNull(),
      /** Who published it or sent it back; null for a timer. */
      deciderId: ref().references(() => staff.id),
      decidedAt: time(),
      /** Why it was sent back. */
      messageId: ref(),
    },
    (t) => [index("publication_proposal_case").on(t.caseId, t.id)],
  );

  /** A stretch of a proposed text that was found or chosen, and what an editor made of it. The words themselves stay in the sealed text. */
  const redactions = table(
    "redaction",
    {
      id: serial(),
      proposalId: ref()
        .references(() => publicationProposals.id)
        .notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** The path of the text: `questionVi`, `outcomeVi.measure`. */
      field: text().notNull(),
      startsAt: int().notNull(),
      endsAt: int().notNull(),
      kind: text().$type<FindingKind>().notNull(),
      verdict: text().$type<"harmless" | "masked">().notNull(),
      /** Null for what is harmless. */
      reason: text().$type<MaskReason>(),
      /** For colleagues and the author. */
      note: text(),
      ruleId: ref(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      /** When another editor lifted it after an objection. */
      liftedAt: time(),
    },
    (t) => [index("redaction_proposal").on(t.proposalId, t.id)],
  );

  /** The author says that something should not be masked, and another editor decides. */
  const redactionObjections = table(
    "redaction_objection",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      redactionId: ref()
        .references(() => redactions.id)
        .notNull(),
      state: text().$type<"open" | "kept" | "lifted" | "dropped">().notNull(),
      messageId: ref().notNull(),
      at: time().notNull(),
      deciderId: ref().references(() => staff.id),
      decidedAt: time(),
      decisionId: ref(),
    },
    (t) => [index("redaction_objection_case").on(t.caseId, t.id)],
  );

  /** Words that are masked in every new proposal. */
  const redactionRules = table(
    "redaction_rule",
    {
      id: serial(),
      /** Words as they stand in texts; `*` is any letters, `#` a digit. */
      words: text().notNull(),
      reason: text().$type<MaskReason>().notNull(),
      note: text().notNull(),
      /** The first and the last day on which it is applied. */
      validFrom: text().notNull(),
      validTo: text(),
      version: int().notNull(),
    },
    (t) => [index("redaction_rule_valid").on(t.validTo, t.validFrom)],
  );

  /** What was taken down or masked later, as the public reads it: never which case. */
  const takedowns = table("takedown", {
    id: serial(),
    /** For the office alone. */
    caseId: ref()
      .references(() => cases.id)
      .notNull(),
    act: text().$type<TakedownAct>().notNull(),
    /** The day, as in Viet Nam. */
    day: text().notNull(),
    kind: text().$type<Kind>().notNull(),
    category: text().$type<TakedownCategory>().notNull(),
    ground: text(),
    groundLang: text().$type<Lang>(),
    agencyId: ref().references(() => agencies.id),
    at: time().notNull(),
  });

  return { publicationProposals, redactions, redactionObjections, redactionRules, takedowns };
}
