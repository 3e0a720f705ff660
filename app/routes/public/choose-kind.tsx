import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { kinds } from "../../domain/case-kind.ts";
import { isKind } from "../../domain/forms.ts";
import { langContext } from "../../http/context.ts";
import { readForm } from "../../http/form-input.ts";
import type { Route } from "./+types/choose-kind";
import { useFieldWords } from "../../components/field-words.ts";
import { PublicPage } from "./public-page.tsx";

/** What has a law and an office of its own; chosen here, it leads to the right door before anything is typed. */
const elsewhere = ["complaint", "emergency"] as const;

/** The choice as a form posts it; each leads to a page of its own. */
export async function action({ request, context }: Route.ActionArgs) {
  const lang = context.get(langContext);
  const kind = String((await readForm(request)).get("kind") ?? "");
  if (isKind(kind)) return redirect(`/${lang}/submit/${kind}`, 303);
  if (kind === "complaint") return redirect(`/${lang}/submit/elsewhere`, 303);
  if (kind === "emergency") return redirect(`/${lang}/submit/elsewhere#emergency`, 303);
  return data({ errors: { kind: kind === "" ? "empty" : "wrong" } }, { status: 422 });
}

export default function ChooseKind({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("public");
  const { errorOf, summaryOf } = useFieldWords();
  const errors = actionData?.errors ?? {};
  const options = [...kinds, ...elsewhere].map((kind) => ({
    value: kind,
    label: t(`choose.kind.${kind}`),
    hint: t(`choose.hint.${kind}`),
  }));
  return (
    <PublicPage title={t("choose.title")} description={t("choose.description")} invalid={Boolean(actionData)}>
      <ErrorSummary errors={summaryOf(errors)} />
      <form method="post" noValidate className="column">
        <RadioGroup name="kind" label={t("choose.title")} asHeading error={errorOf(errors, "kind")} options={options} />
        <Button>{t("submit.continue")}</Button>
      </form>
    </PublicPage>
  );
}
