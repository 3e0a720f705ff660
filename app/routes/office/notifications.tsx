import { useTranslation } from "react-i18next";
import { Link, redirect } from "react-router";
import type { Route } from "./+types/notifications";
import { countUnread, listNotifications } from "../../../db/notifications.ts";
import { readInput, readNotifications } from "../../commands/read-notifications.ts";
import { Button } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { actorContext, portalContext } from "../../http/context.ts";
import { formInput } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { viewsFor } from "../../http/queue-views.ts";
import { PageTitle } from "./parts/page-title.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (actor.kind !== "staff" || viewsFor(actor).length === 0) throw notFound();
  const before = Number.parseInt(url.searchParams.get("before") ?? "", 10);
  const from = Number.isSafeInteger(before) ? before : null;
  const { items, nextBefore } = await listNotifications(store.read, actor, from);
  return { items, nextBefore, first: from === null, unread: await countUnread(store.read, actor) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await attempt(context, readNotifications, readInput, formInput(form));
  if (!done.ok) throw notFound();
  return redirect("/office/notifications", 303);
}

export default function Notifications({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["notifications", "domain"]);
  const { items, nextBefore, first, unread } = loaderData;
  const [newest] = items;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <h1>{t("title")}</h1>
      {unread > 0 && newest && first && (
        <form method="post" className="cluster">
          <input type="hidden" name="upTo" value={newest.id} />
          <p>{t("unread", { count: unread })}</p>
          <Button variant="secondary">{t("readAll")}</Button>
        </form>
      )}
      {items.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      <ul className="news">
        {items.map((item) => (
          <li key={item.id} className={item.read ? "news__item" : "news__item news__item--new"}>
            <p className="card__meta">
              <span className="strong">{t(`kind.${item.kind}`)}</span>
              {!item.read && <span className="badge">{t("new")}</span>}
              <Time value={item.at} format="time" />
            </p>
            <p>
              <Link to={`/office/cases/${item.code}`} lang={item.lang}>
                {item.title}
              </Link>
            </p>
            <p className="card__meta">
              <CodeText>{item.code}</CodeText>
              <span>{t(`domain:event.${item.type}`)}</span>
              <span>{item.actorName ? <bdi>{item.actorName}</bdi> : t("outside")}</span>
            </p>
            {!item.read && (
              <form method="post">
                <input type="hidden" name="id" value={item.id} />
                <Button variant="secondary">
                  {t("read")}
                  <span className="visually-hidden"> {item.code}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        newerHref={first ? null : "/office/notifications"}
        olderHref={nextBefore === null ? null : `/office/notifications?before=${nextBefore}`}
      />
    </>
  );
}
