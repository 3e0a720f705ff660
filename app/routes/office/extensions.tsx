import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/extensions";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { actorContext } from "../../http/context.ts";
import { loadExtensions } from "../../http/extensions-page.ts";
import { notFound } from "../../http/perform.ts";
import { BudgetTable } from "./parts/budget-table.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { SignedList } from "./parts/signed-list.tsx";
import { ViewTabs } from "./parts/view-tabs.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  if (actor.kind !== "staff") throw notFound();
  return loadExtensions(context, actor, url);
}

/** How many extensions agencies have signed of what they may, and each of them. */
export default function Extensions({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("extensions");
  const { year, years, agency, seesAll, seesCases, items, nextCursor, first } = loaderData;
  const here = (more: Record<string, string>) =>
    `/office/extensions?${new URLSearchParams({ year, ...(agency ? { agency: String(agency.id) } : {}), ...more })}`;
  const title = agency ? t("titleOf", { agency: agency.name }) : t("title");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {seesAll && agency && (
        <p>
          <Link to={`/office/extensions?year=${year}`}>{t("all")}</Link>
        </p>
      )}
      <h1>{title}</h1>
      <p className="column">
        {t("about")} <Link to="/office/clock-rules">{t("rules")}</Link>
      </p>
      <ViewTabs
        label={t("year")}
        tabs={years.map((one) => ({ key: one, href: here({ year: one }), label: one, current: one === year }))}
      />
      <BudgetTable page={loaderData} />
      {seesCases && (
        <section>
          <h2>{t("signed", { year })}</h2>
          {items.length === 0 ? (
            <EmptyState title={t("none")} />
          ) : (
            <SignedList items={items} several={agency === null} />
          )}
          <Pagination newerHref={first ? null : here({})} olderHref={nextCursor && here({ cursor: nextCursor })} />
        </section>
      )}
    </>
  );
}
