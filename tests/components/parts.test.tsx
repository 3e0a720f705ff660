import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { Button, ButtonLink } from "../../app/components/button.tsx";
import { CaseCard, CardList } from "../../app/components/case-card.tsx";
import { RadioGroup } from "../../app/components/choice-field.tsx";
import { DataTable } from "../../app/components/data-table.tsx";
import { DeskBars } from "../../app/components/desk-bars.tsx";
import { DisplaySettings } from "../../app/components/display-settings.tsx";
import { Dl } from "../../app/components/dl.tsx";
import { EmptyState } from "../../app/components/empty-state.tsx";
import { ActiveFilters, FilterForm, SearchForm } from "../../app/components/filter-form.tsx";
import { KeyFigures } from "../../app/components/key-figures.tsx";
import { LangText } from "../../app/components/lang-text.tsx";
import { Notice } from "../../app/components/notice.tsx";
import { OfficeShell } from "../../app/components/office-shell.tsx";
import { PageShell } from "../../app/components/page-shell.tsx";
import { Pagination } from "../../app/components/pagination.tsx";
import { ReceiptPanel } from "../../app/components/panel.tsx";
import { StandingBadge } from "../../app/components/standing-badge.tsx";
import { Steps } from "../../app/components/steps.tsx";
import { SummaryList } from "../../app/components/summary-list.tsx";
import { Timeline } from "../../app/components/timeline.tsx";
import { html } from "./render.tsx";

const at = new Date("2026-11-06T02:15:00Z");
const desks = [
  { agency: "Bộ A", from: "2026-11-02", until: "2026-11-09", days: 5 },
  { agency: "Sở B", from: "2026-11-09", until: null, days: 20 },
];

const everyPart: [string, ReactNode][] = [
  ["button", <Button key="x" icon="send" />],
  ["button link", <ButtonLink key="x" href="/vi" variant="secondary" />],
  [
    "card",
    <CardList key="x">
      <CaseCard href="/vi/cases/x" code="PA-1" title="T" kind="feedback" status="answered" at={at} />
    </CardList>,
  ],
  ["choices", <RadioGroup key="x" name="n" label="L" options={[{ value: "a", label: "A" }]} />],
  [
    "table",
    <DataTable
      key="x"
      label="L"
      rows={["r"]}
      rowKey={(r) => r}
      columns={[{ key: "k", header: "H", cell: (r) => r }]}
    />,
  ],
  ["desk bars", <DeskBars key="x" desks={desks} allowed={20} />],
  ["display settings", <DisplaySettings key="x" action="/vi/display" back="/vi" textSize="large" contrast="high" />],
  ["pairs", <Dl key="x" pairs={[{ label: "L", value: "V" }]} />],
  ["empty state", <EmptyState key="x" title="T" />],
  [
    "filters",
    <FilterForm key="x" action="/vi/cases" clearHref="/vi/cases">
      <ActiveFilters filters={[{ label: "F", removeHref: "/vi/cases" }]} clearHref="/vi/cases" />
    </FilterForm>,
  ],
  ["search", <SearchForm key="x" action="/vi/cases" label="L" hidden={{ kind: "feedback" }} />],
  ["figures", <KeyFigures key="x" figures={[{ value: 1, label: "L", tone: "late" }]} asOf={at} />],
  ["written text", <LangText key="x" text={"A\n\nB"} lang="vi" />],
  ["notice", <Notice key="x" tone="warning" title="T" live />],
  ["pagination", <Pagination key="x" newerHref="?a" olderHref="?b" />],
  ["receipt", <ReceiptPanel key="x" title="T" code="PA-1" secret="S" />],
  ["standing", <StandingBadge key="x" standing={{ kind: "late", daysLate: 2 }} />],
  ["steps", <Steps key="x" steps={[{ key: "a", title: "T", state: "current", at, days: 2 }]} />],
  ["answers", <SummaryList key="x" answers={[{ label: "L", value: "", changeHref: "#x" }]} />],
  ["timeline", <Timeline key="x" events={[{ id: "1", at, title: "T", audience: "internal", body: "B" }]} />],
  [
    "office page",
    <OfficeShell
      key="x"
      person={{ name: "N", role: "R" }}
      nav={[{ href: "/office", label: "L", count: 1, current: true }]}
    >
      x
    </OfficeShell>,
  ],
  [
    "page",
    <PageShell
      key="x"
      lang="vi"
      path="/cases"
      site={{ operatorName: { text: "O", lang: "vi" }, phone: "024 0", email: "a@b.example" }}
    >
      x
    </PageShell>,
  ],
];

test.each(everyPart)("%s: no inline style, script or event handler, in both languages", async (_, part) => {
  for (const lang of ["vi", "en"] as const) {
    expect(await html(part, lang)).not.toMatch(/ style=|<script|<style| on[a-z]+=/);
  }
});

test("a page has its landmarks, one way to the content and the other language's own name", async () => {
  const markup = await html(
    <PageShell lang="vi" path="/cases?q=a&b=c" back={{ href: "/vi" }}>
      <h1>Kết quả</h1>
    </PageShell>,
  );
  expect(markup.indexOf('href="#main"')).toBeLessThan(markup.indexOf("<header"));
  expect(markup.match(/<main/g)).toHaveLength(1);
  expect(markup).toContain('<main class="main" id="main"');
  expect(markup).toContain('<a href="/en/cases?q=a&amp;b=c" hrefLang="en" lang="en">English</a>');
  expect(markup).toContain('<a href="/vi/cases" aria-current="page">');
  expect(markup).toContain('<footer class="footer">');
});

