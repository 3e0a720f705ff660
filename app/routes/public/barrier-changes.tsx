import { useTranslation } from "react-i18next";
import { CardList } from "../../components/case-card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { documentWording } from "../../domain/legal-wording.ts";
import { countCasesOf, listAmendments } from "../../../db/amendments.ts";
import { langContext, portalContext } from "../../http/context.ts";
import type { Route } from "./+types/barrier-changes";
import { PublicPage } from "./public-page.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const lang = context.get(langContext);
  const cursor = url.searchParams.get("cursor");
  const { items, nextCursor } = await listAmendments(store.read, ["published"], cursor, 10);
  const amendments = await Promise.all(
    items.map(async (amendment) => ({
      id: amendment.id,
      act: documentWording(amendment, lang),
      inForceOn: amendment.inForceOn,
      what: lang === "en" ? amendment.whatEn : amendment.whatVi,
      cases: await countCasesOf(store.read, amendment),
    })),
  );
  return { amendments, older: nextCursor, deep: cursor !== null };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** You said – we did: the acts that amended reported provisions. */
export default function BarrierChanges({ loaderData }: Route.ComponentProps) {
  const { amendments, older, deep } = loaderData;
  const { t, i18n } = useTranslation("register");
  const here = `/${i18n.language}/barriers/changes`;
  return (
    <PublicPage
      title={t("changes.title")}
      description={t("changes.description")}
      back={{ href: `/${i18n.language}/barriers`, label: t("back") }}
      unlisted={deep}
    >
      <h1>{t("changes.title")}</h1>
      <p className="lead">{t("changes.lead")}</p>
      {amendments.length === 0 ? (
        <EmptyState title={t("changes.none")}>{t("changes.noneText")}</EmptyState>
      ) : (
        <CardList label={t("changes.title")}>
          {amendments.map(({ id, act, inForceOn, what, cases }) => (
            <li className="card" key={id}>
              <h2 className="card__title">
                <a href={`${here}/${id}`}>{act}</a>
              </h2>
              <p>{what}</p>
              <p className="card__meta">
                <span>
                  {t("changes.inForce")} <Time value={inForceOn} />
                </span>
                <span>{t("changes.from", { count: cases })}</span>
              </p>
            </li>
          ))}
        </CardList>
      )}
      <Pagination
        newerHref={deep ? here : null}
        olderHref={older && `${here}?${new URLSearchParams({ cursor: older })}`}
      />
    </PublicPage>
  );
}
