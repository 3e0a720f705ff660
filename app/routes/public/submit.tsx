import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TrapField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { StepCounter } from "../../components/step-counter.tsx";
import type { Lang } from "../../domain/case-kind.ts";
import { localDate } from "../../domain/calendar.ts";
import { fieldsOf, flowOf, stepOf, stepsOf } from "../../domain/form-steps.ts";
import { isKind, takesCoAuthors } from "../../domain/forms.ts";
import { listCoAuthors } from "../../../db/co-authors.ts";
import { draftDays, findDraft, resumeCodeOf, type StoredDraft } from "../../../db/drafts.ts";
import { answerPrint, isShared } from "../../../db/draft-members.ts";
import { findReceipt } from "../../../db/form-receipts.ts";
import { findCommune, type PlaceMatch } from "../../../db/places.ts";
import type { Store } from "../../../db/store.server.ts";
import { challengeFor } from "../../http/admission.ts";
import { answeredContext, choicesContext, langContext, portalContext } from "../../http/context.ts";
import { readFormToken, signMoment } from "../../http/form-session.ts";
import { formSender, listSent } from "../../http/own-files.ts";
import { notFound } from "../../http/perform.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/submit";
import { useFieldWords } from "../../components/field-words.ts";
import { findPlaces } from "./places.ts";
import { PublicPage } from "./public-page.tsx";
import { handleSubmission } from "./submission.ts";
import { address, openingView, SEEN, shareAddress, stepOfView, TRAP, type View, viewOf } from "./submission-address.ts";
import { CoAuthors, shownCoAuthor } from "./co-authors-part.tsx";
import { Theirs } from "./saved-draft.tsx";
import { AllFiles, CheckFiles, useFileErrors } from "./submission-files.tsx";
import { backOf, FormButtons, Keeper, LanguageButton, ProblemNotice, StepBody } from "./submit-parts.tsx";
import type { StepProps } from "./submit-steps.tsx";
import { tasksLeft } from "./task-list.tsx";

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { kind } = params;
  if (!isKind(kind)) throw notFound();
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const answered = context.get(answeredContext);
  const now = clock();
  const query = new URL(request.url).searchParams;
  const view = viewOf(kind, query.get("step"));
  const opening = openingView(kind);
  const token = readFormToken(request, env.PUBLIC_URL);
  const lists = await referenceLists(store, now);
  const session = await readSession(store, token, now, answered);
  const { draft } = session;
  if (
    !answered &&
    !draft &&
    view !== opening &&
    view !== "all" &&
    (flowOf(kind) === "pages" || stepOfView(kind, view) === null)
  ) {
    throw redirect(view === "check" && session.sent ? `/${lang}/receipt` : address(lang, kind, opening));
  }
  const name = (item: { nameVi: string; nameEn: string }) => (lang === "en" ? item.nameEn : item.nameVi);
  context.set(choicesContext, lists.choices[lang]);
  return data({
    kind,
    view,
    returns: query.get("return") === "check",
    resumed:
      view === opening &&
      flowOf(kind) === "pages" &&
      draft !== null &&
      Object.keys(draft.answers).length > 0 &&
      query.get("return") === null,
    none: query.get("place") === "none",
    values: draft?.answers ?? {},
    draftKey: draft?.key ?? "",
    own: draft?.member === null,
    role: draft?.role ?? ("send" as const),
    seen: draft && (await isShared(store.read, draft)) ? printsOf(store, draft, view) : [],
    publicUrl: env.PUBLIC_URL,
    files: view === "check" || view === "all" ? await filesOf(context, token, answered) : [],
    days: draftDays(kind),
    saved: draft && view === "saved" ? { code: resumeCodeOf(store.read, draft), expiresAt: draft.expiresAt } : null,
    today: localDate(now),
    started: draft ? "" : signMoment(store.read.keys, now),
    challenge: view === "check" ? challengeFor(context, token) : "",
    hasDraft: draft !== null,
    coAuthors: session.coAuthors.map((coAuthor) => shownCoAuthor(coAuthor)),
    commune: session.commune ? name(session.commune) : "",
    places:
      view === "place" && draft
        ? (await placesOf(store, draft.answers, answered)).map((match) => placeChoice(match, lang))
        : [],
  });
}

/** The files that the session has sent so far. */
async function filesOf(context: Route.LoaderArgs["context"], token: string | null, answered: boolean) {
  const portal = context.get(portalContext);
  try {
    return await listSent(portal, await formSender(portal, token));
  } catch (error) {
    if (!answered) throw error;
    return [];
  }
}

