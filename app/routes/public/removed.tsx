import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/data-table.tsx";
import { dateWords } from "../../components/date-words.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import type { Lang } from "../../domain/case-kind.ts";
import { listTakedowns } from "../../../db/takedowns.ts";
import { langContext, portalContext } from "../../http/context.ts";
import type { Route } from "./+types/removed";
import { PublicPage } from "./public-page.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const lang = context.get(langContext);
  const cursor = new URL(request.url).searchParams.get("cursor");
  const { items, nextCursor } = await listTakedowns(store.read, cursor);
  return {
    lang,
    first: cursor === null,
    nextCursor,
    items: items.map(({ agency, ...line }) => ({
      ...line,
      agency: (lang === "en" ? agency?.nameEn : agency?.nameVi) ?? "",
    })),
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** A legal ground as the editor wrote it; the page says where that is not in its own language. */
function Ground({ text, lang }: { text: string; lang: Lang }) {
  const { t, i18n } = useTranslation(["publishing", "public"]);
  if (lang === i18n.language) return text;
  return (
    <>
      <bdi lang={lang}>{text}</bdi>{" "}
      <span className="muted">{t("removed.groundIn", { language: t(`public:languageIn.${lang}`) })}</span>
    </>
  );
}

/** What was taken down or masked later, when and why; never which case. */
export default function Removed({ loaderData: { items, first, nextCursor, lang } }: Route.ComponentProps) {
  const { t } = useTranslation(["publishing", "public"]);
  const { t: furniture } = useTranslation("furniture");
  const home = `/${lang}/cases/removed`;
  return (
    <PublicPage
      title={t("removed.title")}
      description={t("removed.description")}
      back={{ href: `/${lang}/cases`, label: t("public:case.backToList") }}
    >
      <h1>{t("removed.title")}</h1>
      <p className="lead">{t("removed.lead")}</p>
      {items.length === 0 ? (
        <EmptyState title={t("removed.none")} />
      ) : (
        <DataTable
          cards
          label={t("removed.title")}
          rows={items}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: "day",
              header: t("removed.day"),
              nowrap: true,
              cell: ({ day }) => dateWords(day, "short", furniture),
            },
            { key: "what", header: t("removed.what"), cell: ({ act }) => t(`removed.act.${act}`) },
            { key: "kind", header: t("removed.kind"), cell: ({ kind }) => t(`public:submit.name.${kind}`) },
            { key: "why", header: t("removed.why"), cell: ({ category }) => t(`category.${category}`) },
            {
              key: "ground",
              header: t("removed.ground"),
              cell: ({ ground, groundLang }) => ground && <Ground text={ground} lang={groundLang ?? "vi"} />,
            },
            { key: "agency", header: t("removed.agency"), cell: ({ agency }) => agency },
          ]}
        />
      )}
      <Pagination newerHref={first ? null : home} olderHref={nextCursor && `${home}?cursor=${nextCursor}`} />
    </PublicPage>
  );
}
