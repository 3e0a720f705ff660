import type { Answer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import { publicationOfCase } from "../../db/publications.ts";
import { openReporter } from "../../db/reporters.ts";
import type { Db } from "../../db/store.server.ts";
import { dateWords } from "../components/date-words.ts";
import type { Control } from "../domain/form-control.ts";
import { controls } from "../domain/forms.ts";
import { type OutcomeKind, outcomeFields, outcomeKinds } from "../domain/outcome.ts";
import { answerStateOf } from "../domain/published-answer.ts";
import { type Finding, findPersonal, maskPersonal } from "../domain/redaction.ts";
import { getI18n } from "../i18n.ts";

/** Fields of an outcome that read the same in both languages. */
const neutral = ["before", "after", "changedOn", "promisedOn"];

export interface PublishPrefill {
  readonly texts: Readonly<Record<string, string>>;
  /** The kind of the approved answer's outcome; null while there is no answer to publish. */
  readonly outcome: OutcomeKind | null;
  /** What was masked, by field. */
  readonly masked: readonly { readonly field: string; readonly kind: Finding["kind"]; readonly count: number }[];
}

/**
 * What an editor starts from: what is published already, else the texts of the
 * case with everything masked that may name somebody. The submitter's name is
 * used for the masking and goes no further.
 */
export async function publishPrefill(db: Db, row: CaseRow, answer: Answer | null): Promise<PublishPrefill> {
  const sender = (await openReporter(db, row.id))?.name;
  const name = sender ? [sender] : [];
  const approved = answer?.state === "approved" ? answer : null;
  const side = row.textLang === "vi" ? "Vi" : "En";
  const original: Record<string, string> = {
    [`title${side}`]: row.title,
    [`question${side}`]: questionOf(row),
    ...(approved ? { answerVi: answerWithPoints(approved) } : {}),
  };
  const masked = Object.entries(original).flatMap(([field, text]) => countKinds(field, findPersonal(text, name)));
  const texts = Object.fromEntries(Object.entries(original).map(([field, text]) => [field, maskPersonal(text, name)]));
  const kind = outcomeKinds.find((known) => known === approved?.outcome.kind) ?? null;
  for (const field of kind ? outcomeFields[kind] : []) {
    const value = approved?.outcome[field];
    if (typeof value !== "string") continue;
    texts[`outcomeVi.${field}`] = maskPersonal(value, name);
    if (neutral.includes(field)) texts[`outcomeEn.${field}`] = value;
  }
  const published = await publicationOfCase(db, row.id);
  // Of a case that was answered anew, the answer to publish is the new one.
  const former = published !== null && approved !== null && answerStateOf(published) === "renewed";
  for (const [field, value] of Object.entries(published ?? {})) {
    if (former && ofAnswer.includes(field)) continue;
    if (field in fieldsOfPublication && typeof value === "string") texts[field] = value;
    if (field !== "outcomeVi" && field !== "outcomeEn") continue;
    for (const [inner, text] of Object.entries(value ?? {}))
      if (typeof text === "string") texts[`${field}.${inner}`] = text;
  }
  return { texts, outcome: kind, masked };
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

const ofAnswer = ["answerVi", "answerEn", "outcomeVi", "outcomeEn"];
const fieldsOfPublication = { titleVi: 1, titleEn: 1, questionVi: 1, questionEn: 1, answerVi: 1, answerEn: 1 };

/** What was asked, with the kind's own answers under their labels. */
function questionOf(row: CaseRow): string {
  const t = getI18n(row.textLang).getFixedT(row.textLang, "forms");
  const known: Record<string, Control> = controls;
  const written = Object.entries(row.details).filter(
    ([name]) => ["line", "paragraphs"].includes(known[name]?.control ?? "") && !known[name]?.inner,
  );
  return [row.content, ...written.map(([name, value]) => `${t(`fields.${name}.label`)}: ${value}`)].join("\n\n");
}

function countKinds(
  field: string,
  found: readonly Finding[],
): { field: string; kind: Finding["kind"]; count: number }[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ field, kind, count: found.filter((other) => other.kind === kind).length }));
}
