import { expect, test } from "vitest";
import { atomFeed, type Feed, jsonFeed, xml } from "../../app/domain/feed.ts";
import { readAtom, readJsonFeed } from "../feed-rules.ts";

const entry = {
  id: "tag:cau-noi.example,2026:vi/cases/PA-7K3M-92QX",
  url: "https://cau-noi.example/vi/cases/PA-7K3M-92QX",
  title: 'Nước <đục> & "bẩn"',
  lang: "vi" as const,
  parts: [
    { heading: "Nội dung", text: "Suốt hai tuần\u0000\uFFFF liền 😀\n\nMùi <hôi>,\nsáng & tối", lang: "vi" as const },
    { heading: "Trả lời (chưa có bản dịch)", text: "It is mended.", lang: "en" as const },
  ],
  tags: ["Phản ánh", "Đã trả lời"],
  published: new Date("2026-10-05T02:00:00Z"),
  updated: new Date("2026-10-06T03:04:05.678Z"),
};
const feed: Feed = {
  id: "tag:cau-noi.example,2026:vi/cases?q=a&kind=feedback",
  lang: "vi",
  title: "Kết quả",
  subtitle: "Danh sách",
  author: "Cầu Nối",
  home: "https://cau-noi.example/vi/cases?q=a&kind=feedback",
  self: "https://cau-noi.example/vi/cases.atom?q=a&kind=feedback",
  first: "https://cau-noi.example/vi/cases.atom?q=a&kind=feedback",
  next: "https://cau-noi.example/vi/cases.atom?q=a&kind=feedback&cursor=z",
  entries: [entry, { ...entry, id: `${entry.id}2`, updated: new Date("2026-10-07T00:00:00Z"), tags: [] }],
};

test("signs of XML are written as such, and what XML cannot hold is left out", () => {
  expect(xml('<a href="x">&amp;\u0000\uFFFE\uD800</a>')).toBe("&lt;a href=&quot;x&quot;&gt;&amp;amp;\uFFFD&lt;/a&gt;");
});

test("a feed was changed when its newest entry was", () => {
  expect(atomFeed(feed)).toContain("<updated>2026-10-07T00:00:00.000Z</updated>\n<author>");
  expect(atomFeed({ ...feed, entries: [] })).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
});

test("only the last page names no next one", () => {
  expect(atomFeed(feed)).toContain('<link rel="next"');
  expect(atomFeed({ ...feed, next: null })).not.toContain('rel="next"');
  expect(JSON.parse(jsonFeed({ ...feed, next: null }))).not.toHaveProperty("next_url");
});

const html = [
  '<h2 lang="vi">Nội dung</h2>',
  '<div lang="vi"><p>Suốt hai tuần liền 😀</p><p>Mùi &lt;hôi&gt;,<br>sáng &amp; tối</p></div>',
  '<h2 lang="vi">Trả lời (chưa có bản dịch)</h2>',
  '<div lang="en"><p>It is mended.</p></div>',
].join("\n");

test("question and answer stand apart, each under its heading and in its language", () => {
  const { items } = JSON.parse(jsonFeed(feed)) as { items: Record<string, unknown>[] };
  expect(items[0]).toMatchObject({ title: entry.title, content_html: html, tags: entry.tags });
  expect(items[0]?.content_text).toBe(
    [entry.parts[0]?.heading, entry.parts[0]?.text, "Trả lời (chưa có bản dịch)", "It is mended."].join("\n\n"),
  );
  expect(items[1]).not.toHaveProperty("tags");
});

test("both keep the rules of their formats, with every sign that a text may have", () => {
  const atom = readAtom(atomFeed(feed));
  expect(atom.entry[0]?.title).toBe(entry.title);
  expect(atom.entry[0]?.content["#text"]).toBe(html);
  expect(atom.link.find((link) => link["@rel"] === "next")?.["@href"]).toBe(feed.next);
  readAtom(atomFeed({ ...feed, entries: [], next: null }));
  expect(readJsonFeed(jsonFeed(feed)).items).toHaveLength(2);
  readJsonFeed(jsonFeed({ ...feed, entries: [] }));
});
