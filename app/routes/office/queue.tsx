import { useTranslation } from "react-i18next";
import { Link, redirect } from "react-router";
import type { Route } from "./+types/queue";
import { agencyNames } from "../../../db/agencies.ts";
import { findCase, scopeOf } from "../../../db/cases.ts";
import { countQueue, listQueue, type QueueRow } from "../../../db/queue.ts";
import type { QueueView } from "../../../db/queue-conditions.ts";
import { loadCalendar } from "../../../db/deadline-settings.ts";
import { type PublicationMark, publicationMarks } from "../../../db/publication-marks.ts";
import { placeWords } from "../../../db/place-words.ts";
import { listSavedViews } from "../../../db/saved-views.ts";
import { termNames } from "../../../db/terms.ts";
import { CardList, CaseCard } from "../../components/case-card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SearchForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { StandingBadge } from "../../components/standing-badge.tsx";
import { bulkActsFor } from "../../domain/bulk-acts.ts";
import { localDate } from "../../domain/calendar.ts";
import { readCaseCode } from "../../domain/case-code.ts";
import { deskStanding, lastDay, nextLimit } from "../../domain/deadlines.ts";
import { mayEver, mayView } from "../../domain/permissions.ts";
import { audiencesFor } from "../../domain/saved-view.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { addressQuery, type FilterName, isNarrowed } from "../../domain/queue-address.ts";
import { queryOf, readQueueAddress } from "../../http/queue-address.ts";
import { countLike, MOST_COUNTED, viewsFor } from "../../http/queue-views.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import { BulkBar } from "./parts/bulk-bar.tsx";
import { DoneNotice, doneOf } from "./parts/done-notice.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { QueueFilters } from "./parts/queue-filters.tsx";
import { QueueTable } from "./parts/queue-table.tsx";
import { SavedViews, SaveView } from "./parts/saved-views.tsx";
import { ViewTabs } from "./parts/view-tabs.tsx";

