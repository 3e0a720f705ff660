import { expect, test } from "vitest";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { langContext } from "../../app/http/context.ts";
import { loader as robots } from "../../app/routes/public/robots.ts";
import { loader as sitemap } from "../../app/routes/public/machine-sitemap.ts";
import { loader as feed } from "../../app/routes/public/cases-feed.ts";
import { readAtom, readJsonFeed } from "../feed-rules.ts";
import { hire, publishedIn, reason } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

const asked = async (world: World, path: string, headers: Record<string, string> = {}) => {
  const { context } = visit(world, { path });
  context.set(langContext, path.startsWith("/en") ? "en" : "vi");
  const request = new Request(`http://localhost:3000${path}`, { headers });
  return feed({ request, context, params: { lang: path.slice(1, 3) } } as never) as Promise<Response>;
};
const mapped = async (world: World, page?: string) => {
  const { context } = visit(world, { path: "/sitemap.xml" });
  const request = new Request("http://localhost:3000/sitemap.xml");
  return ((await sitemap({ request, context, params: { page } } as never)) as Response).text();
};

const filteredTitle = {
  vi: "Kết quả đã công khai (Loại: Phản ánh; Tỉnh, thành phố: Hà Nội) - Cầu Nối",
  en: "Published results (Kind: Feedback; Province or city: Hanoi) - Cầu Nối",
};

test("a list is a feed in either language and form, page by page, with the filters of its page", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const codes: string[] = [];
  for (let made = 0; made < 22; made += 1) codes.unshift((await publishedIn(world, people, "assigned")).code);
  for (const lang of ["vi", "en"] as const) {
    const first = readAtom(await (await asked(world, `/${lang}/cases.atom`)).text());
    const next = first.link.find((link) => link["@rel"] === "next")?.["@href"] ?? "";
    const second = readAtom(await (await asked(world, next.replace(/^https?:\/\/[^/]+/, ""))).text());
    const listed = [...first.entry, ...second.entry].map(({ id }) => id.replace(/^.*\//, ""));
    expect(listed).toEqual(codes);
    expect(second.link.some((link) => link["@rel"] === "next")).toBe(false);
    expect(second.id).toBe(first.id);
    const json = readJsonFeed(await (await asked(world, `/${lang}/cases.json?kind=feedback&province=01`)).text());
    expect(json.feed_url).toMatch(new RegExp(`/${lang}/cases\\.json\\?kind=feedback&province=01$`));
    expect(json.title).toBe(filteredTitle[lang]);
  }
  const without = await (await asked(world, "/vi/cases.atom?kind=initiative&kind=rumour&agency=nobody")).text();
  expect(readAtom(without).entry).toEqual([]);
  // As on the page, a filter that nobody knows is left out and named.
  expect(without).toMatch(/<subtitle>.*không dùng được.*: Cơ quan\.<\/subtitle>/);
});

test("a feed that has not changed is not sent again, and what is taken down leaves it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "assigned");
  const before = await asked(world, "/vi/cases.atom");
  const known = { "If-None-Match": before.headers.get("ETag") ?? "" };
  expect((await asked(world, "/vi/cases.atom", known)).status).toBe(304);
  expect(await before.text()).toContain(code);
  expect(await mapped(world, "cases-1.xml")).toContain(`/en/cases/${code}</loc><lastmod>`);
  await world.run(unpublishCase, people.editor, { code, reason, category: "other" } as never);
  const after = await asked(world, "/vi/cases.atom", known);
  expect(after.status).toBe(200);
  expect(await after.text()).not.toContain(code);
  expect(await mapped(world, "cases-1.xml").catch(() => "")).not.toContain(code);
});

test("the site map names its pages, each language's address and the other's", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  await publishedIn(world, people, "assigned");
  expect(await mapped(world)).toMatch(/sitemaps\/pages\.xml<[\s\S]*sitemaps\/cases-1\.xml</);
  const pages = await mapped(world, "pages.xml");
  expect(pages).toContain('hreflang="x-default"');
  expect(pages).toMatch(/<loc>[^<]*\/en\/cases<\/loc>/);
  await expect(mapped(world, "cases-2.xml")).rejects.toMatchObject({ status: 404 });
  const { context } = visit(world, { path: "/robots.txt" });
  expect(await robots({ context } as never).text()).toMatch(/Disallow: \/office\n[\s\S]*Sitemap: .*\/sitemap\.xml/);
});
