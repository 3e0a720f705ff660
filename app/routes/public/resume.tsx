import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { resumeDraft } from "../../commands/resume-draft.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { newFormToken, readFormToken, sessionHeaders } from "../../http/form-session.ts";
import { perform } from "../../http/perform.ts";
import type { Route } from "./+types/resume";
import { useFieldWords } from "../../components/field-words.ts";
import { PublicPage } from "./public-page.tsx";
import { address, openingView } from "./submission-address.ts";

/** Opens a draft by the code that its writer noted down. */
export async function action({ request, context }: Route.ActionArgs) {
  const { env, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const { resumeCode = "" } = typedValues(await readForm(request));
  const wait = limiter.take("lookup", context.get(sourceContext));
  const refused = (status: number, problem: "limited" | "unavailable" | null, errors = {}, seconds = 10) =>
    data(
      { typed: resumeCode, problem, errors },
      { status, headers: problem ? { "Retry-After": String(seconds) } : {} },
    );
  if (wait > 0) return refused(429, "limited", {}, wait);
  const token = readFormToken(request, env.PUBLIC_URL) ?? newFormToken();
  const opened = await perform(context, resumeDraft, { token, code: resumeCode });
  if (!opened.ok) return opened.status === 422 ? refused(422, null, opened.errors) : refused(503, "unavailable");
  const { kind } = opened.value;
  return redirect(address(lang, kind, openingView(kind)), {
    status: 303,
    headers: sessionHeaders(token, lang, env.PUBLIC_URL),
  });
}

export default function ResumePage({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("public");
  const { labelOf, hintOf, errorOf, summaryOf } = useFieldWords();
  const errors = actionData?.errors ?? {};
  return (
    <PublicPage title={t("resume.title")} description={t("resume.lead")} invalid={Object.keys(errors).length > 0}>
      <ErrorSummary errors={summaryOf(errors)} />
      {actionData?.problem && (
        <Notice tone="warning" live title={t(`problem.${actionData.problem}.title`)}>
          <p>{t(`problem.${actionData.problem}.text`)}</p>
        </Notice>
      )}
      <h1>{t("resume.title")}</h1>
      <p className="column">{t("resume.lead")}</p>
      <form method="post" className="column" noValidate>
        <TextField
          name="resumeCode"
          label={labelOf("resumeCode")}
          hint={hintOf("resumeCode")}
          error={errorOf(errors, "resumeCode")}
          defaultValue={actionData?.typed ?? ""}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{t("resume.open")}</Button>
      </form>
    </PublicPage>
  );
}
