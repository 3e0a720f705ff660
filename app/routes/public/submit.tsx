import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TrapField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { StepCounter } from "../../components/step-counter.tsx";
import { type Kind, type Lang, otherLanguage } from "../../domain/case-kind.ts";
import { askingSteps, stepOf } from "../../domain/form-steps.ts";
import { isKind, submitSteps } from "../../domain/forms.ts";
import { findDraft, findReceipt } from "../../../db/drafts.ts";
import { findCommune, type PlaceMatch } from "../../../db/places.ts";
import type { Store } from "../../../db/store.server.ts";
import { answeredContext, choicesContext, langContext, portalContext } from "../../http/context.ts";
import { readFormToken, signMoment } from "../../http/form-session.ts";
import { notFound } from "../../http/perform.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/submit";
import { useFieldWords } from "./field-words.ts";
import { findPlaces } from "./places.ts";
import { PublicPage } from "./public-page.tsx";
import { handleSubmission, type Problem } from "./submission.ts";
import { address, TRAP, type View, viewOf } from "./submission-address.ts";
import { CheckStep, FieldsStep, PlaceStep, type StepProps, WhereStep } from "./submit-steps.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { kind } = params;
  if (!isKind(kind)) throw notFound();
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const answered = context.get(answeredContext);
  const now = clock();
  const query = new URL(request.url).searchParams;
  const view = viewOf(query.get("step"));
  const token = readFormToken(request, env.PUBLIC_URL);
  const lists = await referenceLists(store, now);
  const session = await readSession(store, token, now, answered);
  const { draft } = session;
  if (!answered && !draft && view !== "content" && view !== "all") {
    throw redirect(view === "check" && session.sent ? `/${lang}/receipt` : address(lang, kind, "content"));
  }
  const name = (item: { nameVi: string; nameEn: string }) => (lang === "en" ? item.nameEn : item.nameVi);
  context.set(choicesContext, lists.choices[lang]);
  return data({
    kind,
    view,
    returns: query.get("return") === "check",
    resumed:
      view === "content" && draft !== null && draft.answers.content !== undefined && query.get("return") === null,
    none: query.get("place") === "none",
    values: draft?.answers ?? {},
    draftKey: draft?.key ?? "",
    started: draft ? "" : signMoment(store.read.keys, now),
    commune: session.commune ? name(session.commune) : "",
    places:
      view === "place" && draft
        ? (await placesOf(store, draft.answers, answered)).map((match) => placeChoice(match, lang))
        : [],
  });
}

/** The session's draft. After an action has answered, a database out of reach must not cost what was typed. */
async function readSession(store: Store, token: string | null, now: Date, answered: boolean) {
  try {
    const draft = token ? await findDraft(store.read, token, now) : null;
    const sent = token && !draft ? (await findReceipt(store.read, token, now)) !== null : false;
    const code = draft?.answers.communeCode;
    return { draft, sent, commune: code ? await findCommune(store.read, code) : null };
  } catch (error) {
    if (!answered) throw error;
    return { draft: null, sent: false, commune: null };
  }
}

async function placesOf(store: Store, answers: Record<string, string>, answered: boolean): Promise<PlaceMatch[]> {
  try {
    return await findPlaces(store.read, answers.place ?? "", answers.provinceCode);
  } catch (error) {
    if (!answered) throw error;
    return [];
  }
}

