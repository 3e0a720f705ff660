import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { CardList } from "../../components/case-card.tsx";
import { useChoices } from "../../components/choices.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { type Option, SelectField } from "../../components/field.tsx";
import { ActiveFilters, FilterForm, FilterLink, SearchForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { localDate } from "../../domain/calendar.ts";
import type { Lang } from "../../domain/case-kind.ts";
import { documentWording } from "../../domain/legal-wording.ts";
import { entryStates } from "../../domain/register.ts";
import { listEntries, registerDocuments } from "../../../db/register-lists.ts";
import {
  type BarrierFilterName,
  barrierFilterNames,
  barriersAddress,
  readBarrierFilters,
} from "../../http/barrier-filters.ts";
import { choicesContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/barriers";
import { EntryCard } from "./barrier-parts.tsx";
import { entryView } from "./barrier-view.ts";
import { PublicPage } from "./public-page.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const query = new URL(request.url).searchParams;
  const wait = query.get("q") ? limiter.take("search", context.get(sourceContext)) : 0;
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const lists = await referenceLists(store, now);
  const documents = await registerDocuments(store.read);
  const { filter, active, unknown, sort } = readBarrierFilters(query, lists, documents);
  const cursor = query.get("cursor");
  const today = localDate(now);
  const { items, nextCursor } = await listEntries(store.read, filter, { sort, cursor, today });
  context.set(choicesContext, lists.choices[lang]);
  return {
    items: items.map((item) => entryView(item, lang, today)),
    documents: documents.map(({ slug, law }) => ({ value: slug, label: documentWording(law, lang) })),
    active,
    unknown,
    sort,
    older: nextCursor,
    deep: cursor !== null,
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** The register of barriers: one entry for each legal provision that published cases are about. */
export default function Barriers({ loaderData }: Route.ComponentProps) {
  const { items, documents, active, unknown, sort, older, deep } = loaderData;
  const { t, i18n } = useTranslation("register");
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  const { q = "", ...others } = active;
  const action = `/${lang}/barriers`;
  const filtered = Object.keys(active).length > 0;
  const options = useFilterOptions(documents);
  const labelOf = (name: BarrierFilterName, value: string) => {
    const label = name === "q" ? `“${value}”` : options[name].find((option) => option.value === value)?.label;
    return `${t(`filter.${name}`)}: ${label ?? value}`;
  };
  return (
    <PublicPage
      title={q ? t("titleFor", { words: q }) : t("title")}
      description={t("description")}
      unlisted={filtered || deep || sort !== "newest"}
    >
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <p>
        <a href={`/${lang}/barriers/changes`}>{t("changesLink")}</a>
      </p>
      {unknown.length > 0 && (
        <Notice tone="warning">{t("unknown", { names: unknown.map((name) => t(`filter.${name}`)).join(", ") })}</Notice>
      )}
      <SearchForm
        action={action}
        label={t("searchLabel")}
        hint={t("searchHint")}
        value={q}
        hidden={sort === "newest" ? others : { ...others, sort }}
      />
      <FilterLink />
      <div className="aside-right">
        <div>
          <ActiveFilters
            clearHref={action}
            filters={barrierFilterNames.flatMap((name) => {
              const value = active[name];
              const rest = { ...active, [name]: undefined };
              return value ? [{ label: labelOf(name, value), removeHref: barriersAddress(lang, rest, sort) }] : [];
            })}
          />
          {items.length === 0 ? (
            <EmptyState title={t(filtered ? "noneFound" : "none")}>
              {t(filtered ? "noneFoundText" : "noneText")}
            </EmptyState>
          ) : (
            <CardList label={t("title")}>
              {items.map((entry) => (
                <EntryCard key={entry.href} entry={entry} />
              ))}
            </CardList>
          )}
          <Pagination
            newerHref={deep ? barriersAddress(lang, active, sort) : null}
            olderHref={older && barriersAddress(lang, active, sort, older)}
            byTime={sort === "newest"}
          />
        </div>
        <FilterForm action={action} hidden={q ? { q } : {}} clearHref={filtered ? action : undefined}>
          {barrierFilterNames.map(
            (name) =>
              name !== "q" && (
                <SelectField
                  key={name}
                  name={name}
                  id={`filter-${name}`}
                  label={t(`filter.${name}`)}
                  empty={t("all")}
                  options={options[name]}
                  defaultValue={active[name] ?? ""}
                  width="full"
                />
              ),
          )}
          <SelectField
            name="sort"
            id="filter-sort"
            label={t("sort.label")}
            options={(["newest", "reports"] as const).map((value) => ({ value, label: t(`sort.${value}`) }))}
            defaultValue={sort}
            width="full"
          />
        </FilterForm>
      </div>
    </PublicPage>
  );
}

function useFilterOptions(document: readonly Option[]): Record<Exclude<BarrierFilterName, "q">, readonly Option[]> {
  const { t } = useTranslation("register");
  const choices = useChoices();
  return {
    document,
    class: choices.obstacle_class,
    sector: choices.sector,
    province: choices.province,
    state: entryStates.map((value) => ({ value, label: t(`state.${value}`) })),
  };
}
