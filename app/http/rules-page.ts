import type { RouterContextProvider } from "react-router";
import { agencyNames } from "../../db/agencies.ts";
import { findCommune, listProvinces } from "../../db/places.ts";
import { findRuleSet, type RoutingRule, type RuleSet, rulesOf } from "../../db/rule-sets.ts";
import { findStaff } from "../../db/staff.ts";
import { listTerms } from "../../db/terms.ts";
import { localDate } from "../domain/calendar.ts";
import { mayEver } from "../domain/permissions.ts";
import { conditionNames } from "../domain/routing.ts";
import { getI18n } from "../i18n.ts";
import { actorContext, langContext, portalContext } from "./context.ts";

type Context = Readonly<RouterContextProvider>;

/** Who is looking, and what they may do with routing rules; null for whoever may not see them. */
export function ruleRights(context: Context) {
  const actor = context.get(actorContext);
  if (actor.kind !== "staff" || !mayEver(actor, "see-rules")) return null;
  return { staffId: actor.staffId, edits: mayEver(actor, "edit-rules"), rehearses: mayEver(actor, "rehearse-rules") };
}

/** A version of the rules as lists and headings show it. */
export async function shownSet(context: Context, row: RuleSet) {
  const { store } = context.get(portalContext);
  const nameOf = async (id: number | null) => (id === null ? "" : ((await findStaff(store.read, id))?.name ?? ""));
  const { id, version, state, reason, createdAt, proposedAt, rehearsedAt, activatedAt, endedAt, authorId } = row;
  const dates = { createdAt, proposedAt, rehearsedAt, activatedAt, endedAt };
  const people = { author: await nameOf(authorId), activatedBy: await nameOf(row.activatedBy) };
  return { id, version, state, reason, authorId, replacedId: row.replacedId, ...dates, ...people };
}
export type ShownSet = Awaited<ReturnType<typeof shownSet>>;

/** The lists from which conditions and results are chosen, in the reader's language. */
export async function ruleChoices(context: Context) {
  const { store, clock } = context.get(portalContext);
  const vi = context.get(langContext) === "vi";
  const today = localDate(clock());
  const choice = (item: { code: string; nameVi: string; nameEn: string }) => ({
    value: item.code,
    label: vi ? item.nameVi : item.nameEn,
  });
  return {
    fields: (await listTerms(store.read, "field", today)).map(choice),
    bottlenecks: (await listTerms(store.read, "bottleneck", today)).map(choice),
    provinces: (await listProvinces(store.read)).map(choice),
  };
}
export type RuleChoices = Awaited<ReturnType<typeof ruleChoices>>;

/** The rules of a version in words: what each asks and what follows. */
export async function shownRules(context: Context, setId: number) {
  const { store } = context.get(portalContext);
  const rules = await rulesOf(store.read, setId);
  const choices = await ruleChoices(context);
  const names = await agencyNames(
    store.read,
    rules.map(({ agencyId }) => agencyId),
  );
  return Promise.all(rules.map((rule) => shownRule(context, rule, choices, names)));
}
export type ShownRule = Awaited<ReturnType<typeof shownRules>>[number];

type Names = Awaited<ReturnType<typeof agencyNames>>;

async function shownRule(context: Context, rule: RoutingRule, choices: RuleChoices, names: Names) {
  const lang = context.get(langContext);
  const t = getI18n(lang).getFixedT(lang, ["routing", "domain"]);
  const { store } = context.get(portalContext);
  const labelled = (list: readonly { value: string; label: string }[], code: string) =>
    list.find(({ value }) => value === code)?.label ?? code;
  const valueWords = async (name: string, value: string): Promise<string> => {
    if (name === "field") return labelled(choices.fields, value);
    if (name === "bottleneck") return labelled(choices.bottlenecks, value);
    if (name === "province") return labelled(choices.provinces, value);
    if (name === "kind") return t(`domain:kind.${value}` as "domain:kind.feedback");
    if (name === "reporterType") return t(`domain:reporterType.${value}` as "domain:reporterType.business");
    if (name === "level") return t(`level.${value}` as "level.normal");
    const commune = name === "commune" ? await findCommune(store.read, value) : null;
    return commune ? (lang === "vi" ? commune.nameVi : commune.nameEn) : value;
  };
  const conditions = [];
  for (const name of conditionNames) {
    const values = rule.conditions[name] ?? [];
    if (values.length === 0) continue;
    conditions.push({ name, values: await Promise.all(values.map((value) => valueWords(name, value))) });
  }
  const agency = rule.agencyId === null ? undefined : names.get(rule.agencyId);
  return {
    position: rule.position,
    name: rule.name,
    conditions,
    target: rule.target,
    agency: (lang === "vi" ? agency?.nameVi : agency?.nameEn) ?? "",
    department: rule.department,
    field: rule.field === null ? null : labelled(choices.fields, rule.field),
    level: rule.level,
    mode: rule.mode,
    /** Equal for rules that say the same. */
    text: JSON.stringify([
      rule.name,
      conditionNames.map((name) => rule.conditions[name] ?? []),
      [rule.target, rule.agencyId, rule.department, rule.field, rule.level, rule.mode],
    ]),
  };
}

/** A version by the id in an address; null for none. */
export async function setInAddress(context: Context, typed: string): Promise<RuleSet | null> {
  const id = Number(typed);
  const { store } = context.get(portalContext);
  return Number.isSafeInteger(id) && id > 0 ? findRuleSet(store.read, id) : null;
}
