import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { z } from "zod";
import type { Route } from "./+types/rule-set";
import { ruleSetIn } from "../../../db/rule-sets.ts";
import { arrangeRule, arrangeRuleInput } from "../../commands/arrange-rule.ts";
import { proposeRules, proposeRulesInput } from "../../commands/propose-rules.ts";
import { rehearseRules, rehearseRulesInput } from "../../commands/rehearse-rules.ts";
import { switchRules, switchRulesInput } from "../../commands/switch-rules.ts";
import { withdrawRules, withdrawRulesInput } from "../../commands/withdraw-rules.ts";
import { ButtonLink } from "../../components/button.tsx";
import { Dl } from "../../components/dl.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { type Command, attempt, notFound } from "../../http/perform.ts";
import { ruleRights, setInAddress, shownRules, shownSet } from "../../http/rules-page.ts";
import { loadRehearsal } from "../../http/rules-rehearsal.ts";
import { ArrangeForms, ProposeForm, SetActs } from "./parts/rule-acts.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { RehearsalPanel } from "./parts/rehearsal-panel.tsx";
import { RuleChanges } from "./parts/rule-changes.tsx";
import { RuleList } from "./parts/rule-list.tsx";
import { useRuleWords } from "./parts/rule-field-words.ts";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const rights = ruleRights(context);
  const row = rights && (await setInAddress(context, params.id));
  if (!rights || !row) throw notFound();
  const { store } = context.get(portalContext);
  const inForce = await ruleSetIn(store.read, "in_force");
  const other = inForce && inForce.id !== row.id ? inForce : null;
  return {
    rights,
    set: await shownSet(context, row),
    rules: await shownRules(context, row.id),
    before: other && { id: other.id, rules: await shownRules(context, other.id) },
    rehearsal: rights.rehearses ? await loadRehearsal(context, row, url.searchParams.get("last")) : null,
  };
}

interface SetAct {
  readonly schema: z.ZodType;
  readonly command: Command<never, unknown>;
}
const acts: Readonly<Record<string, SetAct>> = {
  arrange: { schema: arrangeRuleInput, command: arrangeRule },
  propose: { schema: proposeRulesInput, command: proposeRules },
  rehearse: { schema: rehearseRulesInput, command: rehearseRules },
  switch: { schema: switchRulesInput, command: switchRules },
  withdraw: { schema: withdrawRulesInput, command: withdrawRules },
};

export async function action({ request, params, context }: Route.ActionArgs) {
  if (!ruleRights(context)) throw notFound();
  const form = await request.formData();
  const fields = formInput(form);
  const name = String(form.get("_act"));
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) throw notFound();
  // Each schema stands beside the command whose input it checks.
  const command = act.command as Command<unknown, unknown>;
  const done = await attempt(context, command, act.schema, { ...fields, setId: params.id });
  if (!done.ok) {
    const state = { form: name, errors: done.errors, values: typedValues(form), refusal: done.refusal ?? null };
    return data(state, done.status);
  }
  if (name === "switch") return redirect("/office/rules?done=on", 303);
  if (name === "withdraw" && fields.to === "discarded") return redirect("/office/rules?done=discarded", 303);
  const query = name === "rehearse" ? `?last=${Number(fields.last) || 1000}#rehearsal` : "";
  return redirect(`/office/rules/${params.id}${query}`, 303);
}

export default function RuleSetPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["routing", "office"]);
  const { rights, set, rules, before, rehearsal } = loaderData;
  const { errors } = useRuleWords(actionData ?? null);
  const drafting = set.state === "draft" && rights.edits;
  return (
    <>
      <PageTitle invalid={actionData !== undefined}>{t("versionNo", { set: set.id })}</PageTitle>
      <ErrorSummary errors={errors} />
      {actionData?.refusal && (
        <Notice tone="warning" title={t(`office:refusal.${actionData.refusal}.title`)} live>
          {t(`office:refusal.${actionData.refusal}.text`)}
        </Notice>
      )}
      <p>
        <Link to="/office/rules">{t("title")}</Link>
      </p>
      <h1>{t("versionNo", { set: set.id })}</h1>
      <Dl
        pairs={[
          { label: t("state"), value: t(`states.${set.state}`) },
          { label: t("author"), value: set.author },
          { label: t("reason"), value: set.reason },
          { label: t("proposedAt"), value: set.proposedAt && <Time value={set.proposedAt} /> },
          { label: t("rehearsedAt"), value: set.rehearsedAt && <Time value={set.rehearsedAt} /> },
          { label: t("switchedOnBy"), value: set.activatedBy },
          { label: t("from"), value: set.activatedAt && <Time value={set.activatedAt} /> },
          { label: t("until"), value: set.endedAt && <Time value={set.endedAt} /> },
        ]}
      />
      <h2>{t("rules")}</h2>
      <RuleList
        rules={rules}
        after={drafting ? (rule) => <ArrangeForms set={set} rule={rule} of={rules.length} /> : undefined}
      />
      {drafting && (
        <p>
          <ButtonLink variant="secondary" href={`/office/rules/${set.id}/edit`}>
            {t("add")}
          </ButtonLink>
        </p>
      )}
      {before && <RuleChanges before={before} rules={rules} />}
      {rights.rehearses && <RehearsalPanel set={set} rehearsal={rehearsal} rules={rules.length} />}
      {drafting && <ProposeForm set={set} state={actionData ?? null} />}
      {rights.edits && <SetActs set={set} own={set.authorId === rights.staffId} rehearses={rights.rehearses} />}
    </>
  );
}
