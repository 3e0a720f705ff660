import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/clock-rules";
import { setBudgetInput, setExtensionBudget } from "../../commands/set-extension-budget.ts";
import { setWarningsInput, setWarningSteps } from "../../commands/set-warning-steps.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { loadClockRules } from "../../http/clock-rules-page.ts";
import { actorContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { BudgetForm, WarningsForm } from "./parts/clock-rule-forms.tsx";
import { BudgetRules, WarningSets } from "./parts/clock-rule-lists.tsx";
import { PageOutcome } from "./parts/page-outcome.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const done = ["budget", "warnings"].find((word) => word === url.searchParams.get("done")) ?? null;
  return { ...(await loadClockRules(context, context.get(actorContext))), done };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const act = form.get("_act");
  if (act !== "budget" && act !== "warnings") throw notFound();
  const input = formInput(form);
  const attempted =
    act === "budget"
      ? await attempt(context, setExtensionBudget, setBudgetInput, input)
      : await attempt(context, setWarningSteps, setWarningsInput, input);
  if (attempted.ok) return redirect(`/office/clock-rules?done=${act}`, 303);
  const { errors, status, refusal = null } = attempted;
  const { version: _version, ...values } = typedValues(form);
  return data({ form: String(act), errors, values, refusal }, status);
}

/** The rules of clocks that are kept as data: budgets of extensions and steps of warnings, with the days for which each counts. */
export default function ClockRules({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["extensions"]);
  const state = actionData ?? null;
  const { done, changes } = loaderData;
  return (
    <>
      <PageOutcome
        title={t("clock.title")}
        state={state}
        form={state?.form ?? ""}
        done={done && t(`clock.done.${done}`)}
      />
      <h1>{t("clock.title")}</h1>
      <p className="column">
        {t("clock.about")} <Link to="/office/extensions">{t("clock.back")}</Link>
      </p>
      <section>
        <h2>{t("clock.budgets")}</h2>
        <BudgetRules page={loaderData} />
        {changes && (
          <div className="moves column">
            <Disclosure id="set-budget" summary={t("clock.setBudget")} open={state?.form === "budget"}>
              <BudgetForm page={loaderData} state={state} />
            </Disclosure>
          </div>
        )}
      </section>
      <section>
        <h2>{t("clock.warnings")}</h2>
        <p className="muted">{t("clock.warningsAbout")}</p>
        <WarningSets page={loaderData} />
        {changes && (
          <div className="moves column">
            <Disclosure id="set-warnings" summary={t("clock.setWarnings")} open={state?.form === "warnings"}>
              <WarningsForm page={loaderData} state={state} />
            </Disclosure>
          </div>
        )}
      </section>
    </>
  );
}
