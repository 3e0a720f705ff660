import { gatheredProvisions } from "../../domain/barrier.ts";
import type { Kind } from "../../domain/case-kind.ts";
import { fieldsOf, stepsOf } from "../../domain/form-steps.ts";
import { controls, type FieldName, type StepName } from "../../domain/forms.ts";
import { typedDayOf } from "../../http/typed-day.ts";
import { SEEN } from "./submission-address.ts";

/** A posted form of the submission, as far as its answers go. */
interface Posted {
  readonly kind: Kind;
  readonly typed: Readonly<Record<string, string>>;
  readonly now: Date;
}

const LONGEST = 20_000;

/** What was typed, with the provisions of a barrier gathered in their list. */
export function gathered<V extends Posted>(visit: V): V {
  const { kind, typed } = visit;
  if (kind !== "barrier" || typed.legalDocument === undefined) return visit;
  const without = /^\d{1,2}$/.test(typed.drop ?? "") ? Number(typed.drop) : null;
  return { ...visit, typed: { ...typed, ...gatheredProvisions(typed, without) } };
}

/** The prints of the answers as the page showed them. */
export function seenIn(typed: Posted["typed"]): Record<string, string> {
  const seen = Object.entries(typed).filter(([name]) => name.startsWith(SEEN));
  return Object.fromEntries(seen.map(([name, print]) => [name.slice(SEEN.length), print]));
}

/** The answers to a step's fields in a posted form; what was not posted at all stays as it was. */
export function answersIn({ kind, typed, now }: Posted, step: StepName): Record<string, string> {
  const names: readonly string[] = step === "where" ? [...fieldsOf(kind, step), "place"] : fieldsOf(kind, step);
  const given = names.map((name) => {
    const value = controls[name as FieldName]?.control === "date" ? typedDayOf(typed, name, now) : typed[name];
    return [name, value?.slice(0, LONGEST + 1)] as const;
  });
  return Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

export const answersOfAll = (visit: Posted): Record<string, string> =>
  Object.assign({}, ...stepsOf(visit.kind).map((step) => answersIn(visit, step)));

/** Whoever chooses to stay anonymous leaves no name behind, not even in a draft. */
export const contactFields = [
  "name",
  "email",
  "phone",
  "taxCode",
  "hideIdentity",
] as const satisfies readonly FieldName[];

export function withoutContact(answers: Readonly<Record<string, string>>): Record<string, string> {
  const left = { ...answers };
  if (answers.reporterType === "anonymous") for (const name of contactFields) delete left[name];
  return left;
}
