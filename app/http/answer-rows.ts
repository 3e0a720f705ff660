import { type Term, termNames } from "../../db/terms.ts";
import type { Db } from "../../db/store.server.ts";
import { wordsOfAnswer } from "../components/answer-words.ts";
import { amountWords } from "../components/barrier-words.ts";
import { dateWords } from "../components/date-words.ts";
import { provisionsOf } from "../domain/barrier.ts";
import type { Kind, Lang } from "../domain/case-kind.ts";
import { readDay } from "../domain/day.ts";
import type { Control } from "../domain/form-control.ts";
import { controls, detailFields, type FieldName } from "../domain/forms.ts";
import { referenceWording } from "../domain/legal-wording.ts";
import { getI18n } from "../i18n.ts";

/** An answer as people read it. */
export interface AnswerRow {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** In the writer's own words and language; ours otherwise. */
  readonly written: boolean;
  /** The technology readiness, where that is what was asked. */
  readonly level: number | null;
}

type Answers = Readonly<Record<string, string>>;
const controlOf = (name: string): Control | undefined =>
  Object.hasOwn(controls, name) ? controls[name as FieldName] : undefined;

/** Answers in words, in the order given; those that are empty are left out. `known` has words for places. */
export async function answerRows(
  db: Db,
  kind: Kind,
  names: readonly string[],
  answers: Answers,
  lang: Lang,
  known: Answers = {},
): Promise<AnswerRow[]> {
  const given = names.filter((name) => answers[name]);
  const terms = await termNames(
    db,
    given.filter((name) => controlOf(name)?.control === "term").map((name) => answers[name] ?? null),
  );
  return given.map((name) => rowOf(kind, name, answers[name] ?? "", lang, terms, known[name]));
}

/** The kind's own answers of a filed case, in the order in which they were asked. */
export function detailRows(db: Db, kind: Kind, details: Answers, lang: Lang): Promise<AnswerRow[]> {
  const asked: readonly string[] = detailFields[kind];
  const shown = kind === "barrier" ? withProvisions(details, lang) : details;
  const names = [...asked, ...Object.keys(shown).filter((name) => !asked.includes(name))];
  return answerRows(db, kind, names, shown, lang);
}

/** Every provision that a barrier names, in our wording, instead of the fields in which they came. */
function withProvisions(details: Answers, lang: Lang): Answers {
  const provisions = provisionsOf(details).map((one) => referenceWording(one, lang));
  return { ...details, legalDocument: "", legalProvision: "", provisions: provisions.join("; ") };
}

function rowOf(
  kind: Kind,
  name: string,
  value: string,
  lang: Lang,
  terms: Map<string, Term>,
  known: string | undefined,
): AnswerRow {
  const i18n = getI18n(lang);
  const t = i18n.getFixedT(lang, "forms");
  const control = controlOf(name);
  const own = `kinds.${kind}.${name}.label`;
  const label = t(i18n.exists(`forms:${own}`) ? own : `fields.${name}.label`, { defaultValue: name });
  const level = name === "readiness" && /^[1-9]$/.test(value) ? Number(value) : null;
  const row = { name, label, level };
  const day = control?.control === "date" ? readDay(value) : null;
  const term = control?.control === "term" ? terms.get(`${control.vocabulary}/${value}`) : undefined;
  const ours =
    known ??
    (day === null ? undefined : dateWords(day, "short", i18n.getFixedT(lang, "furniture"))) ??
    (lang === "en" ? term?.nameEn : term?.nameVi) ??
    wordsOfCoAuthors(t, name, value) ??
    (name === "provisions" ? value : undefined) ??
    amountWords(i18n.getFixedT(lang, "barrier"), lang, name, value) ??
    wordsOfAnswer(t, lang, name, control, value);
  return ours === null ? { ...row, value, written: true } : { ...row, value: ours, written: false };
}

function wordsOfCoAuthors(t: ReturnType<typeof getI18n>["t"], name: string, value: string): string | undefined {
  const [accepted, all] = value.split("/");
  return name === "coAuthors" ? t("coAuthorsWords", { accepted, all }) : undefined;
}
