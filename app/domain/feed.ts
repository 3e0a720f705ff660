import type { Lang } from "./case-kind.ts";

/** A text of a case under its heading, which is in the language of the feed. */
export interface FeedPart {
  readonly heading: string;
  readonly text: string;
  readonly lang: Lang;
}

/** One published case in a feed. */
export interface FeedEntry {
  /** A tag URI that stays the same for good. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** The language of the title. */
  readonly lang: Lang;
  readonly parts: readonly FeedPart[];
  readonly tags: readonly string[];
  readonly published: Date;
  readonly updated: Date;
}

/** One page of a feed. All addresses are absolute. */
export interface Feed {
  readonly id: string;
  readonly lang: Lang;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** The list as a page. */
  readonly home: string;
  readonly self: string;
  /** The first page of the feed and the one with older entries; null where this is the last. */
  readonly first: string;
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
}

/** What XML 1.0 may hold; anything else could not be read by anyone. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands in XML, between tags or in quotes. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_IN_XML, "")
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The texts of a case as HTML: each under its heading, in its language, in its paragraphs. */
function htmlOf({ parts }: FeedEntry, feedLang: Lang): string {
  const paragraphs = (text: string) =>
    text
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${xml(paragraph.trim()).replaceAll("\n", "<br>")}</p>`)
      .join("");
  return parts
    .map(
      ({ heading, text, lang }) =>
        `<h2 lang="${feedLang}">${xml(heading)}</h2>\n<div lang="${lang}">${paragraphs(text)}</div>`,
    )
    .join("\n");
}

/** When anything of the feed last changed; the beginning of time for an empty one. */
export const feedUpdated = ({ entries }: Feed): Date =>
  new Date(Math.max(0, ...entries.map((entry) => +entry.updated)));

/** A feed as Atom (RFC 4287), paged as RFC 5005 has it. */
export function atomFeed(feed: Feed): string {
  const link = (rel: string, href: string, type: string) => `<link rel="${rel}" type="${type}" href="${xml(href)}"/>`;
  const atom = "application/atom+xml";
  const head = [
    `<id>${xml(feed.id)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<subtitle>${xml(feed.subtitle)}</subtitle>`,
    `<updated>${feedUpdated(feed).toISOString()}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    link("self", feed.self, atom),
    link("alternate", feed.home, "text/html"),
    link("first", feed.first, atom),
    ...(feed.next === null ? [] : [link("next", feed.next, atom)]),
  ];
  const entries = feed.entries.map((entry) =>
    [
      `<entry xml:lang="${entry.lang}">`,
      `<id>${xml(entry.id)}</id>`,
      `<title>${xml(entry.title)}</title>`,
      link("alternate", entry.url, "text/html"),
      `<published>${entry.published.toISOString()}</published>`,
      `<updated>${entry.updated.toISOString()}</updated>`,
      ...entry.tags.map((tag) => `<category term="${xml(tag)}"/>`),
      `<content type="html">${xml(htmlOf(entry, feed.lang))}</content>`,
      "</entry>",
    ].join("\n"),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">`,
    ...head,
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.home,
    feed_url: feed.self,
    ...(feed.next === null ? {} : { next_url: feed.next }),
    language: feed.lang,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: htmlOf(entry, feed.lang),
      content_text: entry.parts.map(({ heading, text }) => `${heading}\n\n${text}`).join("\n\n"),
      date_published: entry.published.toISOString(),
      date_modified: entry.updated.toISOString(),
      language: entry.lang,
      ...(entry.tags.length > 0 ? { tags: entry.tags } : {}),
    })),
  });
}
