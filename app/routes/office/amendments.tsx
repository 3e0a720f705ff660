import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/amendments";
import { decideAmendment, decideAmendmentInput } from "../../commands/decide-amendment.ts";
import { proposeAmendment, proposeAmendmentInput } from "../../commands/propose-amendment.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { loadAmendments } from "../../http/register-pages.ts";
import { AmendmentForm, OpenedAmendment } from "./parts/amendment-parts.tsx";
import { PageOutcome } from "./parts/page-outcome.tsx";
import { RegisterTabs, StateTabs } from "./parts/register-tabs.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  return { ...(await loadAmendments(context, url)), saved: url.searchParams.has("saved") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = context.get(actorContext);
  const form = await request.formData();
  const decides = form.has("decision");
  if (!mayEver(actor, decides ? "confirm-amendment" : "propose-amendment")) throw notFound();
  const attempted = decides
    ? await attempt(context, decideAmendment, decideAmendmentInput, formInput(form))
    : await attempt(context, proposeAmendment, proposeAmendmentInput, formInput(form));
  if (attempted.ok) return redirect(`/office/amendments?id=${attempted.value.id}&saved`, 303);
  const { errors, status, refusal = null } = attempted;
  const { id: _id, version: _version, ...values } = typedValues(form);
  return data({ form: decides ? "amendmentDecision" : "amendment", errors, values, refusal }, status);
}

/** The acts that amended reported provisions: one person records them, another confirms. */
export default function Amendments({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("register-office");
  const state = actionData ?? null;
  const { pages, opened, amendments, states, state: shown, next, first, proposes, saved } = loaderData;
  const title = opened ? opened.act : t("amendments.title");
  const tabs = states.map((one) => ({ href: `/office/amendments?state=${one}`, label: t(`amendments.state.${one}`) }));
  return (
    <>
      <PageOutcome title={title} state={state} form={state?.form ?? "amendment"} done={saved ? t("saved") : null} />
      <RegisterTabs pages={pages} here="amendments" />
      <h1>{title}</h1>
      {opened ? (
        <OpenedAmendment key={`${opened.id} ${opened.version}`} amendment={opened} state={state} />
      ) : (
        <>
          <p className="column">{t("amendments.about")}</p>
          {proposes && (
            <div className="moves column">
              <Disclosure id="add-amendment" summary={t("amendments.add")} open={state !== null}>
                <AmendmentForm amendment={null} state={state} />
              </Disclosure>
            </div>
          )}
          <StateTabs items={tabs} here={t(`amendments.state.${shown}`)} />
          {amendments.length === 0 && <EmptyState title={t("amendments.none")} />}
          <ul className="plain-list">
            {amendments.map((one) => (
              <li className="box" key={one.id}>
                <p className="strong">
                  <Link to={`/office/amendments?id=${one.id}`}>{one.act}</Link>
                </p>
                <p>{one.places.join("; ")}</p>
                <p className="card__meta">
                  <span>
                    {t("amendments.inForce")} <Time value={one.inForceOn} />
                  </span>
                  <span>{t("amendments.cases", { count: one.cases })}</span>
                  <span>{t("amendments.by", { name: one.by })}</span>
                </p>
              </li>
            ))}
          </ul>
          <Pagination
            newerHref={first ? null : `/office/amendments?state=${shown}`}
            olderHref={next && `/office/amendments?${new URLSearchParams({ state: shown, cursor: next })}`}
          />
        </>
      )}
    </>
  );
}
