import type { TemplatePurpose } from "../../app/domain/templates.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** Texts that are kept ready for letters, what became of them, and how much of what is sent is standard. */
export function templateTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { cases, answers }: CaseworkTables) {
  const { table, serial, ref, text, int, bool, time, json, index, primaryKey } = kit;

  const templates = table(
    "template",
    {
      id: serial(),
      purpose: text().$type<TemplatePurpose>().notNull(),
      /** Whose it is; null for one that the standing body keeps for everybody. */
      agencyId: ref().references(() => agencies.id),
      title: text().notNull(),
      bodyVi: text().notNull(),
      bodyEn: text().notNull(),
      /** For cases of these kinds and fields; empty for all. */
      kinds: json<string[]>().notNull(),
      fields: json<string[]>().notNull(),
      /** For the people of these agencies; empty for all. */
      agencies: json<number[]>().notNull(),
      /** The last day on which it is offered, beside the ends of the laws that it cites. */
      validTo: text(),
      endedAt: time(),
      changedBy: ref()
        .references(() => staff.id)
        .notNull(),
      changedAt: time().notNull(),
      version: int().notNull(),
    },
    (t) => [index("template_agency").on(t.agencyId, t.id)],
  );

  /** The documents that a template cites. */
  const templateLaws = table(
    "template_law",
    {
      templateId: ref()
        .references(() => templates.id)
        .notNull(),
      lawKey: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.templateId, t.lawKey] }), index("template_law_key").on(t.lawKey, t.templateId)],
  );

  /** A letter that began as a template. */
  const templateUses = table(
    "template_use",
    {
      id: serial(),
      templateId: ref()
        .references(() => templates.id)
        .notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      purpose: text().$type<TemplatePurpose>().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      /** The template's words as they were filled in, to hold the letter against. */
      filled: text().notNull(),
      /** The share of them that stands in what was sent, in thousandths; null until it is sent. */
      kept: int(),
      at: time().notNull(),
    },
    (t) => [index("template_use_template").on(t.templateId, t.id), index("template_use_case").on(t.caseId, t.id)],
  );

  /** The print of an answer that was given (app/domain/letter-print.ts). */
  const answerPrints = table(
    "answer_print",
    {
      answerId: ref()
        .primaryKey()
        .references(() => answers.id),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      sketch: text().notNull(),
      /** The month of the answer, `2026-11`. */
      month: text().notNull(),
      /** Nearly the same as a template or as another answer of the agency. */
      standard: bool().notNull(),
      templateId: ref(),
      likeAnswerId: ref(),
    },
    (t) => [index("answer_print_standard").on(t.agencyId, t.month, t.standard, t.answerId)],
  );

  /** The few keys by which near answers of one agency are found. */
  const answerKeys = table(
    "answer_key",
    {
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      key: ref().notNull(),
      answerId: ref()
        .references(() => answers.id)
        .notNull(),
    },
    (t) => [primaryKey({ columns: [t.agencyId, t.key, t.answerId] })],
  );

  /** How many answers an agency gave in a month, and how many of them were standard. */
  const answerTallies = table(
    "answer_tally",
    {
      month: text().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      answers: int().notNull(),
      standard: int().notNull(),
    },
    (t) => [primaryKey({ columns: [t.month, t.agencyId] })],
  );

  return { templates, templateLaws, templateUses, answerPrints, answerKeys, answerTallies };
}
