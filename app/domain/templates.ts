import type { Kind, Lang } from "./case-kind.ts";
import { lawStanding, type LawValidity } from "./law-validity.ts";

/** What a template is for. Each is the text of one act: `app/domain/casework-names.ts`. */
export const templatePurposes = ["answer", "ask", "decline", "note"] as const;
export type TemplatePurpose = (typeof templatePurposes)[number];

/** The field of the act's form that the text goes into. */
export const textField: Record<TemplatePurpose, string> = {
  answer: "body",
  ask: "question",
  decline: "reason",
  note: "note",
};

/**
 * What a template may leave open, as `{{code}}`. The submitter's name is not
 * among them: a letter addresses everybody alike.
 */
export const templateVariables = [
  "code",
  "title",
  "agency",
  "field",
  "receivedOn",
  "dueOn",
  "today",
  "honorific",
] as const;
export type TemplateVariable = (typeof templateVariables)[number];
export type TemplateValues = Readonly<Record<TemplateVariable, string>>;

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The variables of a text that do not exist, each once. */
export function unknownVariables(body: string): string[] {
  const known: readonly string[] = templateVariables;
  const named = [...body.matchAll(VARIABLE)].map(([, name = ""]) => name);
  return [...new Set(named.filter((name) => !known.includes(name)))];
}

/** The text with its variables filled in. */
export function fillTemplate(body: string, values: TemplateValues): string {
  const known: Readonly<Record<string, string>> = values;
  return body.replace(VARIABLE, (whole, name: string) => known[name] ?? whole);
}

export interface TemplateConditions {
  /** Empty for all. */
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
  readonly agencies: readonly number[];
}

/** True when a template is meant for this case and for people of one of these agencies: their own, and those above it. */
export function templateFits(
  template: TemplateConditions,
  item: { readonly kind: Kind; readonly field: string | null },
  agencyIds: readonly number[],
): boolean {
  const allows = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return (
    allows(template.kinds, item.kind) &&
    (template.fields.length === 0 || (item.field !== null && template.fields.includes(item.field))) &&
    (template.agencies.length === 0 || template.agencies.some((id) => agencyIds.includes(id)))
  );
}

/** Why a template is not offered; `law` is the cited document that is not in force. */
export type TemplateStanding<L> =
  | { readonly state: "in-force" }
  | { readonly state: "withdrawn" | "expired" }
  | { readonly state: "law-ended" | "law-coming"; readonly law: L };

/** How a template stands on a day: it ends with the first document that it cites. */
export function templateStanding<L extends LawValidity>(
  template: { readonly validTo: string | null; readonly endedAt: Date | null },
  laws: readonly L[],
  today: string,
): TemplateStanding<L> {
  if (template.endedAt !== null) return { state: "withdrawn" };
  const ended = laws.find((law) => lawStanding(law, today) === "ended");
  if (ended) return { state: "law-ended", law: ended };
  const coming = laws.find((law) => lawStanding(law, today) === "coming");
  if (coming) return { state: "law-coming", law: coming };
  return template.validTo !== null && today > template.validTo ? { state: "expired" } : { state: "in-force" };
}

/** Words of each text that are compared; comparing takes time with their product. */
const MOST_WORDS = 1200;

/** The share, in thousandths, of the words of `filled` that stand in `sent` in the same order. */
export function keptShare(filled: string, sent: string): number {
  const [from, to] = [wordsOf(filled), wordsOf(sent)];
  return from.length === 0 ? 0 : Math.round((commonWords(from, to) / from.length) * 1000);
}

/** How equal two texts are, 0 to 1: the words that both have in the same order, out of all. */
export function equalShare(one: string, other: string): number {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const all = first.length + second.length;
  return all === 0 ? 0 : (2 * commonWords(first, second)) / all;
}

const wordsOf = (text: string): string[] =>
  (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, MOST_WORDS);

/** The length of the longest run of words, gaps allowed, that both have. */
function commonWords(one: readonly string[], other: readonly string[]): number {
  const row = new Uint16Array(other.length + 1);
  for (const word of one) {
    let corner = 0;
    for (let at = 0; at < other.length; at += 1) {
      const above = row[at + 1] ?? 0;
      row[at + 1] = other[at] === word ? corner + 1 : Math.max(above, row[at] ?? 0);
      corner = above;
    }
  }
  return row[other.length] ?? 0;
}

/** The words by which letters address their reader; never a name. */
export const honorifics: Record<Lang, string> = { vi: "ông/bà", en: "Sir or Madam" };

/** Invented values, to show how a template reads. */
export const sampleValues: Record<Lang, TemplateValues> = {
  vi: {
    code: "PA-7K3M-92QX",
    title: "Lịch khám không hiện trên máy lấy số",
    agency: "Bộ Y tế",
    field: "Nền tảng, ứng dụng dùng chung",
    receivedOn: "02/11/2026",
    dueOn: "23/11/2026",
    today: "20/11/2026",
    honorific: honorifics.vi,
  },
  en: {
    code: "PA-7K3M-92QX",
    title: "A booking does not show at the queue machine",
    agency: "Ministry of Health",
    field: "Shared platforms and applications",
    receivedOn: "2 November 2026",
    dueOn: "23 November 2026",
    today: "20 November 2026",
    honorific: honorifics.en,
  },
};
