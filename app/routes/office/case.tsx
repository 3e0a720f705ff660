import { memo } from "react";
import { useTranslation } from "react-i18next";
import { data, type ShouldRevalidateFunctionArgs } from "react-router";
import type { Route } from "./+types/case";
import type { ReporterIdentity } from "../../../db/reporters.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { readCaseCode } from "../../domain/case-code.ts";
import { portalContext } from "../../http/context.ts";
import { findCasework, isCasework } from "../../http/casework.ts";
import { afterAct, caseworkErrors, caseworkInput } from "../../http/casework-form.ts";
import { loadCasePage } from "../../http/case-page.ts";
import { dropEvidence, readActForm } from "../../http/evidence-form.ts";
import { versionOf } from "../../http/made-version.ts";
import { filledForm } from "../../http/fill-form.ts";
import { typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { withTemplate } from "../../http/template-forms.ts";
import { checkedProposal, reviewOfForm } from "../../http/proposing-form.ts";
import { previewAct } from "../../http/preview.ts";
import { forgetPage, pageOf } from "./console/case-pages.ts";
import { citationWords, keptDraft } from "../../http/answering-page.ts";
import { textsOfAnswer } from "../../../db/citations.ts";
import { AnswerForm } from "./parts/answer-form.tsx";
import { CollectiveBox } from "./parts/collective-box.tsx";
import { CampaignBox } from "./parts/campaign-box.tsx";
import { ApprovalPanel } from "./parts/approval-panel.tsx";
import { AttentionBox } from "./parts/attention-box.tsx";
import { CommitmentBox } from "./parts/commitment-box.tsx";
import { ConsultBox } from "./parts/consult-box.tsx";
import { PointsBox } from "./parts/points-box.tsx";
import { CaseFiles } from "./parts/case-files.tsx";
import { CaseHead } from "./parts/case-head.tsx";
import { CasePresence } from "./parts/case-presence.tsx";
import { CaseText } from "./parts/case-text.tsx";
import { Deadlines } from "./parts/case-deadlines.tsx";
import { DisputeBox } from "./parts/dispute-box.tsx";
import { DifferencesNotice } from "./parts/differences-notice.tsx";
import { DoneNotice, doneOf } from "./parts/done-notice.tsx";
import { fieldId, useFormWords } from "./parts/form-words.ts";
import { SeenFirst } from "./parts/folded.tsx";
import { EarlierRefusals } from "./parts/earlier-refusals.tsx";
import { GivenAnswer } from "./parts/given-answer.tsx";
import { History } from "./parts/case-history.tsx";
import { Moves } from "./parts/moves.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { ObjectionBox, ProposalPanel } from "./parts/proposal-panel.tsx";
import { ProposeForm } from "./parts/publish-form.tsx";
import { RuleProposal } from "./parts/rule-proposal.tsx";
import { RefusedAct } from "./parts/refused-act.tsx";
import { SubmitterBox } from "./parts/submitter-box.tsx";
import { TaskBox } from "./parts/task-box.tsx";
import { useKeptTexts } from "./parts/use-kept-texts.ts";
import { WallBox } from "./parts/wall-box.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const page = await loadCasePage(context, params.code);
  if (!page) throw notFound();
  return { page, done: doneOf(url) };
}

export async function action({ request, params, url, context }: Route.ActionArgs) {
  const code = readCaseCode(params.code) ?? "";
  const { form, refusedFiles } = await readActForm(request, context, code);
  const inserted = await withTemplate(context, params.code, form);
  if (inserted) return data(inserted);
  const dropped = form.get("drop");
  if (typeof dropped === "string") await dropEvidence(context, code, dropped);
  const act = actOf(form, refusedFiles.length > 0);
  const entry = findCasework(act);
  if (!entry || !isCasework(act)) throw notFound();
  const filled = filledForm(act, form);
  if (filled) return data(filled);
  const input = caseworkInput(act, code, form);
  const { _act, _auto, _preview, version: typedVersion, ...values } = typedValues(form);
  const version = Number(typedVersion) || 0;
  const typed = { form: act, values, version, identity: null, saved: null };
  const outcome = Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith("o-")));
  const cited = act === "answer" ? await citationWords(context, textsOfAnswer(values.body ?? "", outcome)) : null;
  if (form.has("_preview")) {
    const tried = await previewAct(context, act, code, input);
    if (tried.ok) return data({ ...typed, errors: {}, refusal: null, preview: tried.preview });
    const errors = caseworkErrors(act, form, tried.errors);
    return data({ ...typed, errors, refusal: tried.refusal, preview: null }, tried.refusal ? 409 : 422);
  }
  const checked = await checkedProposal(context, act, code, form, typed);
  if (checked) return data(checked);
  const done = await attempt(context, entry.command, entry.schema, input);
  if (!done.ok) {
    const errors = caseworkErrors(act, form, done.errors);
    const review = await reviewOfForm(context, act, code, form);
    return data({ ...typed, errors, refusal: done.refusal ?? null, preview: null, cited, review }, done.status);
  }
  // What was typed is kept; the files that could not be taken are said beside their field.
  if (refusedFiles.length > 0) return data({ ...typed, errors: {}, refusal: null, cited, refusedFiles }, 422);
  const now = context.get(portalContext).clock();
  if (act === "reveal") {
    const identity = done.value as ReporterIdentity | null;
    return data({ form: act, errors: {}, values: {}, refusal: null, identity, saved: now });
  }
  if (form.has("_auto")) {
    const kept = act === "draft" ? await keptDraft(context, code) : null;
    return data({ form: act, errors: {}, values: {}, refusal: null, identity: null, saved: now, kept });
  }
  return afterAct(context, act, code, url.searchParams, versionOf(done.value));
}

