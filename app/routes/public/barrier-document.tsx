import { useTranslation } from "react-i18next";
import { CardList } from "../../components/case-card.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { localDate } from "../../domain/calendar.ts";
import { documentWording } from "../../domain/legal-wording.ts";
import { entriesOfDocument } from "../../../db/register-lists.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import type { Route } from "./+types/barrier-document";
import { EntryCard } from "./barrier-parts.tsx";
import { entryView, titleOf } from "./barrier-view.ts";
import { PublicPage } from "./public-page.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const today = localDate(clock());
  const slug = params.document.slice(0, 80);
  const cursor = url.searchParams.get("cursor");
  const { items, nextCursor } = await entriesOfDocument(store.read, slug, cursor);
  const [first] = items;
  // A page past the end has nothing to show, and neither has a document that nobody reported.
  if (!first) throw notFound();
  return {
    document: documentWording(first.law, lang),
    title: titleOf(first.law, lang),
    items: items.map((item) => entryView(item, lang, today)),
    here: `/${lang}/barriers/${slug}`,
    older: nextCursor,
    deep: cursor !== null,
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

/** The reported provisions of one document, in its own order. */
export default function BarrierDocument({ loaderData }: Route.ComponentProps) {
  const { document, title, items, here, older, deep } = loaderData;
  const { t, i18n } = useTranslation("register");
  const next = older && `${here}?${new URLSearchParams({ cursor: older })}`;
  return (
    <PublicPage
      title={t("document.title", { document })}
      description={t("document.about", { document })}
      back={{ href: `/${i18n.language}/barriers`, label: t("back") }}
      unlisted={deep}
    >
      <h1>{document}</h1>
      <p className="lead">{title}</p>
      <p>{t("document.about", { document })}</p>
      <CardList label={document}>
        {items.map((entry) => (
          <EntryCard key={entry.href} entry={entry} inDocument />
        ))}
      </CardList>
      <Pagination newerHref={deep ? here : null} olderHref={next} byTime={false} />
    </PublicPage>
  );
}
