import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect } from "vitest";
import { z } from "zod";

const iri = z.url();
const moment = z.iso.datetime({ offset: true });
const language = z.string().regex(/^(vi|en)$/);
const text = z.string().min(1);

const link = z.strictObject({
  "@rel": z.enum(["self", "alternate", "first", "next"]),
  "@type": text,
  "@href": iri,
});
const entry = z.strictObject({
  "@xml:lang": language,
  id: iri,
  title: text,
  link: z.array(link.extend({ "@rel": z.literal("alternate") })).length(1),
  published: moment,
  updated: moment,
  category: z.array(z.strictObject({ "@term": text })).optional(),
  content: z.strictObject({ "@type": z.literal("html"), "#text": text }),
});
/** What RFC 4287, section 4.1, asks of a feed and its entries, of the elements that ours have. */
const atom = z.strictObject({
  "?xml": z.strictObject({ "@version": z.literal("1.0"), "@encoding": z.literal("utf-8") }),
  feed: z.strictObject({
    "@xmlns": z.literal("http://www.w3.org/2005/Atom"),
    "@xml:lang": language,
    id: iri,
    title: text,
    subtitle: text,
    updated: moment,
    author: z.strictObject({ name: text }),
    link: z.array(link),
    entry: z.array(entry).default([]),
  }),
});

const many = ["feed.link", "feed.entry", "feed.entry.link", "feed.entry.category"];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (_name, path) => many.includes(String(path)),
});

/** Reads an Atom document and expects every rule that ours have to keep. */
export function readAtom(document: string) {
  expect(XMLValidator.validate(document)).toBe(true);
  const { feed } = atom.parse(parser.parse(document));
  const rels = feed.link.map((one) => `${one["@rel"]} ${one["@type"]}`);
  expect(new Set(rels).size, "links that differ in kind or type").toBe(rels.length);
  expect(rels).toContain("self application/atom+xml");
  const ids = feed.entry.map(({ id }) => id);
  expect(new Set(ids).size, "one entry for each id").toBe(ids.length);
  return feed;
}

/** What JSON Feed 1.1 asks, of the members that ours have. */
const json = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: text,
  description: text,
  home_page_url: iri,
  feed_url: iri,
  next_url: iri.optional(),
  language,
  authors: z.array(z.strictObject({ name: text })).min(1),
  items: z.array(
    z.strictObject({
      id: text,
      url: iri,
      title: text,
      content_html: text,
      content_text: text,
      date_published: moment,
      date_modified: moment,
      language,
      tags: z.array(text).optional(),
    }),
  ),
});

/** Reads a JSON feed and expects every rule that ours have to keep. */
export function readJsonFeed(document: string) {
  const feed = json.parse(JSON.parse(document));
  expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
  return feed;
}
