import { Readable } from "node:stream";
import { kinds, languages } from "../../domain/case-kind.ts";
import { xml } from "../../domain/feed.ts";
import { newestPublication } from "../../../db/publication-lists.ts";
import { publishedBetween } from "../../../db/sitemap.ts";
import { portalContext } from "../../http/context.ts";
import type { Route } from "./+types/machine-sitemap";

/** Numbers of publications on one page: with two languages each, fewer addresses than the 50,000 that a page may have. */
const PER_PAGE = 20_000;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Pages that are there whatever is published. */
const fixed = [
  "",
  "/submit",
  ...kinds.map((kind) => `/submit/${kind}`),
  "/submit/elsewhere",
  "/track",
  "/verify",
  "/cases",
  "/following",
  "/statistics",
  "/barriers",
  "/open-data",
  "/ledger",
  "/api",
  "/help",
  "/privacy",
  "/accessibility",
  "/sitemap",
];

/** The site map for machines (sitemaps.org): an index, and pages of addresses that are written as they are read. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, env } = context.get(portalContext);
  const pages = Math.ceil((await newestPublication(store.read)) / PER_PAGE);
  const { page } = params;
  if (page === undefined) {
    const names = ["pages", ...Array.from({ length: pages }, (_, place) => `cases-${place + 1}`)];
    const entries = names.map((name) => `<sitemap><loc>${xml(env.PUBLIC_URL)}/sitemaps/${name}.xml</loc></sitemap>\n`);
    return answer([HEAD, `<sitemapindex ${NAMES}>\n`, ...entries, "</sitemapindex>\n"]);
  }
  if (page === "pages.xml") return answer(framed(fixed.map((path) => addresses(env.PUBLIC_URL, path, null))));
  const number = Number(/^cases-([1-9]\d{0,6})\.xml$/.exec(page)?.[1]);
  if (!(number <= pages)) throw new Response(null, { status: 404 });
  const rows = publishedBetween(store.read, (number - 1) * PER_PAGE, number * PER_PAGE);
  return answer(framed(pieces(env.PUBLIC_URL, rows)));
}

async function* pieces(publicUrl: string, batches: ReturnType<typeof publishedBetween>): AsyncGenerator<string> {
  for await (const rows of batches)
    yield rows.map(({ code, changedAt }) => addresses(publicUrl, `/cases/${code}`, changedAt)).join("");
}

async function* framed(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${NAMES} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  for await (const part of parts) yield part;
  yield "</urlset>\n";
}

/** A page in each language, each naming all of them. */
function addresses(publicUrl: string, path: string, changedAt: Date | null): string {
  const at = (lang: string) => xml(`${publicUrl}/${lang}${path}`);
  const others = [...languages.map((lang) => [lang, lang]), ["x-default", "vi"]].map(
    ([name, lang = "vi"]) => `<xhtml:link rel="alternate" hreflang="${name}" href="${at(lang)}"/>`,
  );
  const changed = changedAt === null ? "" : `<lastmod>${changedAt.toISOString()}</lastmod>`;
  return languages.map((lang) => `<url><loc>${at(lang)}</loc>${changed}${others.join("")}</url>\n`).join("");
}

function answer(parts: Iterable<string> | AsyncIterable<string>): Response {
  const body = Readable.toWeb(Readable.from(encoded(parts))) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      // What is sent as a file is sent as it is written.
      "Content-Disposition": 'attachment; filename="sitemap.xml"',
      "Cache-Control": "public, max-age=300",
    },
  });
}

async function* encoded(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}