/**
 * Which act was asked for. One press quotes a coordinating agency, or takes files
 * in or back, and keeps what is typed; an answer whose files were not all taken
 * is kept and not handed in.
 */
function actOf(form: FormData, filesRefused: boolean): string {
  const asked = String(form.get("_act") ?? "");
  const keeps = ["quote", "drop", "attach"].some((name) => form.has(name)) || (filesRefused && asked === "answer");
  return keeps ? "draft" : asked;
}

/** A page that the console has fetched ahead is there at once. */
export function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  const { pathname, search } = new URL(request.url);
  return pageOf(pathname + search, () => serverLoader());
}

/** What was fetched ahead of a case is of no use once something is done on it. */
export async function clientAction({ params, serverAction }: Route.ClientActionArgs) {
  try {
    return await serverAction();
  } finally {
    forgetPage(params.code);
  }
}

/** A draft kept while somebody types changes nothing that the page shows. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formData?.has("_auto") ? false : defaultShouldRevalidate;
}

export default function CasePage({ loaderData, actionData }: Route.ComponentProps) {
  return <CaseView loaderData={loaderData} actionData={actionData} />;
}

type Loaded = Pick<Route.ComponentProps, "loaderData" | "actionData">;

/** The router draws its pages anew for everything that it fetches; a case is drawn once. */
const CaseView = memo(function CaseView({ loaderData, actionData }: Loaded) {
  const { t } = useTranslation("office");
  const { t: evidence } = useTranslation("evidence");
  const { page, done } = loaderData;
  const { acts } = page;
  useKeptTexts(page.code);
  // A refused draft is the same form as a refused answer.
  const refused =
    actionData && !actionData.saved
      ? { ...actionData, form: actionData.form === "draft" ? "answer" : actionData.form }
      : null;
  const { errors: wrong } = useFormWords(refused?.form ?? "", refused);
  // Where the act is no longer possible its form is gone: what was typed is shown, not what was wrong with it.
  const gone = refused !== null && wrong.length > 0 && !acts.some((act) => act === refused.form);
  const errors = gone ? [] : wrong;
  const refusal = gone ? "wrong-state" : refused?.refusal;
  const refusedFiles = (actionData && "refusedFiles" in actionData && actionData.refusedFiles) || [];
  const fileErrors =
    refusedFiles.length > 0
      ? [{ name: "attachments", id: fieldId("answer", "attachments"), message: evidence("refused") }]
      : [];
  const approves = acts.includes("approve");
  return (
    <>
      <PageTitle
        invalid={
          refused !== null && (Object.keys(refused.errors).length + fileErrors.length > 0 || refused.refusal !== null)
        }
      >{`${page.code} ${page.title}`}</PageTitle>
      <ErrorSummary errors={[...errors, ...fileErrors]} />
      {refused && refusal && <RefusedAct page={page} state={refused} refusal={refusal} />}
      {!actionData && <DoneNotice done={done} />}
      <DifferencesNotice differences={page.differences} />
      <CaseHead page={page} />
      <CasePresence code={page.code} version={page.version} attends={acts.includes("attend")} />
      <SeenFirst key={`${page.code} ${page.version}`}>
        <div className="case-body">
          <div className="case-main">
            {approves && <ApprovalPanel page={page} state={refused} />}
            {!approves && <CaseText page={page} />}
            {!approves && <CaseFiles page={page} />}
            <DisputeBox page={page} />
            <PointsBox page={page} state={refused} />
            {acts.includes("answer-consult") && <ConsultBox page={page} state={refused} />}
            {acts.includes("answer") && (
              <AnswerForm
                page={page}
                state={refused}
                taken={refused?.refusal === "newer-draft"}
                refusedFiles={refusedFiles}
                cited={(actionData && "cited" in actionData && actionData.cited) || null}
              />
            )}
            {!approves && !acts.includes("answer") && page.answer && <GivenAnswer page={page} answer={page.answer} />}
            {!acts.includes("answer-consult") && <ConsultBox page={page} state={refused} />}
            <CommitmentBox page={page} state={refused} />
            <TaskBox page={page} state={refused} />
            {page.publishing && (
              <>
                <ObjectionBox page={page} part={page.publishing} state={refused} />
                <ProposalPanel page={page} part={page.publishing} state={refused} />
                <ProposeForm
                  page={page}
                  part={page.publishing}
                  state={refused}
                  typed={(actionData && "review" in actionData && actionData.review) || null}
                />
              </>
            )}
            {approves && <CaseText page={page} />}
            {approves && <CaseFiles page={page} />}
          </div>
          <div className="case-aside">
            <EarlierRefusals page={page} />
            <RuleProposal page={page} />
            <Moves page={page} state={refused} />
            <AttentionBox page={page} state={refused} />
            <SubmitterBox
              page={page}
              state={refused}
              identity={actionData?.identity ?? null}
              revealed={actionData?.form === "reveal" && actionData.saved !== null}
            />
            <CollectiveBox page={page} />
            <CampaignBox page={page} />
            <WallBox page={page} />
            <Deadlines page={page} />
          </div>
          <section className="case-history" aria-labelledby="history">
            <h2 id="history">{t("history.title")}</h2>
            <History page={page} />
          </section>
        </div>
      </SeenFirst>
    </>
  );
});
