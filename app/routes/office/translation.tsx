import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/translation";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { readCaseCode } from "../../domain/case-code.ts";
import { casework } from "../../http/casework.ts";
import { draftByMachine } from "../../http/machine-drafts.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { nothingPicked, readTranslationForm } from "../../http/translation-form.ts";
import { loadTranslation, warningsOn } from "../../http/translation-page.ts";
import { DoneNotice, doneOf } from "./parts/done-notice.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { segmentErrors, SegmentRow } from "./parts/segment-row.tsx";
import { TranslationButtons } from "./parts/translation-buttons.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const page = await loadTranslation(context, params.code);
  if (!page) throw notFound();
  return { page, done: doneOf(url), machine: url.searchParams.get("machine") };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const page = await loadTranslation(context, params.code);
  if (!page) throw notFound();
  const code = readCaseCode(params.code) ?? "";
  const form = await readForm(request);
  const asked = readTranslationForm(code, form);
  if (!asked) throw notFound();
  const values = typedValues(form);
  const here = `/office/cases/${code}/translation`;
  if (asked.act === "machine") {
    const drafted = await draftByMachine(context, code);
    if (drafted === null) throw notFound();
    return redirect(`${here}?machine=${drafted}`, 303);
  }
  if (nothingPicked(asked)) return data({ errors: { pick: "empty" }, refusal: null, values, warnings: null }, 422);
  // What is typed and not kept would be lost, and somebody else's words approved in its place.
  const unkept = page.parts
    .flatMap(({ segments }) => segments)
    .filter(({ id, text }) => values[`pick.${id}`] === "yes" && (values[`segments.${id}`] ?? text) !== text);
  if (asked.act !== "translate" && unkept.length > 0) {
    const errors = Object.fromEntries(unkept.map(({ id }) => [`segments.${id}`, "unkept"]));
    return data({ errors, refusal: null, values, warnings: null }, 422);
  }
  const entry = casework[asked.act];
  const done = await attempt(context, entry.command, entry.schema, asked.input);
  if (!done.ok) {
    const { errors, refusal = null, status } = done;
    return data({ errors, refusal, values, warnings: await warningsOn(context, page, values) }, status);
  }
  return redirect(`${here}?done=${asked.act}&of=${code}`, 303);
}

/** A published case in two languages side by side: translated here, approved here by somebody else. */
export default function Translation({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["translating", "office"]);
  const { page, done, machine } = loaderData;
  const errors = segmentErrors(actionData?.errors ?? {}, t);
  const title = t("titleOf", { code: page.code });
  return (
    <>
      <PageTitle invalid={errors.length > 0}>{title}</PageTitle>
      <p>
        <Link to={`/office/cases/${page.code}`}>{t("toCase")}</Link> ·{" "}
        <Link to="/office/translations">{t("toList")}</Link>
      </p>
      {!actionData && <DoneNotice done={done} />}
      {!actionData && machine !== null && <Notice live>{t(machine === "0" ? "machine.none" : "machine.done")}</Notice>}
      <ErrorSummary errors={errors} />
      {actionData?.refusal && (
        <Notice tone="warning" title={t(`office:refusal.${actionData.refusal}.title`)} live>
          <p>{t(`office:refusal.${actionData.refusal}.text`)}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <p className="lead" lang={page.lang}>
        {page.title}
      </p>
      <p className="muted">
        {t("progress", page.progress)} {t("rule")}
      </p>
      <form method="post" noValidate>
        <input type="hidden" name="version" value={page.version} />
        {page.parts.map((part) => (
          <section key={part.name} aria-label={part.label}>
            <h2>{part.label}</h2>
            <ol className="segments">
              {part.segments.map((segment) => (
                <SegmentRow
                  key={`${segment.id} ${page.version}`}
                  segment={segment}
                  warnings={actionData?.warnings?.[segment.id] ?? segment.warnings}
                  values={actionData?.values ?? {}}
                  errors={actionData?.errors ?? {}}
                />
              ))}
            </ol>
          </section>
        ))}
        <TranslationButtons page={page} values={actionData?.values ?? {}} errors={actionData?.errors ?? {}} />
      </form>
    </>
  );
}