/** The session's draft. After an action has answered, a database out of reach must not cost what was typed. */
async function readSession(store: Store, token: string | null, now: Date, answered: boolean) {
  try {
    const draft = token ? await findDraft(store.read, token, now) : null;
    const sent = token && !draft ? (await findReceipt(store.read, token, now)) !== null : false;
    const code = draft?.answers.communeCode;
    const coAuthors = draft && takesCoAuthors(draft.kind) ? await listCoAuthors(store.read, draft.id) : [];
    return { draft, sent, coAuthors, commune: code ? await findCommune(store.read, code) : null };
  } catch (error) {
    if (!answered) throw error;
    return { draft: null, sent: false, coAuthors: [], commune: null };
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

/** Prints of a step's answers as they are now, for noticing that a colleague changes them meanwhile. */
function printsOf({ read }: Store, draft: StoredDraft, view: View): [name: string, print: string][] {
  const step = stepOfView(draft.kind, view);
  const names = step === null || view === "place" ? [] : fieldsOf(draft.kind, step);
  return names.map((name) => [name, answerPrint(read, draft, name, draft.answers[name] ?? "")]);
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
  const { summaryOf, labelOf } = useFieldWords(kind);
  const { t: sharing } = useTranslation("barrier");
  const { t: robots } = useTranslation("robots");
  const view = actionData?.view ?? loaderData.view;
  const errors = actionData?.errors ?? {};
  const returns = actionData?.returns ?? loaderData.returns;
  const checking = view === "check";
  const refusedFiles = actionData?.refusedFiles ?? [];
  const fileErrors = useFileErrors(refusedFiles);
  const invalid = Object.keys(errors).length > 0 || fileErrors.length > 0;
  const step: StepProps = { ...loaderData, lang, values: { ...loaderData.values, ...actionData?.values }, errors };
  const title = t([`submit.step.${view}.${kind}`, `submit.step.${view}.title`]);
  // On the check page an error leads to the page on which its answer can be changed.
  const summary = summaryOf(errors).map((error) =>
    checking ? { ...error, href: `${address(lang, kind, stepOf(kind, error.name), true)}#${error.name}` } : error,
  );
  const asking = stepOfView(kind, view);
  const steps = stepsOf(kind);
  const number =
    flowOf(kind) === "tasks" ? 0 : checking ? steps.length + 1 : asking === null ? 0 : steps.indexOf(asking) + 1;
  const undone = checking && flowOf(kind) === "tasks" && tasksLeft(step).length > 0;
  // A colleague goes as far as the writer of the draft allows.
  const mayGoOn = checking ? loaderData.role === "send" : loaderData.role !== "read";
  const form = { id: "submission", method: "post", action: address(lang, kind, view, returns) } as const;
  return (
    <PublicPage
      enhanced={view === "saved"}
      scripts={checking ? ["work"] : view === "saved" ? [] : ["draft"]}
      title={`${title} - ${t(`submit.name.${kind}`)}`}
      description={t(`choose.hint.${kind}`)}
      invalid={invalid}
      // Without its writer's cookie the check page leads to the first, so nothing private can be listed.
      unlisted={view !== openingView(kind) && !checking}
      back={{ href: backOf(lang, kind, view, returns) }}
      languageSwitch={<LanguageButton lang={lang} />}
    >
      <ErrorSummary errors={[...summary, ...fileErrors]} />
      {actionData?.problem && <ProblemNotice problem={actionData.problem} lang={lang} />}
      <p className="muted step-counter">{t(`submit.name.${kind}`)}</p>
      {number > 0 && <StepCounter step={number} of={steps.length + 1} />}
      <h1>{title}</h1>
      {loaderData.role !== "send" && <Notice>{sharing(`role.${loaderData.role}Notice`)}</Notice>}
      {view === openingView(kind) && kind === "barrier" && (
        <p>
          <a href={`/${lang}/submit/barrier/table`}>{sharing("table.link")}</a>
        </p>
      )}
      {Object.keys(errors)
        .filter((name) => errors[name] === "changed")
        .map((name) => (
          <Theirs key={name} label={labelOf(name)} text={loaderData.values[name] ?? ""} />
        ))}
      {loaderData.resumed && !actionData && (
        <Notice>
          <p>{t("submit.resumed", { days: loaderData.days })}</p>
          <Button variant="quiet" form="submission" name="act" value="discard">
            {t("submit.discard")}
          </Button>
        </Notice>
      )}
      {loaderData.none && view === "where" && !actionData && <Notice>{t("submit.placeNone")}</Notice>}
      <form {...form} className="column" encType={view === "all" ? "multipart/form-data" : undefined} noValidate>
        {view !== "all" && <input type="hidden" name="step" value={view} />}
        {returns && <input type="hidden" name="return" value="check" />}
        {loaderData.seen.map(([name, print]) => (
          <input key={name} type="hidden" name={`${SEEN}${name}`} value={print} />
        ))}
        {loaderData.started && <input type="hidden" name="started" value={loaderData.started} />}
        {checking && <input type="hidden" name="key" value={loaderData.draftKey} />}
        {(asking !== null || view === "all") && view !== "place" && <Keeper kind={kind} />}
        <StepBody view={view} step={step} saved={loaderData.saved} />
        {view === "who" && takesCoAuthors(kind) && <CoAuthors {...step} publicUrl={loaderData.publicUrl} />}
        {checking && <CheckFiles kind={kind} lang={lang} files={loaderData.files} />}
        {view === "all" && <AllFiles files={loaderData.files} refused={refusedFiles} />}
        <TrapField name={TRAP} />
        {loaderData.challenge && <proof-of-work challenge={loaderData.challenge} words={robots("wait")} hidden />}
        {view === "saved" ? (
          <p>
            <a href={address(lang, kind, openingView(kind))}>{t("submit.saved.goOn")}</a>
            {loaderData.own && (
              <>
                {" · "}
                <a href={shareAddress(lang, kind)}>{sharing("share.link")}</a>
              </>
            )}
          </p>
        ) : (
          mayGoOn && (
            <FormButtons kind={kind} view={view} returns={returns} undone={undone} hasDraft={loaderData.hasDraft} />
          )
        )}
      </form>
    </PublicPage>
  );
}
