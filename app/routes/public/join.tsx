import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { type Lang, otherLanguage } from "../../domain/case-kind.ts";
import type { Route } from "./+types/join";
import { DossierView } from "./dossier-view.tsx";
import { useFieldWords } from "../../components/field-words.ts";
import { handleInvitation, type OpenInvitation } from "./invitation.ts";
import { PublicPage } from "./public-page.tsx";

const answers = ["accepted", "declined"] as const;

export function loader({ request }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get("done");
  return { done: answers.find((answer) => answer === done) ?? null };
}

/** The code is typed or comes from the link's fragment, in a form: never in an address. */
export async function action({ request, context }: Route.ActionArgs) {
  const handled = await handleInvitation(request, context);
  return handled.kind === "answered"
    ? redirect(handled.to, 303)
    : data(handled.page, { status: handled.status, headers: handled.headers });
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** Where an invited co-author reads the dossier and says yes or no. */
export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("initiative");
  const { t: words } = useTranslation("public");
  const { summaryOf } = useFieldWords();
  const errors = actionData?.errors ?? {};
  const open = actionData?.open ?? null;
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  return (
    <PublicPage
      title={t("join.title")}
      description={t("join.lead")}
      invalid={Object.keys(errors).length > 0}
      unlisted
      scripts={["join"]}
      languageSwitch={open ? <SwitchWithCode lang={lang} /> : undefined}
    >
      <ErrorSummary errors={summaryOf(errors)} />
      {actionData?.problem && (
        <Notice tone="warning" live title={words(`problem.${actionData.problem}.title`)}>
          <p>{words(`problem.${actionData.problem}.text`)}</p>
        </Notice>
      )}
      <h1>{t("join.title")}</h1>
      {loaderData.done && !actionData && (
        <Notice tone="success" live>
          {t(`join.done.${loaderData.done}`)}
        </Notice>
      )}
      {open ? (
        <Invitation open={open} typed={actionData?.typed ?? {}} errors={errors} />
      ) : (
        <CodeForm typed={actionData?.typed.inviteCode ?? ""} errors={errors} />
      )}
    </PublicPage>
  );
}

function CodeForm({ typed, errors }: { typed: string; errors: Record<string, string> }) {
  const { t } = useTranslation("initiative");
  const { labelOf, hintOf, errorOf } = useFieldWords();
  return (
    <>
      <p className="column">{t("join.lead")}</p>
      <form method="post" className="column" noValidate>
        <TextField
          name="inviteCode"
          label={labelOf("inviteCode")}
          hint={hintOf("inviteCode")}
          error={errorOf(errors, "inviteCode")}
          defaultValue={typed}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{t("join.open")}</Button>
      </form>
    </>
  );
}

function Invitation({
  open,
  typed,
  errors,
}: {
  open: OpenInvitation;
  typed: Readonly<Record<string, string>>;
  errors: Record<string, string>;
}) {
  const { t } = useTranslation("initiative");
  const { labelOf, errorOf } = useFieldWords();
  return (
    <>
      <p className="column">{t("join.invited", { share: open.share })}</p>
      {open.state !== "invited" && <Notice>{t(`join.now.${open.state}`)}</Notice>}
      <DossierView dossier={open.dossier} textLang={open.textLang} />
      <form id="answer-form" method="post" className="column no-print" noValidate>
        <h2>{t("join.answerTitle")}</h2>
        <input type="hidden" name="inviteCode" value={open.code} />
        <input type="hidden" name="act" value="answer" />
        <TextField
          name="ownName"
          label={labelOf("ownName")}
          error={errorOf(errors, "ownName")}
          defaultValue={typed.ownName ?? open.name}
          autoComplete="name"
          spellCheck={false}
        />
        <RadioGroup
          name="answer"
          label={labelOf("answer")}
          error={errorOf(errors, "answer")}
          value={typed.answer}
          options={answers.map((value) => ({ value, label: t(`join.answer.${value}`) }))}
        />
        <Button>{t("join.send")}</Button>
      </form>
    </>
  );
}

/**
 * The language button of a page that stands on a typed code: it posts the code
 * to the same page of the other language. Enter in a field presses the form's
 * first button of the whole page, so a plain one goes before it.
 */
function SwitchWithCode({ lang }: { lang: Lang }) {
  const { t } = useTranslation("public");
  const other = otherLanguage[lang];
  const target = { form: "answer-form", formAction: `/${other}/submit/join`, name: "switch", value: other };
  return (
    <>
      <button type="submit" form="answer-form" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <button type="submit" {...target} lang={other}>
        {t(`languageName.${other}`)}
      </button>
    </>
  );
}
