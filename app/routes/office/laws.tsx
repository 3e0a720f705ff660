import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/laws";
import { saveLaw, saveLawInput } from "../../commands/save-law.ts";
import { SearchForm } from "../../components/filter-form.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { loadLaws } from "../../http/laws-page.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { LawForm } from "./parts/law-form.tsx";
import { LawHistory, LawList } from "./parts/law-list.tsx";
import { PageOutcome } from "./parts/page-outcome.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const page = await loadLaws(context, context.get(actorContext), url);
  return { ...page, saved: url.searchParams.has("saved") };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-laws")) throw notFound();
  const form = await request.formData();
  const attempted = await attempt(context, saveLaw, saveLawInput, formInput(form));
  if (attempted.ok) {
    const query = new URLSearchParams({ law: attempted.value.key, saved: "" });
    return redirect(`/office/laws?${query}`, 303);
  }
  const { errors, status, refusal = null } = attempted;
  const { version: _version, key: _key, ...values } = typedValues(form);
  return data({ form: "law", errors, values, refusal }, status);
}

/** The legal documents against which answers and templates are checked, from when until when each is in force. */
export default function Laws({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["laws"]);
  const state = actionData ?? null;
  const { laws, agencies, opened, saved, q, first, nextCursor } = loaderData;
  const title = opened ? opened.wording : t("title");
  return (
    <>
      <PageOutcome title={title} state={state} form="law" done={saved ? t("saved") : null} />
      {opened && (
        <p>
          <Link to="/office/laws">{t("all")}</Link>
        </p>
      )}
      <h1>{title}</h1>
      {opened ? (
        <>
          <section className="column">
            <LawForm key={`${opened.key} ${opened.version}`} law={opened} agencies={agencies} state={state} />
          </section>
          <LawHistory law={opened} />
        </>
      ) : (
        <>
          <p className="column">{t("about")}</p>
          <div className="moves column">
            <Disclosure id="add-law" summary={t("add")} open={state !== null}>
              <LawForm law={null} agencies={agencies} state={state} />
            </Disclosure>
          </div>
          <SearchForm action="/office/laws" label={t("search")} hint={t("searchHint")} value={q} />
          {laws.length === 0 ? <EmptyState title={t("none")} /> : <LawList laws={laws} />}
          <Pagination
            newerHref={first ? null : "/office/laws"}
            olderHref={nextCursor && `/office/laws?${new URLSearchParams({ cursor: nextCursor })}`}
          />
        </>
      )}
    </>
  );
}
