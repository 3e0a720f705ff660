import { createHash } from "node:crypto";
import type { Lang } from "../../domain/case-kind.ts";
import { atomFeed, type Feed, type FeedEntry, type FeedPart, feedUpdated, jsonFeed } from "../../domain/feed.ts";
import { answerStateOf } from "../../domain/published-answer.ts";
import { type Spoken, spoken, spokenTitle } from "../../domain/spoken.ts";
import {
  listPublications,
  type PublicationSummary,
  type PublicationTexts,
  textsOf,
} from "../../../db/publication-lists.ts";
import { problem } from "../../http/api-problem.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { filterQuery, listAddress } from "../../http/published-filters.ts";
import { type ReferenceLists, referenceLists } from "../../http/reference-lists.ts";
import { getI18n } from "../../i18n.ts";
import type { Route } from "./+types/cases-feed";
import { namedList } from "./named-list.ts";

const forms = {
  ".atom": { type: "application/atom+xml; charset=utf-8", write: atomFeed },
  ".json": { type: "application/feed+json; charset=utf-8", write: jsonFeed },
} as const;

/** The list of published cases with its filters as a feed: the same address as the page with an ending. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, env, clock, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const url = new URL(request.url);
  const wait = url.searchParams.get("q") ? limiter.take("search", context.get(sourceContext)) : 0;
  if (wait > 0) return problem(lang, "too-many", { headers: { "Retry-After": String(wait) } });
  const ending = url.pathname.endsWith(".json") ? ".json" : ".atom";
  const lists = await referenceLists(store, clock());
  const { filter, active, title, unknownWords } = await namedList(store.read, url.searchParams, lists, lang);
  const cursor = url.searchParams.get("cursor");
  const { items, nextCursor } = await listPublications(store.read, filter, { cursor });
  const texts = await textsOf(
    store.read,
    items.map(({ id }) => id),
  );
  const t = getI18n(lang).getFixedT(lang);
  const at = (address: string) => `${env.PUBLIC_URL}${address}`;
  const query = filterQuery(active).toString();
  const portal = t("furniture:portal.name");
  const feed: Feed = {
    id: tagOf(env.PUBLIC_URL, `${lang}/cases${query && `?${query}`}`),
    lang,
    title: `${title} - ${portal}`,
    subtitle: [t("public:cases.description"), unknownWords].filter(Boolean).join(" "),
    author: portal,
    home: at(listAddress(lang, active)),
    self: at(listAddress(lang, active, cursor, ending)),
    first: at(listAddress(lang, active, null, ending)),
    next: nextCursor === null ? null : at(listAddress(lang, active, nextCursor, ending)),
    entries: items.map((item) => entryOf(item, texts.get(item.id), lang, lists, env.PUBLIC_URL)),
  };
  const body = forms[ending].write(feed);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Content-Type": forms[ending].type,
    "Cache-Control": "public, max-age=60",
    ETag: etag,
    "Last-Modified": feedUpdated(feed).toUTCString(),
  };
  const known =
    request.headers
      .get("If-None-Match")
      ?.split(",")
      .some((tag) => tag.trim() === etag) ?? false;
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/** A tag URI (RFC 4151) of the portal: what it names is the portal's, whatever its address becomes. */
const tagOf = (publicUrl: string, name: string): string => `tag:${new URL(publicUrl).hostname},2026:${name}`;

function entryOf(
  item: PublicationSummary,
  texts: PublicationTexts | undefined,
  lang: Lang,
  lists: ReferenceLists,
  publicUrl: string,
): FeedEntry {
  const t = getI18n(lang).getFixedT(lang);
  const title = spokenTitle(item, lang);
  const question = spoken({ vi: texts?.questionVi ?? null, en: texts?.questionEn ?? null }, lang);
  const answer = spoken({ vi: texts?.answerVi ?? null, en: texts?.answerEn ?? null }, lang);
  const state = answerStateOf(item);
  const former = state === "reopened" || state === "renewed";
  const part = (heading: string, text: Spoken): FeedPart[] => {
    const mark = text.lang === lang ? "" : ` (${t("translation:mark.untranslated")})`;
    return text.text === "" ? [] : [{ ...text, heading: heading + mark }];
  };
  const field = lists.choices[lang].field.find(({ value }) => value === item.field);
  return {
    id: tagOf(publicUrl, `${lang}/cases/${item.code}`),
    url: `${publicUrl}/${lang}/cases/${item.code}`,
    title: title.lang === lang ? title.text : t("translation:untitled", { title: title.text }),
    lang: title.lang,
    parts: [
      ...part(t("public:case.questionTitle"), question),
      ...part(t(former ? "dispute:public.former" : "public:case.answerTitle"), answer),
    ],
    tags: [t(`domain:kind.${item.kind}`), t(`domain:status.${item.status}`), ...(field ? [field.label] : [])],
    published: item.publishedAt,
    updated: item.changedAt,
  };
}
