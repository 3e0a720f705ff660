import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { proposeInput } from "../../app/commands/propose-publication.ts";
import { answersOf } from "./answers.ts";
import { type Answer, type Api, openApi } from "./api-client.ts";
import { publish } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** Publishes `count` cases of the ministry, the first to be filed first. */
async function publishCases(world: World, count: number): Promise<string[]> {
  const editors = { editor: await world.staff("editor"), secondEditor: await world.staff("editor") };
  const { id: agencyId } = await world.agency("BKHCN");
  const codes: string[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const kind = turn % 2 === 0 ? "feedback" : "proposal";
    const { code, id } = await world.submit(kind, { answers: { title: `Tiêu đề số ${turn}` } });
    await world.store.write(async (tx) => {
      await tx.update(tx.tables.cases).set({ status: "assigned", agencyId }).where(eq(tx.tables.cases.id, id));
    });
    const texts = { titleVi: `Đường dây số ${turn}`, titleEn: `Line number ${turn}` };
    const question = { questionVi: answersOf(kind).content, questionEn: "The question in English." };
    await publish(world, editors, proposeInput.parse({ code, ...texts, ...question }));
    codes.push(code);
  }
  return codes;
}

const codesOf = (answer: Answer): unknown[] => [...answer.body.items!].map((item) => item.code);

async function walk(api: Api, address: string): Promise<unknown[]> {
  const found: unknown[] = [];
  let cursor = "";
  for (let turn = 0; turn < 100; turn += 1) {
    const page = await api.get(`${address}${cursor === "" ? "" : `&cursor=${cursor}`}`);
    found.push(...codesOf(page));
    if (page.body.nextCursor === null) return found;
    cursor = String(page.body.nextCursor);
  }
  throw new Error("the list does not end");
}

test("a list is walked by its cursor without a gap or a repeat, newest first", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const codes = await publishCases(world, 7);
  const newestFirst = codes.toReversed();
  expect(await walk(api, "/api/v1/cases?limit=3")).toEqual(newestFirst);
  expect(await walk(api, "/api/v1/cases?limit=7")).toEqual(newestFirst);
  expect(await walk(api, "/api/v1/cases?limit=2&kind=proposal")).toEqual([codes[5], codes[3], codes[1]]);
});

test("filters hold together and find words without accents", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const codes = await publishCases(world, 3);
  for (const [query, expected] of [
    ["q=duong+day+so+1", [codes[1]]],
    ["q=line+number", [codes[2], codes[1], codes[0]]],
    ["kind=feedback&province=01", [codes[2], codes[0]]],
    ["kind=proposal&province=01", []],
    ["agency=BKHCN&status=assigned&from=2026-10-05&to=2026-10-05", [codes[2], codes[1], codes[0]]],
    ["commune=00070&province=01", [codes[2], codes[0]]],
    ["bottleneck=&technology=&outcome=solved", []],
    ["level=4", []],
    ["field=procedures", [codes[2], codes[0]]],
    ["to=2026-10-04", []],
    ["q=%00%22%27*%25", [codes[2], codes[1], codes[0]]],
    ["kind=&q=&from=", [codes[2], codes[1], codes[0]]],
  ] as const) {
    expect(codesOf(await api.get(`/api/v1/cases?${query}`))).toEqual(expected);
  }
});

test("a value that nobody knows is left out and named, as on the page", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const codes = await publishCases(world, 2);
  const odd =
    "kind=complaint&status=late&agency=NO-SUCH&province=99&commune=1&field=x&bottleneck=x&technology=x&outcome=x&level=9&solved=maybe&from=2026-02-30&to=yesterday";
  const answer = await api.get(`/api/v1/cases?${odd}`);
  expect(codesOf(answer)).toEqual([codes[1], codes[0]]);
  const named = new URLSearchParams(odd).keys();
  expect([...answer.body.unknown!].map(String).sort()).toEqual([...named].sort());
  expect((await api.get("/api/v1/cases?kind=feedback")).body.unknown).toEqual([]);
});

