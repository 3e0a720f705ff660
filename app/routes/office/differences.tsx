import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/differences";
import { settleDifference, settleDifferenceInput } from "../../commands/settle-difference.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { TextField } from "../../components/field.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { OutcomeBadge } from "../../components/status-badge.tsx";
import { Time } from "../../components/time.tsx";
import { UntranslatedMark } from "../../components/untranslated.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { type DifferencesPage, loadDifferences } from "../../http/register-pages.ts";
import { type FormState, useFormWords } from "./parts/form-words.ts";
import { PageOutcome } from "./parts/page-outcome.tsx";
import { RegisterTabs, StateTabs } from "./parts/register-tabs.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  return { ...(await loadDifferences(context, url)), saved: url.searchParams.has("saved") };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "settle-difference")) throw notFound();
  const form = await request.formData();
  const attempted = await attempt(context, settleDifference, settleDifferenceInput, formInput(form));
  if (attempted.ok) return redirect("/office/differences?state=settled&saved", 303);
  const { errors, status, refusal = null } = attempted;
  const { settledWith = "" } = typedValues(form);
  return data({ form: "difference", errors, values: { settledWith }, refusal }, status);
}

/** Provisions that two agencies answered differently, for the ministry in charge to settle. */
export default function Differences({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("register-office");
  const state = actionData ?? null;
  const { pages, opened, differences, settled, next, first, saved } = loaderData;
  const title = opened ? opened.provision : t("differences.title");
  const here = `/office/differences${settled ? "?state=settled" : ""}`;
  const tabs = [
    { href: "/office/differences", label: t("differences.open") },
    { href: "/office/differences?state=settled", label: t("differences.settled") },
  ];
  return (
    <>
      <PageOutcome title={title} state={state} form="difference" done={saved ? t("saved") : null} />
      <RegisterTabs pages={pages} here="differences" />
      <h1>{title}</h1>
      {opened ? (
        <Opened difference={opened} state={state} />
      ) : (
        <>
          <p className="column">{t("differences.about")}</p>
          <StateTabs items={tabs} here={t(settled ? "differences.settled" : "differences.open")} />
          {differences.length === 0 && <EmptyState title={t("differences.none")} />}
          <ul className="plain-list">
            {differences.map((one) => (
              <li className="box" key={one.id}>
                <p className="strong">
                  <Link to={`/office/differences?id=${one.id}`}>{one.provision}</Link>
                </p>
                <ul>
                  {one.answers.map(({ code, agency, outcomeKind }) => (
                    <li key={code}>
                      {agency} {outcomeKind && <OutcomeBadge outcome={outcomeKind} />}
                    </li>
                  ))}
                </ul>
                <p className="card__meta">
                  <span>{t("differences.charge", { agency: one.drafter ?? t(nobodyIn(one)) })}</span>
                  <span>
                    {t("differences.since")} <Time value={one.since} />
                  </span>
                  {one.settledWith && <span>{t("differences.with", { reference: one.settledWith })}</span>}
                </p>
              </li>
            ))}
          </ul>
          <Pagination
            newerHref={first ? null : here}
            olderHref={next === null ? null : `${here}${settled ? "&" : "?"}before=${next}`}
          />
        </>
      )}
    </>
  );
}

const nobodyIn = ({ drafterEnded }: DifferencesPage["differences"][number]) =>
  drafterEnded ? "differences.ended" : "differences.nobody";

interface OpenedProps {
  readonly difference: NonNullable<DifferencesPage["opened"]>;
  readonly state: FormState | null;
}

function Opened({ difference, state }: OpenedProps) {
  const { t, i18n } = useTranslation("register-office");
  const { field } = useFormWords("difference", state);
  const { id, print, href, drafter, settledWith, answers, settles } = difference;
  return (
    <>
      <p>{t("differences.charge", { agency: drafter ?? t(nobodyIn(difference)) })}</p>
      <p>
        <a href={href}>{t("differences.entry")}</a>
      </p>
      <div className="halves">
        {answers.map(({ code, agency, outcomeKind, text, lang, answeredAt }) => (
          <section className="box" key={code} aria-label={agency}>
            <h2>{agency}</h2>
            <p className="cluster">
              {outcomeKind && <OutcomeBadge outcome={outcomeKind} />}
              {answeredAt && <Time value={answeredAt} />}
            </p>
            {lang !== i18n.language && (
              <p className="small">
                <UntranslatedMark />
              </p>
            )}
            <LangText text={text} lang={lang} />
            <p>
              <a href={`/${i18n.language}/cases/${code}`}>{t("differences.case", { code })}</a>
            </p>
          </section>
        ))}
      </div>
      {settledWith && <p>{t("differences.with", { reference: settledWith })}</p>}
      {settles && !settledWith && (
        <form method="post" noValidate className="column">
          <input type="hidden" name="entryId" value={id} />
          <input type="hidden" name="print" value={print} />
          <TextField {...field("settledWith")} autoComplete="off" />
          <Button>{t("differences.settle")}</Button>
        </form>
      )}
    </>
  );
}
