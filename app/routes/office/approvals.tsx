import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/approvals";
import { findCase } from "../../../db/cases.ts";
import { approveAnswer } from "../../commands/approve-answer.ts";
import { returnAnswer, returnInput } from "../../commands/return-answer.ts";
import { caseRef } from "../../commands/steps/open-case.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { returnReasons } from "../../domain/answer-flags.ts";
import { readCaseCode } from "../../domain/case-code.ts";
import type { RefusalCode } from "../../domain/refusal.ts";
import { mayEver } from "../../domain/permissions.ts";
import { type ApprovalCard, loadApprovals, pickedTogether } from "../../http/approvals-page.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { getI18n } from "../../i18n.ts";
import { ApprovalCardView, useReturnProblem } from "./parts/approval-card.tsx";
import { BatchApproval } from "./parts/batch-approval.tsx";
import { DoneNotice, doneOf } from "./parts/done-notice.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { WaitingExtensions } from "./parts/waiting-extensions.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  if (!mayEver(context.get(actorContext), "approve")) throw notFound();
  const cursor = url.searchParams.get("cursor");
  return { ...(await loadApprovals(context, cursor)), first: cursor === null, done: doneOf(url) };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "approve")) throw notFound();
  const form = await request.formData();
  const act = form.get("_act");
  if (act === "batch") return approveTogether(context, form.getAll("pick").map(String));
  const code = readCaseCode(String(form.get("code") ?? "")) ?? "";
  const version = Number(form.get("version")) || 0;
  const reason = reasonOf(context.get(langContext), form);
  const done =
    act === "return"
      ? await attempt(context, returnAnswer, returnInput, { code, version, reason })
      : await attempt(context, approveAnswer, caseRef, { code, version });
  if (done.ok) return redirect(`/office/approvals?done=${act === "return" ? "return" : "approve"}&of=${code}`, 303);
  const typed = String(form.get("reason") ?? "");
  const chips = form.getAll("chip").map(String);
  const refusal = done.refusal ?? null;
  return data({ code, errors: done.errors, refusal, typed, chips, batch: null }, done.status);
}

/** The chosen reasons in words, then what was written besides. */
function reasonOf(lang: "vi" | "en", form: FormData): string {
  const t = getI18n(lang).getFixedT(lang, "answering");
  const chosen = form.getAll("chip").map(String);
  const words = returnReasons
    .filter((reason) => reason !== "other" && chosen.includes(reason))
    .map((reason) => `${t(`approval.reason.${reason}`)}.`);
  return [...words, String(form.get("reason") ?? "")].join("\n").trim();
}

/** An answer that could not be approved with the others, and why. */
interface FailedPick {
  readonly code: string;
  readonly refusal: RefusalCode | "unavailable";
}

/** Approves each of the chosen answers by itself; what cannot be approved is told, and holds up nothing else. */
async function approveTogether(context: Route.ActionArgs["context"], typed: readonly string[]) {
  const { store } = context.get(portalContext);
  const picks = typed.slice(0, 100).map((pick) => {
    const [code = "", version = ""] = pick.split(".");
    return { code: readCaseCode(code) ?? "", version: Number(version) || 0 };
  });
  const none = { code: null, errors: {}, refusal: null, typed: "", chips: [] as string[] };
  if (picks.length === 0) return data({ ...none, batch: { problem: "none" as const, failed: [], approved: 0 } }, 422);
  if (!(await pickedTogether(context, picks, (code) => findCase(store.read, code))))
    return data({ ...none, batch: { problem: "mixed" as const, failed: [], approved: 0 } }, 422);
  const failed: FailedPick[] = [];
  for (const pick of picks) {
    const done = await attempt(context, approveAnswer, caseRef, pick).catch(() => null);
    if (!done?.ok) failed.push({ code: pick.code, refusal: done?.refusal ?? "wrong-state" });
  }
  const approved = picks.length - failed.length;
  return data({ ...none, batch: { problem: null, failed, approved } }, failed.length > 0 ? 409 : 200);
}

export default function Approvals({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["answering", "office"]);
  const { cards, nextCursor, first, done, outcomeFields, extensions } = loaderData;
  const problemOf = useReturnProblem();
  const batch = actionData?.batch ?? null;
  const refused = actionData && !batch ? actionData : null;
  const known = refused !== null && cards.some(({ code }) => code === refused.code);
  const problem = known ? problemOf(refused.errors) : null;
  return (
    <>
      <PageTitle invalid={refused !== null || (batch !== null && batch.problem !== null)}>
        {t("approval.title")}
      </PageTitle>
      <ErrorSummary
        errors={problem ? [{ name: "reason", id: `${problem.field}-${refused?.code}`, message: problem.message }] : []}
      />
      {!actionData && <DoneNotice done={done} />}
      {batch?.problem && (
        <Notice tone="warning" live>
          {t(`approval.${batch.problem}`)}
        </Notice>
      )}
      {batch && !batch.problem && <BatchResult approved={batch.approved} failed={batch.failed} />}
      {refused?.refusal && (
        <Notice tone="warning" title={t(`office:refusal.${refused.refusal}.title`)} live>
          <p>{t(`office:refusal.${refused.refusal}.text`)}</p>
          {!known && refused.typed !== "" && <p>{refused.typed}</p>}
        </Notice>
      )}
      <h1>{t("approval.title")}</h1>
      <p className="muted">{t("approval.text")}</p>
      <WaitingExtensions items={extensions} />
      {cards.length === 0 && <EmptyState title={t("approval.empty")} />}
      <BatchApproval groups={groupsOf(cards)} />
      {cards.map((card) => (
        <ApprovalCardView
          key={`${card.code} ${card.version}`}
          card={card}
          outcomeFields={outcomeFields}
          state={refused?.code === card.code ? refused : null}
        />
      ))}
      <Pagination
        newerHref={first ? null : "/office/approvals"}
        olderHref={nextCursor && `/office/approvals?cursor=${nextCursor}`}
      />
    </>
  );
}

/** Cards of one template, where there are at least two. */
function groupsOf(cards: readonly ApprovalCard[]) {
  const ids = [...new Set(cards.flatMap(({ template }) => (template ? [template.id] : [])))];
  return ids
    .map((id) => ({ id, cards: cards.filter(({ template }) => template?.id === id) }))
    .filter((group) => group.cards.length > 1);
}

function BatchResult({ approved, failed }: { approved: number; failed: readonly FailedPick[] }) {
  const { t } = useTranslation(["answering", "office"]);
  return (
    <Notice tone={failed.length > 0 ? "warning" : "success"} title={t("approval.done", { count: approved })} live>
      {failed.length > 0 && (
        <>
          <p>{t("approval.failed", { count: failed.length })}</p>
          <ul>
            {failed.map(({ code, refusal }) => (
              <li key={code}>
                <a href={`/office/cases/${code}`}>{code}</a>: {t(`office:refusal.${refusal}.title`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
