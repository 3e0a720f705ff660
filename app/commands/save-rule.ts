import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { kinds, levels, reporterTypes } from "../domain/case-kind.ts";
import { choice, line, optional, rowId } from "../domain/fields.ts";
import { isUnderstood, readReferences } from "../domain/legal-reference.ts";
import type { Actor } from "../domain/actor.ts";
import { type FieldErrors, InputRefusal, Refusal } from "../domain/refusal.ts";
import { type Conditions, MOST_RULES, MOST_VALUES, routeModes, routeTargets } from "../domain/routing.ts";
import { cleanLine, foldText } from "../domain/text.ts";
import { findAgency, inForce } from "../../db/agencies.ts";
import { inTurn } from "../../db/in-turn.ts";
import { findCommune, listProvinces } from "../../db/places.ts";
import { type RuleSet, type RuleText, rulesOf, writeRules } from "../../db/rule-sets.ts";
import { listTerms } from "../../db/terms.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeRules, openRules, ruleMaker } from "./steps/open-rules.ts";

/** Several values of one condition: a list, or lines of a form. */
const values = optional(
  z
    .union([z.string().max(4_000), z.array(z.string().max(200))])
    .transform((given) => (typeof given === "string" ? given.split(/[\n\r]+/) : given).map(cleanLine).filter(Boolean))
    .refine((list) => list.length <= MOST_VALUES, "too-many"),
);

export const saveRuleInput = z.object({
  setId: rowId,
  version: z.coerce.number().int(),
  /** The place of the rule that is changed; left out for a new one, which comes last. */
  position: optional(z.coerce.number().int().positive()),
  name: line(120, 3),
  kind: values,
  field: values,
  bottleneck: values,
  province: values,
  commune: values,
  words: values,
  provision: values,
  reporterType: values,
  level: values,
  target: choice(routeTargets),
  agencyId: optional(rowId),
  department: optional(line(120, 2)),
  setField: optional(line(40)),
  setLevel: optional(choice(levels)),
  mode: choice(routeModes),
});
type Input = z.infer<typeof saveRuleInput>;

/** Adds a rule to a draft, or writes one of it anew. What was rehearsed before counts no more. */
export async function saveRule(tx: Tx, actor: Actor, input: Input, now: Date): Promise<RuleSet> {
  ruleMaker(actor, "edit-rules");
  const row = await openRules(tx, input, "draft");
  const rules: RuleText[] = await rulesOf(tx, row.id);
  const { position } = input;
  if (position !== undefined && position > rules.length) throw new Refusal("not-found");
  if (position === undefined && rules.length >= MOST_RULES) throw new InputRefusal({ name: "too-many" });
  const rule = await checkRule(tx, input, localDate(now));
  if (position === undefined) rules.push(rule);
  else rules[position - 1] = rule;
  await writeRules(tx, row.id, rules);
  const data = { rule: position ?? rules.length };
  return changeRules(tx, actor, row, { type: "rule-save", set: { rehearsedAt: null }, data }, now);
}

/** The rule as it is stored; every field that does not hold is said at once. */
async function checkRule(tx: Tx, input: Input, today: string): Promise<RuleText> {
  const conditions = conditionsOf(input);
  const errors: FieldErrors = {
    ...(await wrongConditions(tx, conditions, today)),
    ...(await wrongResult(tx, input, today)),
  };
  if (Object.keys(conditions).length === 0) errors.conditions = "empty";
  if (Object.keys(errors).length > 0) throw new InputRefusal(errors);
  const { name, target, mode } = input;
  return {
    name,
    conditions,
    target,
    agencyId: target === "agency" ? (input.agencyId ?? null) : null,
    department: target === "department" ? (input.department ?? null) : null,
    field: input.setField ?? null,
    level: input.setLevel ?? null,
    mode,
  };
}

function conditionsOf(input: Input): Conditions {
  const { kind, field, bottleneck, province, commune, words, provision, reporterType, level } = input;
  const given = { kind, field, bottleneck, province, commune, words, provision, reporterType, level };
  return Object.fromEntries(Object.entries(given).filter(([, list]) => (list?.length ?? 0) > 0));
}

async function wrongConditions(tx: Tx, conditions: Conditions, today: string): Promise<FieldErrors> {
  const fields = (await listTerms(tx, "field", today)).map(({ code }) => code);
  const bottlenecks = (await listTerms(tx, "bottleneck", today)).map(({ code }) => code);
  const provinces = (await listProvinces(tx)).map(({ code }) => code);
  const communes = await inTurn(conditions.commune ?? [], (code) => findCommune(tx, code));
  const all = (list: readonly string[] | undefined, known: readonly string[]) =>
    (list ?? []).every((value) => known.includes(value));
  const readable = (typed: string) => readReferences(typed).some(isUnderstood);
  const holds = {
    kind: all(conditions.kind, kinds),
    field: all(conditions.field, fields),
    bottleneck: all(conditions.bottleneck, bottlenecks),
    province: all(conditions.province, provinces),
    commune: communes.every((commune) => commune !== null),
    words: (conditions.words ?? []).every((phrase) => foldText(phrase) !== ""),
    provision: (conditions.provision ?? []).every(readable),
    reporterType: all(conditions.reporterType, reporterTypes),
    level: all(conditions.level, levels),
  };
  return Object.fromEntries(
    Object.entries(holds)
      .filter(([, ok]) => !ok)
      .map(([name]) => [name, name === "provision" ? "unread" : "wrong"]),
  );
}

async function wrongResult(tx: Tx, input: Input, today: string): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  if (input.target === "agency") {
    const agency = input.agencyId === undefined ? null : await findAgency(tx, input.agencyId);
    if (input.agencyId === undefined) errors.agencyId = "empty";
    else if (!agency || !inForce(agency, today)) errors.agencyId = "wrong";
  }
  if (input.target === "department" && input.department === undefined) errors.department = "empty";
  if (input.setField !== undefined) {
    const known = await listTerms(tx, "field", today);
    if (!known.some(({ code }) => code === input.setField)) errors.setField = "wrong";
  }
  return errors;
}