function placeChoice({ commune, province, formerName }: PlaceMatch, lang: Lang) {
  const [place, within] = lang === "en" ? [commune.nameEn, province.fullNameEn] : [commune.nameVi, province.fullNameVi];
  return { value: commune.code, label: `${place}, ${within}`, formerName };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  if (!isKind(params.kind)) throw notFound();
  return handleSubmission(request, context, params.kind);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Submit({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("public");
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  const { kind } = loaderData;
  const { summaryOf } = useFieldWords(kind);
  const view = actionData?.view ?? loaderData.view;
  const errors = actionData?.errors ?? {};
  const returns = actionData?.returns ?? loaderData.returns;
  const checking = view === "check";
  const invalid = Object.keys(errors).length > 0;
  const step: StepProps = { ...loaderData, lang, values: { ...loaderData.values, ...actionData?.values }, errors };
  const title = t(`submit.step.${view}.${view === "content" ? kind : "title"}`);
  // On the check page an error leads to the page on which its answer can be changed.
  const summary = summaryOf(errors).map((error) =>
    checking ? { ...error, href: `${address(lang, kind, stepOf(kind, error.name), true)}#${error.name}` } : error,
  );
  const number = submitSteps.findIndex((name) => name === (view === "place" ? "where" : view)) + 1;
  return (
    <PublicPage
      enhanced
      title={`${title} - ${t(`submit.name.${kind}`)}`}
      description={t(`choose.hint.${kind}`)}
      invalid={invalid}
      unlisted={view !== "content"}
      back={{ href: backOf(lang, kind, view, returns) }}
      languageSwitch={<LanguageButton lang={lang} />}
    >
      <ErrorSummary errors={summary} />
      {actionData?.problem && <ProblemNotice problem={actionData.problem} lang={lang} />}
      <p className="muted step-counter">{t(`submit.name.${kind}`)}</p>
      {number > 0 && <StepCounter step={number} of={submitSteps.length} />}
      <h1>{title}</h1>
      {loaderData.resumed && !actionData && (
        <Notice>
          <p>{t("submit.resumed")}</p>
          <Button variant="quiet" form="submission" name="act" value="discard">
            {t("submit.discard")}
          </Button>
        </Notice>
      )}
      {loaderData.none && view === "where" && !actionData && <Notice>{t("submit.placeNone")}</Notice>}
      <form id="submission" className="column" method="post" action={address(lang, kind, view, returns)} noValidate>
        {view !== "all" && <input type="hidden" name="step" value={view} />}
        {returns && <input type="hidden" name="return" value="check" />}
        {loaderData.started && <input type="hidden" name="started" value={loaderData.started} />}
        {checking && <input type="hidden" name="key" value={loaderData.draftKey} />}
        <StepBody view={view} step={step} />
        <TrapField name={TRAP} />
        <Button icon={checking || view === "all" ? "send" : undefined}>
          {t(checking || view === "all" ? `submit.send.${kind}` : returns ? "submit.save" : "submit.continue")}
        </Button>
      </form>
    </PublicPage>
  );
}

function StepBody({ view, step }: { view: View; step: StepProps }) {
  switch (view) {
    case "content":
    case "who":
      return <FieldsStep {...step} step={view} />;
    case "where":
      return <WhereStep {...step} />;
    case "place":
      return <PlaceStep {...step} />;
    case "check":
      return <CheckStep {...step} />;
    case "all":
      return askingSteps.map((name) => <FieldsStep key={name} {...step} step={name} />);
  }
}

/**
 * Saves what is typed and shows the same step in the other language. Enter in a
 * field presses the form's first button of the whole page, so a plain one goes
 * before it.
 */
function LanguageButton({ lang }: { lang: Lang }) {
  const { t } = useTranslation("public");
  const other = otherLanguage[lang];
  return (
    <>
      <button type="submit" form="submission" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <button type="submit" form="submission" name="switch" value={other} lang={other}>
        {t(`languageName.${other}`)}
      </button>
    </>
  );
}

function ProblemNotice({ problem, lang }: { problem: Problem; lang: Lang }) {
  const { t } = useTranslation("public");
  return (
    <Notice tone="warning" live title={t(`problem.${problem}.title`)}>
      <p>{t(`problem.${problem}.text`)}</p>
      {problem === "already-sent" && (
        <p>
          <a href={`/${lang}/receipt`}>{t("receipt.open")}</a>
        </p>
      )}
    </Notice>
  );
}

function backOf(lang: Lang, kind: Kind, view: View, returns: boolean): string {
  if (view === "place") return address(lang, kind, "where", returns);
  if (returns) return address(lang, kind, "check");
  if (view === "where") return address(lang, kind, "content");
  if (view === "who") return address(lang, kind, "where");
  if (view === "check") return address(lang, kind, "who");
  return `/${lang}/submit`;
}
