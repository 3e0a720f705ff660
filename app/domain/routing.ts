import type { Kind, Level, ReporterType } from "./case-kind.ts";
import { readReferences } from "./legal-reference.ts";
import { documentKey } from "./legal-wording.ts";
import { foldText } from "./text.ts";

/**
 * Routing rules: who should answer for a new case, as people of the office
 * write it down. The rules of a version are asked in their order; the first
 * whose every condition holds decides.
 */
export const conditionNames = [
  "kind",
  "field",
  "bottleneck",
  "province",
  "commune",
  "words",
  "provision",
  "reporterType",
  "level",
] as const;
export type ConditionName = (typeof conditionNames)[number];

/** Conditions by name: each one named must hold, by any of its values. */
export type Conditions = Partial<Record<ConditionName, readonly string[]>>;

/** Who is to lead: an agency, the agency of the case's province, or a department of that one. */
export const routeTargets = ["agency", "province", "department"] as const;
export type RouteTarget = (typeof routeTargets)[number];

/** `propose` shows triage what the rule says; `auto` assigns, as the system. */
export const routeModes = ["propose", "auto"] as const;
export type RouteMode = (typeof routeModes)[number];

/**
 * The life of a version of the rules. One is drafted at a time, and one is in
 * force at a time; a version that was in force can be so again.
 */
export const ruleSetStates = ["draft", "proposed", "in_force", "superseded", "discarded"] as const;
export type RuleSetState = (typeof ruleSetStates)[number];

/** The most rules of a version, and the most values of one condition. */
export const MOST_RULES = 100;
export const MOST_VALUES = 20;

/** What a rule may ask of a case. */
export interface RouteFacts {
  readonly kind: Kind;
  readonly field: string | null;
  readonly bottleneck: string | null;
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
  readonly reporterType: ReporterType;
  readonly level: Level;
  /** Title and text, folded. */
  readonly text: string;
  /** The provisions it names: the keys of their documents, with the article where one is named. */
  readonly provisions: readonly { readonly documentKey: string; readonly article: string | null }[];
}

/** True when every condition holds. A rule without conditions holds for nothing. */
export function holds(conditions: Conditions, facts: RouteFacts): boolean {
  const asked = conditionNames.filter((name) => (conditions[name]?.length ?? 0) > 0);
  return asked.length > 0 && asked.every((name) => anyHolds(name, conditions[name] ?? [], facts));
}

/** The first rule that holds, or null. */
export function decide<Rule extends { readonly conditions: Conditions }>(
  rules: readonly Rule[],
  facts: RouteFacts,
): Rule | null {
  return rules.find((rule) => holds(rule.conditions, facts)) ?? null;
}

function anyHolds(name: ConditionName, values: readonly string[], facts: RouteFacts): boolean {
  switch (name) {
    case "kind":
      return values.includes(facts.kind);
    case "field":
      return facts.field !== null && values.includes(facts.field);
    case "bottleneck":
      return facts.bottleneck !== null && values.includes(facts.bottleneck);
    case "province":
      return facts.provinceCode !== null && values.includes(facts.provinceCode);
    case "commune":
      return facts.communeCode !== null && values.includes(facts.communeCode);
    case "reporterType":
      return values.includes(facts.reporterType);
    case "level":
      return values.includes(facts.level);
    case "words":
      return values.some((phrase) => says(facts.text, phrase));
    case "provision":
      return values.some((typed) => cites(facts, typed));
  }
}

/** True when the words of a phrase stand in a folded text, whole and one after the other. */
function says(text: string, phrase: string): boolean {
  const wanted = foldText(phrase);
  return wanted !== "" && ` ${text} `.includes(` ${wanted} `);
}

/** True when a case names the document, and the article where the condition names one. */
function cites({ provisions }: RouteFacts, typed: string): boolean {
  return readReferences(typed).some(
    ({ document, article }) =>
      document !== null &&
      provisions.some(
        (one) => one.documentKey === documentKey(document) && (article === null || one.article === article),
      ),
  );
}
