import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/provisions";
import { settleDocument, settleDocumentInput } from "../../commands/settle-document.ts";
import { Button } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { TextField } from "../../components/field.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { loadProvisions, type ProvisionsPage } from "../../http/register-pages.ts";
import { type FormState, useFormWords } from "./parts/form-words.ts";
import { PageOutcome } from "./parts/page-outcome.tsx";
import { RegisterTabs, StateTabs } from "./parts/register-tabs.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  return { ...(await loadProvisions(context, url)), saved: url.searchParams.has("saved") };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "review-provisions")) throw notFound();
  const form = await request.formData();
  const attempted = await attempt(context, settleDocument, settleDocumentInput, formInput(form));
  if (attempted.ok) return redirect(`/office/provisions?id=${attempted.value.id}&saved`, 303);
  const { errors, status, refusal = null } = attempted;
  const { id: _id, version: _version, ...values } = typedValues(form);
  return data({ form: "unknownDocument", errors, values, refusal }, status);
}

/** Documents that cases name and the portal does not know: somebody says what each is. */
export default function Provisions({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("register-office");
  const state = actionData ?? null;
  const { pages, opened, documents, states, state: shown, next, first, decides, saved } = loaderData;
  const title = opened ? opened.wording : t("provisions.title");
  const tabs = states.map((one) => ({ href: `/office/provisions?state=${one}`, label: t(`provisions.state.${one}`) }));
  return (
    <>
      <PageOutcome title={title} state={state} form="unknownDocument" done={saved ? t("saved") : null} />
      <RegisterTabs pages={pages} here="provisions" />
      <h1 lang={opened ? "vi" : undefined}>{title}</h1>
      {opened ? (
        <Opened document={opened} decides={decides} state={state} />
      ) : (
        <>
          <p className="column">{t("provisions.about")}</p>
          <StateTabs items={tabs} here={t(`provisions.state.${shown}`)} />
          {documents.length === 0 && <EmptyState title={t("provisions.none")} />}
          <ul className="plain-list">
            {documents.map((document) => (
              <li className="box" key={document.id}>
                <p className="strong">
                  <Link to={`/office/provisions?id=${document.id}`} lang="vi">
                    {document.wording}
                  </Link>
                </p>
                <p className="card__meta">
                  <span>{t("provisions.cases", { count: document.cases.length })}</span>
                  <span>
                    {t("provisions.first")} <Time value={document.firstAt} />
                  </span>
                  {document.meant && <span>{t("provisions.meant", { document: document.meant })}</span>}
                </p>
              </li>
            ))}
          </ul>
          <Pagination
            newerHref={first ? null : `/office/provisions?state=${shown}`}
            olderHref={next === null ? null : `/office/provisions?state=${shown}&before=${next}`}
          />
        </>
      )}
    </>
  );
}

interface OpenedProps {
  readonly document: NonNullable<ProvisionsPage["opened"]>;
  readonly decides: boolean;
  readonly state: FormState | null;
}

function Opened({ document, decides, state }: OpenedProps) {
  const { t } = useTranslation("register-office");
  const { field } = useFormWords("unknownDocument", state);
  const { id, version, meant, reason, cases } = document;
  const own = { id, version };
  return (
    <>
      <p>
        {t(`provisions.state.${document.state}`)}
        {meant && <>: {meant}</>}
        {reason && <>: {reason}</>}
      </p>
      <h2>{t("provisions.casesTitle")}</h2>
      <ul>
        {cases.map((item) => (
          <li key={item.id}>
            <Link to={`/office/cases/${item.code}`}>
              <CodeText>{item.code}</CodeText> <bdi>{item.title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {decides && document.state === "open" && (
        <div className="column">
          <h2>{t("provisions.map")}</h2>
          <p>{t("provisions.add")}</p>
          <form method="post" noValidate>
            <Hidden {...own} />
            <TextField {...field("document")} lang="vi" autoComplete="off" />
            <Button name="decision" value="map">
              {t("provisions.mapButton")}
            </Button>
          </form>
          <h2>{t("provisions.reject")}</h2>
          <form method="post" noValidate>
            <Hidden {...own} />
            <TextField {...field("reason")} autoComplete="off" />
            <Button variant="secondary" name="decision" value="reject">
              {t("provisions.rejectButton")}
            </Button>
          </form>
        </div>
      )}
      {decides && document.state !== "open" && (
        <form method="post">
          <Hidden {...own} />
          <Button variant="secondary" name="decision" value="open">
            {t("provisions.openButton")}
          </Button>
        </form>
      )}
    </>
  );
}

function Hidden({ id, version }: { id: number; version: number }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
