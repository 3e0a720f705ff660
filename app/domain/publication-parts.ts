import type { Lang } from "./case-kind.ts";
import { type Outcome, outcomeFields } from "./outcome.ts";
import { readQuantity } from "./quantity.ts";
import { composed, type Kept } from "./segment-state.ts";
import { isTranslatable } from "./segments.ts";

/** What is published of a case in two languages; null in the one that is not there. */
export interface TextsInTwo {
  readonly titleVi: string | null;
  readonly titleEn: string | null;
  readonly questionVi: string | null;
  readonly questionEn: string | null;
  readonly answerVi: string | null;
  readonly answerEn: string | null;
  readonly outcomeVi: Outcome | null;
  readonly outcomeEn: Outcome | null;
}

/** One text of a publication: its source, and the text in the other language where one came with it. */
export interface PartText {
  readonly name: string;
  readonly lang: Lang;
  readonly text: string;
  readonly other: string | null;
}

/** Fields of an outcome that are no text. */
const noTexts = ["kind", "changedOn", "promisedOn"];
/** Fields that hold a number, which is written in each language its own way. */
const numbers = ["before", "after"];

/** The parts of a publication in the order of its page; outcomes have one for each of their texts. */
export function partsOf(texts: TextsInTwo, lang: Lang): PartText[] {
  const { source: from, other: to } = sidesOf(lang);
  const parts = [
    partOf("title", lang, texts[`title${from}`], texts[`title${to}`]),
    partOf("question", lang, texts[`question${from}`], texts[`question${to}`]),
    ...answerParts(texts),
  ];
  return parts.filter((part) => part !== null);
}

/** Agencies answer in Vietnamese, in whatever language they were asked. */
function answerParts(texts: TextsInTwo): (PartText | null)[] {
  const lang = answerLang(texts);
  const { source: from, other: to } = sidesOf(lang);
  const [outcome, other] = [texts[`outcome${from}`], texts[`outcome${to}`]];
  const fields: readonly string[] = outcome ? outcomeFields[outcome.kind] : [];
  return [
    partOf("answer", lang, texts[`answer${from}`], texts[`answer${to}`]),
    ...fields.map((name) => {
      const text = textAt(outcome, name);
      return text === null || !isTranslatable(text) || noTexts.includes(name)
        ? null
        : partOf(`outcome.${name}`, lang, text, textAt(other, name));
    }),
  ];
}

/** The language in which an answer was written. */
export function answerLang(texts: Pick<TextsInTwo, "answerVi" | "answerEn" | "outcomeVi" | "outcomeEn">): Lang {
  return texts.answerVi === null && texts.outcomeVi === null && (texts.answerEn ?? texts.outcomeEn) !== null
    ? "en"
    : "vi";
}

/** The texts alone that people wrote, without their translations. */
export function originalTexts<Texts extends TextsInTwo>(texts: Texts, lang: Lang): Texts {
  const { other } = sidesOf(lang);
  const answering = sidesOf(answerLang(texts));
  const away = [`title${other}`, `question${other}`, `answer${answering.other}`, `outcome${answering.other}`];
  return { ...texts, ...Object.fromEntries(away.map((name) => [name, null])) };
}

/** The texts of a publication in the language that is not the original, put together from what is approved. */
export function composedTexts(texts: TextsInTwo, lang: Lang, segments: readonly Kept[]): Partial<TextsInTwo> {
  const part = (name: string) => composed(segments.filter((one) => one.part === name));
  const { other } = sidesOf(lang);
  const answering = sidesOf(answerLang(texts));
  const outcome = texts[`outcome${answering.source}`];
  return {
    [`title${other}`]: part("title"),
    [`question${other}`]: part("question"),
    [`answer${answering.other}`]: part("answer"),
    [`outcome${answering.other}`]: outcome ? composedOutcome(outcome, segments, answering.other) : null,
  };
}

function composedOutcome(outcome: Outcome, segments: readonly Kept[], side: "Vi" | "En"): Outcome | null {
  const composedFields: Record<string, string> = {};
  for (const field of outcomeFields[outcome.kind]) {
    const own = segments.filter((one) => one.part === `outcome.${field}`);
    if (own.length === 0) {
      if (numbers.includes(field)) composedFields[field] = numberIn(side, textAt(outcome, field) ?? "");
      continue;
    }
    const text = composed(own);
    if (text === null) return null;
    composedFields[field] = text;
  }
  return { ...outcome, ...composedFields };
}

/** A number as the other language writes it; what is none stays as it is. */
function numberIn(side: "Vi" | "En", typed: string): string {
  const digits = readQuantity(typed);
  return digits === null ? typed : side === "Vi" ? digits.replace(".", ",") : digits;
}

function sidesOf(lang: Lang) {
  return lang === "vi" ? ({ source: "Vi", other: "En" } as const) : ({ source: "En", other: "Vi" } as const);
}

function partOf(name: string, lang: Lang, text: string | null, other: string | null): PartText | null {
  const source = text?.trim() ?? "";
  if (source === "") return null;
  return { name, lang, text: source, other: other === null || other.trim() === "" ? null : other.trim() };
}

/** A text field of an outcome, by its name. */
export function textAt(outcome: Outcome | null, name: string): string | null {
  const value: unknown = outcome === null ? null : Object.entries(outcome).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : null;
}
