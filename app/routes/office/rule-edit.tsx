import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/rule-edit";
import { listAgencies } from "../../../db/agencies.ts";
import { rulesOf } from "../../../db/rule-sets.ts";
import { saveRule, saveRuleInput } from "../../commands/save-rule.ts";
import { Button } from "../../components/button.tsx";
import { CheckboxGroup, RadioGroup } from "../../components/choice-field.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SelectField, TextArea, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { localDate } from "../../domain/calendar.ts";
import { kinds, levels, reporterTypes } from "../../domain/case-kind.ts";
import { conditionNames, routeModes, routeTargets } from "../../domain/routing.ts";
import { groupsOf } from "../../http/case-page.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { ruleChoices, ruleRights, setInAddress } from "../../http/rules-page.ts";
import { AgencyField } from "./parts/agency-field.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { useRuleWords } from "./parts/rule-field-words.ts";

/** Conditions of which a form sends several values under one name. */
const several = ["kind", "reporterType", "level"] as const;

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const set = ruleRights(context)?.edits ? await setInAddress(context, params.id) : null;
  if (set?.state !== "draft") throw notFound();
  const { store, clock } = context.get(portalContext);
  const vi = context.get(langContext) === "vi";
  const position = Number(url.searchParams.get("rule")) || null;
  const rule = position === null ? null : (await rulesOf(store.read, set.id))[position - 1];
  if (position !== null && !rule) throw notFound();
  const list = (name: (typeof conditionNames)[number]) => (rule?.conditions[name] ?? []).join("\n");
  const agencies = await listAgencies(store.read, localDate(clock()));
  return {
    set: { id: set.id, version: set.version },
    position,
    choices: await ruleChoices(context),
    agencies: groupsOf(agencies, null, (agency) => (vi ? agency.nameVi : agency.nameEn)),
    stored: {
      ...Object.fromEntries(conditionNames.map((name) => [name, list(name)])),
      name: rule?.name ?? "",
      target: rule?.target ?? "agency",
      agencyId: rule?.agencyId ? String(rule.agencyId) : "",
      department: rule?.department ?? "",
      setField: rule?.field ?? "",
      setLevel: rule?.level ?? "",
      mode: rule?.mode ?? "propose",
    } as Record<string, string>,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (!ruleRights(context)?.edits) throw notFound();
  const form = await request.formData();
  const values = typedValues(form);
  for (const name of several) values[name] = form.getAll(name).map(String).join("\n");
  const done = await attempt(context, saveRule, saveRuleInput, { ...values, setId: params.id });
  if (!done.ok) return data({ errors: done.errors, values, refusal: done.refusal ?? null }, done.status);
  return redirect(`/office/rules/${params.id}`, 303);
}

export default function RuleEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["routing", "office", "domain"]);
  const { set, position, choices, agencies, stored } = loaderData;
  const { field, errors, error } = useRuleWords(actionData ?? null);
  const value = (name: string) => actionData?.values[name] ?? stored[name] ?? "";
  const title = position === null ? t("addTitle") : t("editTitle", { rule: position });
  const chosen = (name: string) => value(name).split("\n").filter(Boolean);
  const own = (name: string) => {
    const { defaultValue: _stored, ...words } = field(name);
    return words;
  };
  return (
    <>
      <PageTitle invalid={actionData !== undefined}>{title}</PageTitle>
      <ErrorSummary errors={errors} />
      {actionData?.refusal && (
        <Notice tone="warning" title={t(`office:refusal.${actionData.refusal}.title`)} live>
          {t(`office:refusal.${actionData.refusal}.text`)}
        </Notice>
      )}
      <p>
        <Link to={`/office/rules/${set.id}`}>{t("versionNo", { set: set.id })}</Link>
      </p>
      <h1>{title}</h1>
      <form method="post" noValidate className="measure">
        <input type="hidden" name="version" value={set.version} />
        {position !== null && <input type="hidden" name="position" value={position} />}
        <TextField {...field("name", stored.name)} maxLength={120} />
        <h2>{t("conditions")}</h2>
        <p className={error("conditions") ? "error" : "muted"}>{error("conditions") ?? t("conditionsHint")}</p>
        <TextArea {...field("words", stored.words)} rows={3} optional />
        <SelectField {...field("field", stored.field)} options={choices.fields} optional width="full" />
        <SelectField {...field("bottleneck", stored.bottleneck)} options={choices.bottlenecks} optional width="full" />
        <SelectField {...field("province", stored.province)} options={choices.provinces} optional width="full" />
        <TextField {...field("commune", stored.commune)} optional width="short" inputMode="numeric" />
        <TextArea {...field("provision", stored.provision)} rows={2} optional />
        <CheckboxGroup
          {...own("kind")}
          optional
          values={chosen("kind")}
          options={kinds.map((kind) => ({ value: kind, label: t(`domain:kind.${kind}`) }))}
        />
        <CheckboxGroup
          {...own("reporterType")}
          optional
          values={chosen("reporterType")}
          options={reporterTypes.map((type) => ({ value: type, label: t(`domain:reporterType.${type}`) }))}
        />
        <CheckboxGroup
          {...own("level")}
          optional
          values={chosen("level")}
          options={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
        />
        <h2>{t("result")}</h2>
        <RadioGroup
          {...own("target")}
          value={value("target")}
          options={routeTargets.map((target) => ({ value: target, label: t(`target.${target}`) }))}
        />
        <AgencyField
          {...field("agencyId", stored.agencyId)}
          typed={{ agencyId: value("agencyId") }}
          groups={agencies}
        />
        <TextField {...field("department", stored.department)} optional />
        <SelectField {...field("setField", stored.setField)} options={choices.fields} optional width="full" />
        <SelectField
          {...field("setLevel", stored.setLevel)}
          options={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          optional
        />
        <RadioGroup
          {...own("mode")}
          value={value("mode")}
          options={routeModes.map((mode) => ({ value: mode, label: t(`modeChoice.${mode}`) }))}
        />
        <Button>{t("save")}</Button>
      </form>
    </>
  );
}
