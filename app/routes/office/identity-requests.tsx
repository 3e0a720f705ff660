import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/identity-requests";
import { countOpenRequests, listRequests } from "../../../db/identity-requests.ts";
import { decideIdentity, decideIdentityInput } from "../../commands/decide-identity.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { RequestCard } from "./parts/request-card.tsx";
import { useIdentityWords } from "./parts/identity-words.ts";
import { ViewTabs } from "./parts/view-tabs.tsx";

const results = ["grant", "refuse"] as const;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (actor.kind !== "staff" || !mayEver(actor, "decide-identity")) throw notFound();
  const open = url.searchParams.get("view") !== "decided";
  const after = Number(url.searchParams.get("after")) || null;
  const { items, nextAfter } = await listRequests(store.read, actor, { open, after });
  const lang = context.get(langContext);
  const requests = items.map(({ agencyVi, agencyEn, ...item }) => ({
    ...item,
    agency: lang === "vi" ? agencyVi : agencyEn,
    own: item.staffId === actor.staffId,
  }));
  return {
    requests,
    open,
    waiting: await countOpenRequests(store.read, context.get(actorContext)),
    first: after === null,
    nextAfter,
    done: results.find((name) => name === url.searchParams.get("done")) ?? null,
  };
}

export type ShownRequest = Awaited<ReturnType<typeof loader>>["requests"][number];

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "decide-identity")) throw notFound();
  const form = await request.formData();
  const fields = formInput(form);
  const decided = await attempt(context, decideIdentity, decideIdentityInput, fields);
  if (decided.ok) return redirect(`/office/identity-requests?done=${String(fields.decision)}`, 303);
  const name = `request-${String(fields.requestId)}`;
  const { errors, refusal = null } = decided;
  return data({ form: name, errors, values: typedValues(form), refusal }, decided.status);
}

/** The custodian's desk: what is asked, by whom, why; and the decision with its reason. */
export default function IdentityRequests({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["identity", "office"]);
  const { requests, open, waiting, first, nextAfter, done } = loaderData;
  const { errors } = useIdentityWords(actionData?.form ?? "", actionData);
  const here = open ? "/office/identity-requests" : "/office/identity-requests?view=decided";
  return (
    <>
      <PageTitle invalid={actionData !== undefined}>{t("requests.title")}</PageTitle>
      <ErrorSummary errors={errors} />
      {actionData?.refusal && (
        <Notice
          tone="warning"
          live
          title={t(`requests.refusal.${actionData.refusal === "unavailable" ? "unavailable" : "gone"}`)}
        />
      )}
      {done && !actionData && (
        <Notice tone="success" live first>
          {t(`requests.done.${done}`)}
        </Notice>
      )}
      <h1>{t("requests.title")}</h1>
      <p className="muted">{t("requests.lead")}</p>
      <ViewTabs
        label={t("requests.views")}
        tabs={[
          {
            key: "open",
            href: "/office/identity-requests",
            label: t("requests.open"),
            current: open,
            ...(waiting ? { count: waiting >= 100 ? "99+" : String(waiting) } : {}),
          },
          {
            key: "decided",
            href: "/office/identity-requests?view=decided",
            label: t("requests.decided"),
            current: !open,
          },
        ]}
      />
      {requests.length === 0 && <EmptyState title={t(open ? "requests.none" : "requests.noneDecided")} />}
      <ul className="plain-list">
        {requests.map((item) => (
          <RequestCard key={item.id} item={item} state={actionData ?? null} />
        ))}
      </ul>
      <Pagination
        newerHref={first ? null : here}
        olderHref={nextAfter === null ? null : `${here}${open ? "?" : "&"}after=${nextAfter}`}
      />
    </>
  );
}
