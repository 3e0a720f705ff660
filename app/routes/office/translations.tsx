import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/translations";
import { countWork, listWork, MOST_COUNTED, workViews } from "../../../db/translation-work.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { ViewTabs } from "./parts/view-tabs.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "translate")) throw notFound();
  const view = workViews.find((name) => name === url.searchParams.get("view")) ?? "to-approve";
  const cursor = url.searchParams.get("cursor");
  const counts = await Promise.all(workViews.map((name) => countWork(store.read, actor, name)));
  return {
    view,
    first: cursor === null,
    tabs: workViews.map((name, index) => ({ name, count: counts[index] ?? 0 })),
    ...(await listWork(store.read, actor, view, { cursor })),
  };
}

/** The published cases of which something waits to be translated or approved, the longest waiting first. */
export default function Translations({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("translating");
  const { view, tabs, items, nextCursor, first } = loaderData;
  const here = (name: string) => `/office/translations?view=${name}`;
  return (
    <>
      <PageTitle>{t("list.title")}</PageTitle>
      <h1>{t("list.title")}</h1>
      <ViewTabs
        label={t("list.views")}
        tabs={tabs.map(({ name, count }) => ({
          key: name,
          href: here(name),
          label: t(`list.view.${name}`),
          current: name === view,
          count: count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count),
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={t(`list.empty.${view}`)} />
      ) : (
        <ul className="cards">
          {items.map((item) => (
            <li className="card" key={item.code}>
              <h2 className="card__title">
                <Link to={`/office/cases/${item.code}/translation`} lang={item.lang}>
                  {item.title}
                </Link>
              </h2>
              <p>{t("progress", item)}</p>
              <p className="card__meta">
                <span>{item.code}</span>
                <Time value={item.changedAt} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        newerHref={first ? null : here(view)}
        olderHref={nextCursor && `${here(view)}&cursor=${encodeURIComponent(nextCursor)}`}
      />
    </>
  );
}
