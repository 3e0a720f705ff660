import { useTranslation } from "react-i18next";
import { Link, redirect } from "react-router";
import type { Route } from "./+types/queue";
import { agencyNames } from "../../../db/agencies.ts";
import { findCase, scopeOf } from "../../../db/cases.ts";
import { listQueue, type QueueRow } from "../../../db/queue.ts";
import type { QueueView } from "../../../db/queue-conditions.ts";
import { loadCalendar } from "../../../db/deadline-settings.ts";
import { placeWords } from "../../../db/place-words.ts";
import { termNames } from "../../../db/terms.ts";
import { CardList, CaseCard } from "../../components/case-card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SearchForm } from "../../components/filter-form.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { StandingBadge } from "../../components/standing-badge.tsx";
import { readCaseCode } from "../../domain/case-code.ts";
import { lastDay, standing } from "../../domain/deadlines.ts";
import { mayEver, mayView } from "../../domain/permissions.ts";
import { searchWords } from "../../domain/text.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { countView, queueQuery, viewsFor } from "../../http/queue-views.ts";
import { DoneNotice, doneOf } from "./parts/done-notice.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { QueueTable } from "./parts/queue-table.tsx";
import { ViewTabs } from "./parts/view-tabs.tsx";

/** Views that only grow are not counted: their number asks nothing of anybody. */
const uncounted: readonly QueueView[] = ["all", "answered", "published"];

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  const views = viewsFor(actor);
  const [firstView] = views;
  if (!firstView) {
    if (mayEver(actor, "decide-identity")) throw redirect("/office/identity-requests", 303);
    if (mayEver(actor, "manage-people")) throw redirect("/office/people", 303);
    throw notFound();
  }
  const asked = url.searchParams.get("view");
  const q = (url.searchParams.get("q") ?? "").slice(0, 200);
  const code = readCaseCode(q);
  const named = code === null ? null : await findCase(store.read, code);
  if (named && mayView(actor, scopeOf(named))) throw redirect(`/office/cases/${named.code}`, 303);

  const view = views.find((known) => known === asked) ?? firstView;
  const cursor = url.searchParams.get("cursor");
  const query = await queueQuery(context, view, { words: searchWords(q), cursor });
  const { items, nextCursor } = await listQueue(store.read, actor, query);
  const counts = await Promise.all(
    views.map(async (name) => ({
      view: name,
      count: uncounted.includes(name) ? null : await countView(context, name),
    })),
  );
  const agencies = await agencyNames(
    store.read,
    items.map((item) => item.agencyId),
  );
  const terms = await termNames(
    store.read,
    items.map((item) => item.field),
  );
  const placeOf = await placeWords(store.read, items, lang);
  const rows = await Promise.all(
    items.map(async (item) => {
      const agency = item.agencyId === null ? null : agencies.get(item.agencyId);
      const field = terms.get(`field/${item.field}`);
      const calendar = await loadCalendar(store.read, item.calendarVersion);
      return {
        ...shownOf(item),
        place: placeOf(item),
        field: (lang === "vi" ? field?.nameVi : field?.nameEn) ?? "",
        agency: (lang === "vi" ? agency?.nameVi : agency?.nameEn) ?? "",
        // Until it is passed on, a case stands against the limit of triage.
        standing: standing(
          item.status === "submitted" ? { ...item, dueAt: item.triageDueAt } : item,
          clock(),
          calendar,
        ),
      };
    }),
  );
  const cards = actor.kind === "staff" && actor.role === "leader";
  return { view, q, rows, counts, nextCursor, first: cursor === null, cards, done: doneOf(url) };
}

function shownOf({ code, kind, status, title, lang, heldReason, receivedAt, dueAt, triageDueAt }: QueueRow) {
  const triageOn = status === "submitted" ? lastDay(triageDueAt) : null;
  return { code, kind, status, title, lang, held: heldReason !== null, receivedAt, dueOn: lastDay(dueAt), triageOn };
}

export type ShownRow = Awaited<ReturnType<typeof loader>>["rows"][number];

export default function Queue({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("office");
  const { view, q, rows, counts, nextCursor, first, cards, done } = loaderData;
  const here = (more: Record<string, string>) =>
    `/office?${new URLSearchParams({ view, ...(q ? { q } : {}), ...more })}`;
  const title = q ? t("queue.found", { q }) : t(`view.${view}`);
  const next = counts.find((other) => other.view !== view && other.count);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <DoneNotice done={done} />
      <h1>{title}</h1>
      <ViewTabs
        label={t("queue.views")}
        tabs={counts.map(({ view: name, count }) => ({
          key: name,
          href: `/office?view=${name}`,
          label: t(`view.${name}`),
          current: name === view && !q,
          ...(count ? { count: count >= 1000 ? "999+" : String(count), late: name === "late" } : {}),
        }))}
      />
      <SearchForm
        action="/office"
        label={t("queue.search")}
        hint={t("queue.searchHint")}
        value={q}
        hidden={{ view: "all" }}
        key={q}
      />
      {rows.length > 0 && cards && (
        <CardList label={title}>
          {rows.map((row) => (
            <CaseCard
              key={row.code}
              href={`/office/cases/${row.code}?view=${view}`}
              code={row.code}
              title={row.title}
              titleLang={row.lang}
              kind={row.kind}
              status={row.status}
              place={row.place}
              at={row.receivedAt}
              badge={<StandingBadge standing={row.standing} />}
            />
          ))}
        </CardList>
      )}
      {rows.length > 0 && !cards && <QueueTable rows={rows} view={view} label={title} />}
      {rows.length === 0 && (
        <EmptyState title={t(q ? "queue.notFound" : `empty.${view}`)}>
          {q ? (
            <p>{t("queue.notFoundText")}</p>
          ) : (
            next && (
              <p>
                <Link to={`/office?view=${next.view}`}>
                  {t("queue.next", { view: t(`view.${next.view}`), count: next.count ?? 0 })}
                </Link>
              </p>
            )
          )}
        </EmptyState>
      )}
      <Pagination newerHref={first ? null : here({})} olderHref={nextCursor && here({ cursor: nextCursor })} />
    </>
  );
}
