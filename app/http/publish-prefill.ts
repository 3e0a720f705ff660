import type { Answer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import type { Proposal } from "../../db/proposals.ts";
import { publicationOfCase } from "../../db/publications.ts";
import type { Db } from "../../db/store.server.ts";
import { dateWords } from "../components/date-words.ts";
import type { Control } from "../domain/form-control.ts";
import { controls } from "../domain/forms.ts";
import { neutralOutcomeFields, type OutcomeKind, outcomeFields, outcomeKinds } from "../domain/outcome.ts";
import { answerStateOf } from "../domain/published-answer.ts";
import { textsByField } from "../domain/publishing.ts";
import { getI18n } from "../i18n.ts";

export interface PublishPrefill {
  readonly texts: Readonly<Record<string, string>>;
  /** The kind of the approved answer's outcome; null while there is no answer to publish. */
  readonly outcome: OutcomeKind | null;
}

/**
 * What an editor starts from: what was proposed last, else what is published,
 * else the texts of the case, whole: what may name somebody is judged there.
 */
export async function publishPrefill(
  db: Db,
  row: CaseRow,
  answer: Answer | null,
  proposal: Proposal | null,
): Promise<PublishPrefill> {
  const approved = answer?.state === "approved" ? answer : null;
  const texts: Record<string, string> = Object.fromEntries(writtenTexts(row, approved));
  const kind = outcomeKinds.find((known) => known === approved?.outcome.kind) ?? null;
  const [side, other] = sidesOf(approved);
  for (const field of neutralOutcomeFields) {
    const value = texts[`outcome${side}.${field}`];
    if (value !== undefined) texts[`outcome${other}.${field}`] = value;
  }
  const former = proposal ? textsByField(proposal.texts) : await publishedTexts(db, row);
  // Of a case that was answered anew, the answer to publish is the new one.
  const renewed = proposal ? proposal.answerId !== (approved?.id ?? null) : await isRenewed(db, row, approved);
  for (const [field, text] of former) if (!renewed || !/^(answer|outcome)/.test(field)) texts[field] = text;
  return { texts, outcome: kind };
}

/** What the sender and the agency have written, whole, under the fields of a proposal: in their own languages alone. */
export function writtenTexts(row: CaseRow, approved: Answer | null): Map<string, string> {
  const side = row.textLang === "vi" ? "Vi" : "En";
  const texts = new Map([
    [`title${side}`, row.title],
    [`question${side}`, questionOf(row)],
  ]);
  if (!approved) return texts;
  const [answerSide] = sidesOf(approved);
  texts.set(`answer${answerSide}`, answerWithPoints(approved));
  const kind = outcomeKinds.find((known) => known === approved.outcome.kind);
  for (const field of kind ? outcomeFields[kind] : []) {
    const value = approved.outcome[field];
    if (typeof value === "string") texts.set(`outcome${answerSide}.${field}`, value);
  }
  return texts;
}

/** The side of an answer's own language, and the other one. */
const sidesOf = (answer: Answer | null): ["En", "Vi"] | ["Vi", "En"] =>
  answer?.lang === "en" ? ["En", "Vi"] : ["Vi", "En"];

async function publishedTexts(db: Db, row: CaseRow): Promise<ReadonlyMap<string, string>> {
  const published = await publicationOfCase(db, row.id);
  return published ? textsByField(published) : new Map();
}

async function isRenewed(db: Db, row: CaseRow, approved: Answer | null): Promise<boolean> {
  const published = await publicationOfCase(db, row.id);
  return published !== null && approved !== null && answerStateOf(published) === "renewed";
}

/** The answer with what became of each point of the question, as the public may read it. */
function answerWithPoints({ body, points }: Answer): string {
  if (!points || points.length === 0) return body;
  const t = getI18n("vi").getFixedT("vi", "answering");
  const furniture = getI18n("vi").getFixedT("vi", "furniture");
  const lines = points.map(({ text, state, body: other, until, note }, index) => {
    const words = { body: other ?? "", until: until ? dateWords(until, "short", furniture) : "" };
    const became = t(`points.became.${state}`, { ...words, interpolation: { escapeValue: false } });
    return [`${index + 1}. ${text}`, became, note].filter(Boolean).join(" ");
  });
  return [body, t("points.title"), ...lines].join("\n\n");
}

/** What was asked, with the kind's own answers under their labels. */
function questionOf(row: CaseRow): string {
  const t = getI18n(row.textLang).getFixedT(row.textLang, "forms");
  const known: Record<string, Control> = controls;
  const written = Object.entries(row.details).filter(
    ([name]) => ["line", "paragraphs"].includes(known[name]?.control ?? "") && !known[name]?.inner,
  );
  return [row.content, ...written.map(([name, value]) => `${t(`fields.${name}.label`)}: ${value}`)].join("\n\n");
}
