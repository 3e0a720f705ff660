import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/consults";
import { agencyNames } from "../../../db/agencies.ts";
import { listWaitingConsults } from "../../../db/consults.ts";
import { CodeText } from "../../components/code-text.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { isLateConsult } from "../../domain/consult.ts";
import { lastDay } from "../../domain/deadlines.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { DoneNotice, doneOf } from "./parts/done-notice.tsx";
import { PageTitle } from "./parts/page-title.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  if (actor.kind !== "staff" || !mayEver(actor, "answer-consult")) throw notFound();
  const cursor = url.searchParams.get("cursor");
  const { items, nextCursor } = await listWaitingConsults(store.read, actor, { cursor });
  const names = await agencyNames(
    store.read,
    items.map(({ consult }) => consult.askedByAgencyId),
  );
  return {
    nextCursor,
    first: cursor === null,
    done: doneOf(url),
    items: items.map(({ consult, code, title, lang: textLang, dueAt }) => {
      const asker = names.get(consult.askedByAgencyId);
      return {
        id: consult.id,
        code,
        title,
        lang: textLang,
        asker: (lang === "vi" ? asker?.nameVi : asker?.nameEn) ?? "",
        question: consult.question,
        askedAt: consult.askedAt,
        dueOn: lastDay(consult.dueAt),
        caseDueOn: lastDay(dueAt),
        late: isLateConsult(consult, clock()),
      };
    }),
  };
}

/** What lead agencies ask this one, the first due first. */
export default function Consults({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("answering");
  const { items, nextCursor, first, done } = loaderData;
  return (
    <>
      <PageTitle>{t("consult.inbox")}</PageTitle>
      <DoneNotice done={done} />
      <h1>{t("consult.inbox")}</h1>
      <p className="muted">{t("consult.inboxText")}</p>
      {items.length === 0 && <EmptyState title={t("consult.empty")} />}
      <ol className="consults">
        {items.map((item) => (
          <li key={item.id}>
            <article className={item.late ? "consult consult--late" : "consult"}>
              <h2>{t("consult.from", { agency: item.asker })}</h2>
              <p className="card__meta">
                <CodeText>{item.code}</CodeText>
                <span lang={item.lang}>{item.title}</span>
              </p>
              <LangText text={item.question} lang="vi" />
              <p className="card__meta">
                <span className="strong">
                  {t("consult.due")}: <Time value={item.dueOn} />
                </span>
                {item.late && <span className="badge badge--late">{t("consult.late")}</span>}
                <span>
                  {t("consult.asked")} <Time value={item.askedAt} />
                </span>
                <span>
                  {t("consult.caseDue")}: <Time value={item.caseDueOn} />
                </span>
              </p>
              <p>
                <Link to={`/office/cases/${item.code}#consults`}>
                  {t("consult.open")}
                  <span className="visually-hidden"> {item.code}</span>
                </Link>
              </p>
            </article>
          </li>
        ))}
      </ol>
      <Pagination
        newerHref={first ? null : "/office/consults"}
        olderHref={nextCursor && `/office/consults?cursor=${nextCursor}`}
      />
    </>
  );
}
