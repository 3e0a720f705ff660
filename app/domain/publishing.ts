import { type MaskReason, type MaskReasons, maskText, occurrences, ordinalOf, type Range } from "./mask.ts";
import type { Outcome, OutcomeKind } from "./outcome.ts";
import { type FindingKind, findPersonal } from "./redaction.ts";
import type { FieldErrors } from "./refusal.ts";
import { findByRule, type StandingRule } from "./standing-rules.ts";

/** What an editor proposes to publish, whole: null where there is no such text, or no translation of it yet. */
export interface ProposedTexts {
  readonly titleVi: string | null;
  readonly titleEn: string | null;
  readonly questionVi: string | null;
  readonly questionEn: string | null;
  readonly answerVi: string | null;
  readonly answerEn: string | null;
  readonly outcomeKind: OutcomeKind | null;
  readonly outcomeVi: Outcome | null;
  readonly outcomeEn: Outcome | null;
}

/** Something in a proposed text that has to be judged: a finding of a detector or of a standing rule. */
export interface FoundInText extends Range {
  readonly field: string;
  readonly kind: FindingKind;
  readonly reason: MaskReason;
  readonly ruleId: number | null;
}

/** A stretch with what an editor made of it. */
export interface Mark extends FoundInText {
  readonly verdict: "harmless" | "masked";
  readonly note: string | null;
}

/** What an editor says of one finding, named by its words: `nth` of them in the text, from 0. */
export interface Verdict {
  readonly field: string;
  readonly text: string;
  readonly nth: number;
  readonly verdict: "harmless" | "masked";
}

/** Words that an editor masks: every occurrence, or the one with this number. */
export interface ChosenMask {
  readonly field: string;
  readonly text: string;
  readonly nth?: number | undefined;
  readonly reason: MaskReason;
  readonly note?: string | undefined;
}

/** The texts by the path of their field, those of the outcomes too: `questionVi`, `outcomeVi.measure`. */
export function textsByField(texts: ProposedTexts): Map<string, string> {
  const found = new Map<string, string>();
  for (const [field, value] of Object.entries(texts)) {
    if (field === "outcomeKind" || value === null) continue;
    if (typeof value === "string") found.set(field, value);
    else for (const [inner, text] of innerTexts(value)) found.set(`${field}.${inner}`, text);
  }
  return found;
}

function innerTexts(outcome: object): [string, string][] {
  return Object.entries(outcome).filter(
    (entry): entry is [string, string] => entry[0] !== "kind" && typeof entry[1] === "string",
  );
}

/** Everything in the texts that has to be judged before they can be proposed. */
export function findIn(
  texts: ReadonlyMap<string, string>,
  names: readonly string[],
  rules: readonly StandingRule[],
): FoundInText[] {
  return [...texts].flatMap(([field, text]) => {
    const byRule = rules.flatMap((rule) =>
      findByRule(text, rule).map((range) => ({
        ...range,
        field,
        kind: "rule" as const,
        reason: rule.reason,
        ruleId: rule.id,
      })),
    );
    const personal = findPersonal(text, names)
      .filter(({ start, end }) => !byRule.some((other) => start < other.end && end > other.start))
      .map((range) => ({ ...range, field, reason: "personal-data" as const, ruleId: null }));
    return [...byRule, ...personal].sort((one, other) => one.start - other.start);
  });
}

/**
 * The findings with what the editor made of each, and what they chose to mask.
 * A finding of a standing rule is masked unless it was judged harmless; any
 * other without a verdict is an error of its field.
 */
export function judge(
  texts: ReadonlyMap<string, string>,
  found: readonly FoundInText[],
  verdicts: readonly Verdict[],
  chosen: readonly ChosenMask[],
): { readonly marks: readonly Mark[]; readonly errors: FieldErrors } {
  const errors: FieldErrors = {};
  const marks: Mark[] = [];
  const isMasked = new Set<string>();
  const keyOf = ({ field, start, end }: { field: string } & Range) => `${field} ${start} ${end}`;
  for (const mask of chosen) {
    const text = texts.get(mask.field) ?? "";
    const places = occurrences(text, mask.text, mask.nth);
    if (places.length === 0) errors.masks = "not-in-text";
    for (const range of places) {
      const mark = { ...range, field: mask.field, reason: mask.reason, ruleId: null, note: mask.note ?? null };
      const same = found.find((other) => keyOf(other) === keyOf(mark));
      isMasked.add(keyOf(mark));
      marks.push({ ...mark, kind: same?.kind ?? "chosen", verdict: "masked" });
    }
  }
  for (const finding of found) {
    if (isMasked.has(keyOf(finding))) continue;
    const verdict = verdictOn(texts.get(finding.field) ?? "", finding, verdicts);
    if (verdict === null) errors[finding.field] ??= `personal-${finding.kind}`;
    else marks.push({ ...finding, verdict, note: null });
  }
  return { marks, errors };
}

function verdictOn(text: string, finding: FoundInText, verdicts: readonly Verdict[]): Mark["verdict"] | null {
  const words = text.slice(finding.start, finding.end);
  const nth = ordinalOf(text, finding);
  const said = verdicts.find(
    (one) => one.field === finding.field && one.text === words && (one.nth === nth || nth === -1),
  );
  return said?.verdict ?? (finding.kind === "rule" ? "masked" : null);
}

/**
 * The findings of which no mark says anything: neither a verdict on the same
 * place nor a mask over all of it. Of a standing rule only a verdict on a rule counts.
 */
export function unjudged(
  found: readonly FoundInText[],
  marks: readonly Pick<Mark, "field" | "start" | "end" | "kind" | "verdict">[],
): FoundInText[] {
  return found.filter(
    ({ field, start, end, kind }) =>
      !marks.some((mark) => {
        if (mark.field !== field) return false;
        if (mark.verdict === "masked") return mark.start <= start && mark.end >= end;
        return mark.start === start && mark.end === end && (kind !== "rule" || mark.kind === "rule");
      }),
  );
}

/** The texts as the public may read them, and the reason of every mask by field. */
export function maskTexts(
  texts: ProposedTexts,
  marks: readonly Pick<Mark, "field" | "start" | "end" | "reason" | "verdict">[],
): { readonly texts: ProposedTexts; readonly masks: Record<string, MaskReasons> } {
  const masks: Record<string, MaskReasons> = {};
  const masked = (field: string, text: string) => {
    const own = marks.filter((mark) => mark.verdict === "masked" && mark.field === field);
    if (own.length === 0) return text;
    const done = maskText(text, own);
    masks[field] = done.reasons;
    return done.text;
  };
  const line = (field: string, text: string | null) => (text === null ? null : masked(field, text));
  const outcome = (field: string, value: Outcome | null): Outcome | null =>
    value && {
      ...value,
      ...Object.fromEntries(innerTexts(value).map(([inner, text]) => [inner, masked(`${field}.${inner}`, text)])),
    };
  return {
    texts: {
      titleVi: line("titleVi", texts.titleVi),
      titleEn: line("titleEn", texts.titleEn),
      questionVi: line("questionVi", texts.questionVi),
      questionEn: line("questionEn", texts.questionEn),
      answerVi: line("answerVi", texts.answerVi),
      answerEn: line("answerEn", texts.answerEn),
      outcomeKind: texts.outcomeKind,
      outcomeVi: outcome("outcomeVi", texts.outcomeVi),
      outcomeEn: outcome("outcomeEn", texts.outcomeEn),
    },
    masks,
  };
}
