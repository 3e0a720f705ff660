import { Readable } from "node:stream";
import { localDate } from "../../domain/calendar.ts";
import { kinds, languages } from "../../domain/case-kind.ts";
import { xml } from "../../domain/feed.ts";
import { inForce } from "../../../db/agencies.ts";
import { newestPublication } from "../../../db/publication-lists.ts";
import { registerDocuments } from "../../../db/register-lists.ts";
import { entriesBetween, newestEntry, publishedAmendments, publishedBetween } from "../../../db/sitemap.ts";
import type { Db, Store } from "../../../db/store.server.ts";
import { portalContext } from "../../http/context.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/machine-sitemap";

/** Numbers of cases or provisions on one page: with two languages each, fewer addresses than the 50,000 that a page may have. */
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
  "/cases/removed",
  "/initiatives",
  "/following",
  "/statistics",
  "/barriers",
  "/barriers/changes",
  "/open-data",
  "/ledger",
  "/api",
  "/help",
  "/privacy",
  "/accessibility",
  "/sitemap",
];

/** The pages of addresses that come in numbered parts, with the newest number of each. */
const numbered = { provisions: newestEntry, cases: newestPublication } as const;

/** The site map for machines (sitemaps.org): an index, and pages of addresses that are written as they are read. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const partsOf = async (kind: keyof typeof numbered) => Math.ceil((await numbered[kind](store.read)) / PER_PAGE);
  const { page } = params;
  if (page === undefined) {
    const names = ["pages", "places", "register"];
    for (const kind of ["provisions", "cases"] as const)
      for (let part = 1; part <= (await partsOf(kind)); part += 1) names.push(`${kind}-${part}`);
    const entries = names.map((name) => `<sitemap><loc>${xml(env.PUBLIC_URL)}/sitemaps/${name}.xml</loc></sitemap>\n`);
    return answer([HEAD, `<sitemapindex ${NAMES}>\n`, ...entries, "</sitemapindex>\n"]);
  }
  const all = (paths: readonly string[]) => answer(framed(paths.map((path) => addresses(env.PUBLIC_URL, path, null))));
  if (page === "pages.xml") return all(fixed);
  if (page === "places.xml") return all(await placePaths(store, clock()));
  if (page === "register.xml") return all(await registerPaths(store.read));
  const [, kind, part] = /^(provisions|cases)-([1-9]\d{0,6})\.xml$/.exec(page) ?? [];
  if (kind !== "provisions" && kind !== "cases") throw new Response(null, { status: 404 });
  const number = Number(part);
  if (number > (await partsOf(kind))) throw new Response(null, { status: 404 });
  const [after, until] = [(number - 1) * PER_PAGE, number * PER_PAGE];
  const found = kind === "cases" ? casesIn(store.read, after, until) : provisionsIn(store.read, after, until);
  return answer(framed(pieces(env.PUBLIC_URL, found)));
}

/** The statistics of each province, and of each agency there is today. */
async function placePaths(store: Store, now: Date): Promise<string[]> {
  const { provinces, agencies } = await referenceLists(store, now);
  const today = localDate(now);
  return [
    ...provinces.map(({ code }) => `/statistics/provinces/${code}`),
    ...[...agencies.values()]
      .filter((agency) => inForce(agency, today))
      .map(({ code }) => `/statistics/agencies/${code}`),
  ];
}

/** The documents of the register, and what has changed them. */
async function registerPaths(db: Db): Promise<string[]> {
  const [documents, changes] = await Promise.all([registerDocuments(db), publishedAmendments(db)]);
  return [...documents.map(({ slug }) => `/barriers/${slug}`), ...changes.map(({ id }) => `/barriers/changes/${id}`)];
}

type Paths = readonly { readonly path: string; readonly changedAt: Date }[];

async function* casesIn(db: Db, after: number, until: number): AsyncGenerator<Paths> {
  for await (const rows of publishedBetween(db, after, until))
    yield rows.map(({ code, changedAt }) => ({ path: `/cases/${code}`, changedAt }));
}

async function* provisionsIn(db: Db, after: number, until: number): AsyncGenerator<Paths> {
  for await (const rows of entriesBetween(db, after, until))
    yield rows.map(({ documentSlug, place, newestAt }) => ({
      path: `/barriers/${documentSlug}/${place}`,
      changedAt: newestAt,
    }));
}

async function* pieces(publicUrl: string, batches: AsyncIterable<Paths>): AsyncGenerator<string> {
  for await (const rows of batches)
    yield rows.map(({ path, changedAt }) => addresses(publicUrl, path, changedAt)).join("");
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