test("the emblem is shown only where it is configured", async () => {
  const site = { emblem: { src: "/emblem.svg", width: 64, height: 64 } };
  expect(
    await html(
      <PageShell lang="vi" path="">
        {""}
      </PageShell>,
    ),
  ).not.toContain("<img");
  expect(
    await html(
      <PageShell lang="vi" path="" site={site}>
        {""}
      </PageShell>,
    ),
  ).toContain('<img class="band__emblem" alt="" src="/emblem.svg" width="64" height="64"/>');
});

test("what the operator has not said in the language of the page stands there in its own, marked", async () => {
  const site = {
    unit: { text: "Trial operator", lang: "en" as const },
    address: { text: "1 phố Thử", lang: "vi" as const },
  };
  const markup = await html(
    <PageShell lang="en" path="" site={site}>
      {""}
    </PageShell>,
    "en",
  );
  expect(markup).toContain('<bdi lang="en">Trial operator</bdi>');
  expect(markup).toContain('Address: <bdi lang="vi">1 phố Thử</bdi>');
});

test("a form button can take the place of the language link", async () => {
  const button = <button name="lang">English</button>;
  const markup = await html(
    <PageShell lang="vi" path="/submit" languageSwitch={button}>
      {""}
    </PageShell>,
  );
  expect(markup).toContain('<button name="lang">English</button>');
  expect(markup).not.toContain('href="/en/submit"');
});

test("the receipt marks code and secret for scripts", async () => {
  const markup = await html(<ReceiptPanel title="Đã nhận" code="PA-7K3M-92QX" secret="ABCD-EFGH" />);
  expect(markup).toMatch(/<span[^>]*data-code="">PA-7K3M-92QX<\/span>/);
  expect(markup).toMatch(/<span[^>]*data-secret="">ABCD-EFGH<\/span>/);
  expect(await html(<ReceiptPanel title="Đã nhận" code="PA-7K3M-92QX" />)).not.toContain("data-secret");
});

test.each([
  [{ kind: "fine", daysLeft: 10 }, "Còn 10 ngày làm việc", "10 working days left"],
  [{ kind: "soon", daysLeft: 1 }, "Còn 1 ngày làm việc", "1 working day left"],
  [{ kind: "soon", daysLeft: 0 }, "Hạn hôm nay", "Due today"],
  [{ kind: "late", daysLate: 2 }, "Quá hạn 2 ngày làm việc", "2 working days late"],
  [{ kind: "paused", daysLeft: 4 }, "Đang tạm dừng tính hạn", "Clock paused"],
  [{ kind: "done" }, "Đã kết thúc", "Ended"],
] as const)("standing %o is said in words", async (standing, vi, en) => {
  expect(await html(<StandingBadge standing={standing} />)).toContain(vi);
  expect(await html(<StandingBadge standing={standing} />, "en")).toContain(en);
});

test("an answer can be changed by a link that says which", async () => {
  const markup = await html(
    <SummaryList answers={[{ label: "Nội dung", value: "", changeHref: "/vi/submit#content" }]} />,
  );
  expect(markup).toContain('Sửa<span class="visually-hidden"> nội dung</span>');
  expect(markup).toContain("Không cung cấp");
});

test("pairs without a value are left out", async () => {
  const pairs = [
    { label: "A", value: null },
    { label: "B", value: 0 },
  ];
  const markup = await html(<Dl pairs={pairs} />);
  expect(markup).not.toContain("<dt>A</dt>");
  expect(markup).toContain("<dd>0</dd>");
});

test("a wide table can be reached and scrolled by keyboard", async () => {
  const columns = [{ key: "k", header: "Mã", cell: (row: string) => row, rowHeader: true }];
  const markup = await html(<DataTable label="Hồ sơ mới" columns={columns} rows={["a"]} rowKey={(row) => row} />);
  expect(markup).toContain('<div class="scroll" role="region" aria-label="Hồ sơ mới" tabindex="0">');
  expect(markup).toContain('<th scope="row">a</th>');
});

test("the desks add up and what is over the limit is drawn apart", async () => {
  const markup = await html(<DeskBars desks={desks} allowed={20} />);
  expect(markup).toContain("Hạn theo quy định: 20 ngày làm việc");
  expect(markup).toContain('<td class="num strong">25</td>');
  expect(markup).toContain('<rect class="bar__late" x="80%" y="2" width="20%" height="10"></rect>');
  expect(markup).toContain("– nay");
});

test("text by people keeps its paragraphs and its language, and is only text", async () => {
  const markup = await html(<LangText lang="vi" text={"Một\nhai\n\n\n<b>Ba</b>\n"} />);
  expect(markup).toBe('<div class="written" lang="vi"><p>Một\nhai</p><p>&lt;b&gt;Ba&lt;/b&gt;</p></div>');
});

test("nothing to page through: no navigation", async () => {
  expect(await html(<Pagination />)).toBe("");
});