/** Views that only grow are not counted: their number asks nothing of anybody. */
const uncounted: readonly QueueView[] = ["all", "answered", "published"];

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  const views = viewsFor(actor);
  const address = readQueueAddress(context, url.searchParams);
  if (!address || actor.kind !== "staff") {
    if (mayEver(actor, "decide-identity")) throw redirect("/office/identity-requests", 303);
    if (mayEver(actor, "manage-people")) throw redirect("/office/people", 303);
    throw notFound();
  }
  const code = readCaseCode(address.q);
  const named = code === null ? null : await findCase(store.read, code);
  if (named && mayView(actor, scopeOf(named))) throw redirect(`/office/cases/${named.code}`, 303);

  const cursor = url.searchParams.get("cursor");
  const query = await queryOf(context, address, { cursor });
  const { items, nextCursor, common } = await listQueue(store.read, actor, query);
  const counts = await Promise.all(
    views.map(async (name) => ({
      view: name,
      count: uncounted.includes(name) ? null : await countLike(context, query, name),
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
  const marks = mayEver(actor, "propose-publication")
    ? await publicationMarks(
        store.read,
        items.map((item) => item.id),
      )
    : null;
  const rows = await Promise.all(
    items.map(async (item) => {
      const agency = item.agencyId === null ? null : agencies.get(item.agencyId);
      const field = terms.get(`field/${item.field}`);
      const calendar = await loadCalendar(store.read, item.calendarVersion);
      return {
        ...shownOf(item),
        publication: marks && publicationOf(item, marks.get(item.id)),
        place: placeOf(item),
        field: (lang === "vi" ? field?.nameVi : field?.nameEn) ?? "",
        agency: (lang === "vi" ? agency?.nameVi : agency?.nameEn) ?? "",
        standing: deskStanding(item, clock(), calendar),
      };
    }),
  );
  const narrowed = isNarrowed(address);
  const { province, agency, field, bottleneck } = (await referenceLists(store, clock())).choices[lang];
  return {
    ...address,
    query: addressQuery(address),
    /** Goes with a case, whose page keeps the list beside it. */
    caseQuery: addressQuery(address, { cursor: cursor ?? "" }),
    /** The words stand in so many cases that nobody counts them and the last filed come first. */
    common,
    found: narrowed && !common ? await countQueue(store.read, actor, query, MOST_COUNTED) : null,
    rows,
    counts,
    nextCursor,
    first: cursor === null,
    cards: actor.role === "leader",
    done: doneOf(url),
    lists: { province, agency, field, bottleneck },
    saved: (await listSavedViews(store.read, actor)).map(({ id, name, query: kept, audience }) => ({
      id,
      name,
      query: kept,
      audience,
    })),
    justSaved: url.searchParams.has("saved"),
    audiences: audiencesFor(actor),
    acts: bulkActsFor(actor),
  };
}

function shownOf(row: QueueRow) {
  const { code, kind, status, title, lang, heldReason, receivedAt, dueAt, level, version } = row;
  const triageOn = status === "submitted" && row.openParts === 0 ? lastDay(nextLimit(row)) : null;
  return {
    code,
    version,
    kind,
    status,
    title,
    lang,
    held: heldReason !== null,
    heard: row.heardAt !== null,
    taken: row.ownerId !== null,
    openParts: row.openParts,
    level,
    receivedAt,
    dueOn: lastDay(dueAt),
    triageOn,
    decideOn: status === "disputed" ? lastDay(nextLimit(row)) : null,
  };
}

/** How far the publication of a case is, for whoever edits it. */
function publicationOf({ published }: QueueRow, mark: PublicationMark | undefined) {
  return {
    published,
    proposed: (mark?.proposedAt ?? null) !== null,
    publicOn: mark?.publishAt ? localDate(mark.publishAt) : null,
    contested: (mark?.objectedAt ?? null) !== null,
  };
}

export type ShownRow = Awaited<ReturnType<typeof loader>>["rows"][number];

export default function Queue({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["office", "views"]);
  const { view, q, filter, sort, query, caseQuery, rows, counts, nextCursor, first, cards, done, saved } = loaderData;
  const { common } = loaderData;
  const address = { view, q, filter, sort };
  const narrowed = isNarrowed(address);
  const here = (more: Record<string, string>) => `/office?${addressQuery(address, more)}`;
  const without = (name?: FilterName | "q") =>
    name ? here({ [name]: "" }) : `/office?${addressQuery({ ...address, q: "", filter: {} })}`;
  const current = saved.find((one) => one.query === query);
  const title = current?.name ?? (q ? t("queue.found", { q }) : t(`view.${view}`));
  // How many cases an act on all of them would be about.
  const counted = loaderData.found ?? counts.find((one) => one.view === view)?.count ?? null;
  const everything = common ? null : counted;
  const next = counts.find((other) => other.view !== view && other.count);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <DoneNotice done={done} />
      {loaderData.justSaved && <Notice tone="success" title={t("views:savedNotice")} live />}
      <h1>{title}</h1>
      <ViewTabs
        label={t("queue.views")}
        tabs={counts.map(({ view: name, count }) => ({
          key: name,
          href: `/office?view=${name}`,
          label: t(`view.${name}`),
          current: name === view && !narrowed && !current,
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
      <SavedViews views={saved} query={query} />
      <div className="queue-tools">
        <QueueFilters view={view} q={q} sort={sort} filter={filter} lists={loaderData.lists} without={without} />
        <SaveView query={query} audiences={loaderData.audiences} />
      </div>
      {loaderData.found !== null && loaderData.found > 0 && (
        <p className="muted">
          {loaderData.found >= 1000 ? t("views:foundMany") : t("views:found", { count: loaderData.found })}
        </p>
      )}
      {common && <p className="muted">{t("views:common")}</p>}
      {rows.length > 0 && cards && (
        <CardList label={title}>
          {rows.map((row) => (
            <CaseCard
              key={row.code}
              href={`/office/cases/${row.code}?${caseQuery}`}
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
      {rows.length > 0 && !cards && (
        <form method="get" action="/office/bulk" className="bulk">
          <QueueTable
            rows={rows}
            query={caseQuery}
            label={title}
            selectable={loaderData.acts.length > 0}
            sort={common && sort === "due" ? "newest" : sort}
          />
          <BulkBar acts={loaderData.acts} query={query} found={everything} />
        </form>
      )}
      {rows.length === 0 && (
        <EmptyState title={t(narrowed ? "queue.notFound" : `empty.${view}`)}>
          {narrowed ? (
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
