import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { CardList } from "../../components/case-card.tsx";
import { useChoices } from "../../components/choices.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { ActiveFilters, FilterForm, FilterLink, SearchForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import type { Lang } from "../../domain/case-kind.ts";
import { exactFirst } from "../../domain/found.ts";
import { listPublications, textsOf } from "../../../db/publication-lists.ts";
import { findCommune, listCommunes } from "../../../db/places.ts";
import { choicesContext, langContext, portalContext, sourceContext } from "../../http/context.ts";
import { listAddress, readFilters } from "../../http/published-filters.ts";
import { allTexts } from "../../http/published-texts.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/cases";
import { filterWords, listTitle } from "./cases-filter-words.ts";
import { CaseFilters } from "./cases-filters.tsx";
import { FollowList } from "./follow-list-links.tsx";
import { PublicPage } from "./public-page.tsx";
import { summariesOf } from "./publication-model.ts";
import { PublishedCard } from "./published-card.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, clock, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const query = new URL(request.url).searchParams;
  const wait = query.get("q") ? limiter.take("search", context.get(sourceContext)) : 0;
  if (wait > 0) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const lists = await referenceLists(store, clock());
  const { filter, active, typed, unknown, commune } = await readFilters(query, lists, (code) =>
    findCommune(store.read, code),
  );
  const cursor = query.get("cursor");
  const { items, nextCursor } = await listPublications(store.read, filter, { cursor });
  const words = filter.words ?? [];
  const found = words.length > 0 ? items.map(({ id }) => id) : [];
  const texts = await textsOf(store.read, found);
  const ordered = exactFirst(items, active.q ?? "", (item) => allTexts(item, texts.get(item.id)));
  context.set(choicesContext, lists.choices[lang]);
  const province = filter.provinceCode ?? commune?.provinceCode;
  const communes = province ? await listCommunes(store.read, province) : [];
  return {
    items: summariesOf(ordered, words, lists, lang, texts),
    active,
    typed,
    unknown,
    communes: communes.map(({ code, nameVi, nameEn }) => ({ value: code, label: lang === "en" ? nameEn : nameVi })),
    older: nextCursor,
    deep: cursor !== null,
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function Cases({ loaderData }: Route.ComponentProps) {
  const { items, active, typed, unknown, communes, older, deep } = loaderData;
  const { t, i18n } = useTranslation("public");
  const { t: words } = useTranslation("finding");
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  const { q = "", ...others } = typed;
  const action = `/${lang}/cases`;
  const filtered = Object.keys(active).length > 0;
  const inForce = filterWords(i18n, active, useChoices(), communes);
  const title = listTitle(i18n, active, inForce);
  return (
    <PublicPage title={title} description={t("cases.description")} unlisted={filtered || deep}>
      <link rel="alternate" type="application/atom+xml" title={title} href={listAddress(lang, active, null, ".atom")} />
      <link
        rel="alternate"
        type="application/feed+json"
        title={title}
        href={listAddress(lang, active, null, ".json")}
      />
      <h1>{t("cases.title")}</h1>
      {unknown.length > 0 && (
        <Notice tone="warning">
          {words("unknown", { names: unknown.map((name) => words(`filter.${name}`)).join(", ") })}
        </Notice>
      )}
      <SearchForm
        action={action}
        label={t("cases.searchLabel")}
        hint={t("cases.searchHint")}
        value={q}
        hidden={others}
      />
      <FilterLink />
      <div className="aside-right">
        <div>
          <ActiveFilters
            clearHref={action}
            filters={inForce.map(({ name, words: label }) => {
              // Without its province a commune is not asked for.
              const rest = { ...active, [name]: undefined, ...(name === "province" ? { commune: undefined } : {}) };
              return { label, removeHref: listAddress(lang, rest) };
            })}
          />
          {items.length === 0 ? (
            <EmptyState title={t(filtered ? "cases.noneFound" : "cases.noneYet")}>
              {t(filtered ? "cases.noneFoundText" : "cases.noneYetText")}
            </EmptyState>
          ) : (
            <CardList label={t("cases.title")}>
              {items.map((item) => (
                <PublishedCard key={item.code} item={item} headingLevel={2} />
              ))}
            </CardList>
          )}
          <Pagination
            newerHref={deep ? listAddress(lang, active) : null}
            olderHref={older && listAddress(lang, active, older)}
          />
          <FollowList lang={lang} active={active} />
        </div>
        <FilterForm
          action={action}
          hidden={q ? { q } : {}}
          clearHref={filtered || unknown.length > 0 ? action : undefined}
        >
          <CaseFilters typed={typed} unknown={unknown} communes={communes} />
        </FilterForm>
      </div>
    </PublicPage>
  );
}