test("a page that cannot be is refused, and what is wrong is named", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  for (const [query, field, rule] of [
    ["limit=101", "limit", "too-large"],
    ["limit=0", "limit", "too-small"],
    ["limit=1e1", "limit", "wrong"],
    ["limit=99999999999999999999", "limit", "wrong"],
    ["cursor=!", "cursor", "wrong"],
    ["cursor=zzzzzzzzzzz", "cursor", "wrong"],
    [`q=${"a".repeat(401)}`, "q", "too-long"],
  ] as const) {
    const answer = await api.get(`/api/v1/cases?${query}`);
    expect([query, answer.status, answer.body.errors?.[field]?.rule]).toEqual([query, 422, rule]);
  }
});

test("reads are cached, told apart by ETag, and open to pages of any origin", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const [code = ""] = await publishCases(world, 1);
  for (const address of ["/api/v1/cases", `/api/v1/cases/${code}`, "/api/v1/agencies", "/api/openapi.json"]) {
    const first = await api.get(address);
    const etag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(first.headers.has("Access-Control-Allow-Credentials")).toBe(false);
    for (const held of [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"]) {
      const again = await api.get(address, { "If-None-Match": held });
      expect([again.status, again.headers.get("ETag"), again.body]).toEqual([304, etag, undefined]);
    }
    expect((await api.get(address, { "If-None-Match": '"other"' })).status).toBe(200);
    const asked = await api.send(address, { method: "OPTIONS" });
    expect([asked.status, asked.headers.get("Access-Control-Allow-Origin")]).toEqual([204, "*"]);
    expect(asked.headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
  }
});

test("what belongs to one person is neither cached nor open to other origins", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { code, secret } = await world.submit();
  const answer = await api.post("/api/v1/cases/lookup", { code, secret });
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(answer.headers.has("Access-Control-Allow-Origin")).toBe(false);
  const asked = await api.send("/api/v1/cases/lookup", { method: "OPTIONS" });
  expect(asked.headers.has("Access-Control-Allow-Origin")).toBe(false);
});

test("an unpublished case is not found, by whatever spelling", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const hidden = await world.submit();
  const [open = ""] = await publishCases(world, 1);
  for (const code of [hidden.code, "PA-2222-2222", "%00", "..%2F..", "x".repeat(300)]) {
    expect((await api.get(`/api/v1/cases/${code}`)).status).toBe(404);
  }
  expect((await api.get(`/api/v1/cases/${open.toLowerCase().replaceAll("-", "")}`)).body.code).toBe(open);
});

test("reference data names what forms take, page by page", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const provinces = await api.get("/api/v1/provinces");
  expect(codesOf(provinces)).toHaveLength(34);
  expect(codesOf(await api.get("/api/v1/agencies"))).toContain("BKHCN");
  expect(codesOf(await api.get("/api/v1/fields"))).toContain("procedures");
  expect(codesOf(await api.get("/api/v1/fields?vocabulary=obstacle_class"))).toContain("206-2025.1");
  const communes = await walk(api, "/api/v1/communes?province=79&limit=50");
  expect(communes.length).toBeGreaterThan(100);
  expect(new Set(communes).size).toBe(communes.length);
  const wrong = await api.get("/api/v1/communes?province=79&cursor=00000");
  expect(wrong.body.errors).toMatchObject({ cursor: { rule: "wrong" } });
  const neither = await api.get("/api/v1/communes");
  expect(neither.body.errors).toMatchObject({ province: { rule: "province-or-words" } });
});

test("communes are found by words without accents, within a province or in all", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const all = await api.get("/api/v1/communes?q=hoan%20kiem");
  expect([...all.body.items!].map((item) => item.provinceCode)).toContain("01");
  const elsewhere = await api.get("/api/v1/communes?q=hoan%20kiem&province=79");
  expect([...elsewhere.body.items!].every((item) => String(item.provinceCode) === "79")).toBe(true);
});
