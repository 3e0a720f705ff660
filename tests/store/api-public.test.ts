import { afterAll, beforeAll, expect, test } from "vitest";
import { decideAmendment, decideAmendmentInput } from "../../app/commands/decide-amendment.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { proposeAmendment, proposeAmendmentInput } from "../../app/commands/propose-amendment.ts";
import { unpublishCase, unpublishInput } from "../../app/commands/unpublish-case.ts";
import { operations } from "../../app/http/api-operations.ts";
import { makeRateLimiter } from "../../app/http/rate-limit.ts";
import { publishFigures } from "../../app/jobs/keep-figures.ts";
import { keepLedger } from "../../app/jobs/keep-ledger.ts";
import { latestCheckpoint } from "../../db/ledger/checkpoints.ts";
import { type Api, openApi, PUBLIC_URL } from "./api-client.ts";
import { caseIn, disagreement, hire, type People, publication, publish, publishedIn } from "./journey.ts";
import { maskedPublication } from "./publishing-states.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

let world: World;
let people: People;
let api: Api;
let open: SubmittedCase;
let barrier: SubmittedCase;
let amendment: number;
/** Sizes of the log at two checkpoints. */
let sizes: readonly [number, number];

const entry = "/api/v1/barriers/24-2023-qh15/dieu-30";

beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  api = openApi(world);
  open = await publishedIn(world, people, "answered");
  const provisions = { legalDocument: "", legalProvision: "", provisions: "Điều 30 Luật Viễn thông" };
  const burden = { hoursPerYear: "60 giờ", sector: "VSIC-C", provinceCode: "01" };
  barrier = await caseIn(world, people, "assigned", "barrier", { answers: { ...provisions, ...burden } });
  await publish(world, people, publication(barrier.code));
  const first = await signed();
  const gone = await publishedIn(world, people, "assigned");
  const reason = "Trang còn nêu tên một người.";
  const down = unpublishInput.parse({ code: gone.code, category: "personal-data", reason });
  await world.run(unpublishCase, people.editor, down);
  world.tick(1);
  amendment = await amend();
  sizes = [first, await signed()];
  await publishFigures(world.store, world.now());
});
afterAll(async () => world.close());

async function signed(): Promise<number> {
  await keepLedger(world.store, 0, world.now());
  return (await latestCheckpoint(world.store.read))?.size ?? 0;
}

async function amend(): Promise<number> {
  const typed = {
    document: "Nghị định 99/2027/NĐ-CP",
    inForceOn: "2027-01-01",
    provisions: "Điều 30 Luật Viễn thông 2023",
    whatVi: "Bỏ giấy xác nhận thứ hai.",
    whatEn: "The second certificate is no longer needed.",
    gazetteUrl: "https://congbao.example.vn/99-2027",
  };
  const { id } = await world.run(proposeAmendment, people.editor, proposeAmendmentInput.parse(typed));
  const decision = decideAmendmentInput.parse({ id, version: 1, decision: "publish", reason: "" });
  await world.run(decideAmendment, people.leader, decision);
  return id;
}

/** An address of each call that everybody may read, and one where nothing is. */
const samples: Record<string, () => { readonly there: string; readonly gone?: string }> = {
  listCases: () => ({ there: "/api/v1/cases?q=loi&limit=1" }),
  readCase: () => ({ there: `/api/v1/cases/${open.code}`, gone: "/api/v1/cases/PA-2222-2222" }),
  listBarriers: () => ({ there: "/api/v1/barriers?q=vien+thong&state=promised&sort=reports" }),
  readBarrier: () => ({ there: entry, gone: "/api/v1/barriers/24-2023-qh15/dieu-31" }),
  listBarrierCases: () => ({ there: `${entry}/cases`, gone: "/api/v1/barriers/x/dieu-30/cases" }),
  listChanges: () => ({ there: "/api/v1/changes" }),
  readChange: () => ({ there: `/api/v1/changes/${amendment}`, gone: "/api/v1/changes/999999" }),
  listChangeCases: () => ({ there: `/api/v1/changes/${amendment}/cases`, gone: "/api/v1/changes/one/cases" }),
  listTakedowns: () => ({ there: "/api/v1/takedowns" }),
  listAgencies: () => ({ there: "/api/v1/agencies?limit=2" }),
  listProvinces: () => ({ there: "/api/v1/provinces" }),
  listCommunes: () => ({ there: "/api/v1/communes?province=01" }),
  listFields: () => ({ there: "/api/v1/fields?vocabulary=sector" }),
  listStatistics: () => ({ there: "/api/v1/statistics?axis=kind" }),
  listLateCasesOfAgency: () => ({
    there: "/api/v1/statistics/agencies/BKHCN/late",
    gone: "/api/v1/statistics/agencies/NONE/late",
  }),
  listLateCasesOfProvince: () => ({
    there: "/api/v1/statistics/provinces/01/late",
    gone: "/api/v1/statistics/provinces/99/late",
  }),
  describeApi: () => ({ there: "/api/openapi.json?lang=vi" }),
  isAlive: () => ({ there: "/healthz" }),
  isReady: () => ({ there: "/readyz" }),
  readManifest: () => ({ there: "/open-data/manifest.json" }),
  readDictionary: () => ({ there: "/open-data/dictionary.json" }),
  readOpenData: () => ({ there: "/open-data/barriers.csv", gone: "/open-data/people.csv" }),
  readLedgerKeys: () => ({ there: "/ledger/keys" }),
  readCheckpoint: () => ({ there: "/ledger/checkpoint" }),
  readCheckpointByNumber: () => ({ there: "/ledger/checkpoints/1", gone: "/ledger/checkpoints/99" }),
  readLeaves: () => ({ there: "/ledger/leaves/0", gone: "/ledger/leaves/99" }),
  readCaseProof: () => ({ there: `/ledger/cases/${open.code}.json`, gone: "/ledger/cases/PA-2222-2222.json" }),
  readConsistency: () => ({
    there: `/ledger/consistency/${sizes.join("-")}.json`,
    gone: "/ledger/consistency/1-99999.json",
  }),
  readVerifier: () => ({ there: "/ledger/verify.mjs" }),
  readAtomFeed: () => ({ there: "/vi/cases.atom?q=loi" }),
  readJsonFeed: () => ({ there: "/en/cases.json?q=loi" }),
  readBadge: () => ({ there: `/vi/cases/${open.code}/badge`, gone: "/vi/cases/PA-2222-2222/badge" }),
  readBadgePicture: () => ({ there: `/en/cases/${open.code}/badge.svg`, gone: "/en/cases/x/badge.svg" }),
  readReceiptKeys: () => ({ there: "/.well-known/cau-noi-receipt-keys.json" }),
  readReceiptKey: () => ({ there: "/receipt-key.pem", gone: "/receipt-key.pem?key=none" }),
};
/** Without finished files there are no checksums; Open311 has a client of its own in the tests. */
const elsewhere = ["readChecksums", ...operations.filter(({ group }) => group === "open311").map(({ id }) => id)];

const readings = operations.filter(
  ({ method, access, id }) => method === "get" && access === "public" && !elsewhere.includes(id),
);

test("every call that everybody may read answers as it is described, and says what is not there and what is wrong", async () => {
  for (const { id, path, query, problems, answers } of readings) {
    const { there, gone } = samples[id]?.() ?? { there: `/no/sample/of/${id}`, gone: "" };
    expect([id, (await api.get(there)).status]).toEqual([id, 200]);
    const canBeGone = path.includes("{") && (problems.includes("not-found") || answers[404] !== undefined);
    if (canBeGone) expect([id, gone && (await api.get(gone)).status]).toEqual([id, 404]);
    if (!problems.includes("input")) continue;
    const wrong = "limit" in (query?.shape ?? {}) ? "limit=0" : "lang=xx";
    const refused = await api.get(`${there.split("?")[0]}?${wrong}`);
    expect([id, refused.status, Object.keys(refused.body.errors!)]).toEqual([id, 422, [wrong.split("=")[0]]]);
  }
  const sums = await api.get("/open-data/SHA256SUMS");
  expect([sums.status, sums.headers.get("Retry-After")]).toEqual([503, "60"]);
});

test("whoever reads too much is told how long to wait, by every call that is limited", async () => {
  const limiter = { ...makeRateLimiter(false, () => 0), take: () => 7 };
  const limited = openApi(world, { portal: { limiter } });
  for (const { id, problems } of readings.filter((one) => one.problems.includes("too-many"))) {
    const { there } = samples[id]?.() ?? { there: "" };
    const answer = await limited.get(there);
    expect([id, answer.status, answer.headers.get("Retry-After")]).toEqual([id, 429, "7"]);
    expect([id, String(answer.body.type), problems.length > 0]).toEqual([id, "/problems/too-many", true]);
  }
});

test("the register tells who reported a provision, what it costs, who is in charge and what mended it", async () => {
  const { body: page } = await api.get("/api/v1/barriers?document=24-2023-qh15&state=rumour");
  expect(page).toMatchObject({ unknown: ["state"], nextCursor: null });
  expect([...page.items!].map((item) => String(item.provision))).toEqual(["dieu-30"]);
  const { body } = await api.get(entry);
  expect(body).toMatchObject({
    document: { slug: "24-2023-qh15", validTo: null },
    name: { vi: "Điều 30 Luật Viễn thông số 24/2023/QH15" },
    state: "promised",
    fixedOn: "2027-01-01",
    reports: 1,
    cost: { minutes: { amount: 3600, reports: 1 }, money: null },
    sectors: [{ code: "VSIC-C", reports: 1 }],
    provinces: [{ code: "01", reports: 1 }],
    decisions: [],
    amendments: [{ id: amendment, act: { en: "Decree 99/2027/NĐ-CP" }, reportedSince: false }],
    url: { en: `${PUBLIC_URL}/en/barriers/24-2023-qh15/dieu-30` },
  });
  const change = await api.get(`/api/v1/changes/${amendment}`);
  expect(change.body).toMatchObject({
    what: { en: "The second certificate is no longer needed." },
    provisions: [{ document: "24-2023-qh15", provision: "dieu-30" }],
    cases: 1,
  });
  for (const address of [`${entry}/cases`, `/api/v1/changes/${amendment}/cases`]) {
    const cases = await api.get(address);
    expect([...cases.body.items!].map((item) => String(item.code))).toEqual([barrier.code]);
  }
  const told = await api.get(`/api/v1/cases/${barrier.code}`);
  expect(told.body).toMatchObject({
    provisions: [{ document: "24-2023-qh15", provision: "dieu-30", url: `${PUBLIC_URL}${entry}` }],
    proofUrl: `${PUBLIC_URL}/ledger/cases/${barrier.code}.json`,
  });
  const log = await api.get("/api/v1/takedowns");
  expect([...log.body.items!]).toMatchObject([{ act: "taken-down", kind: "feedback", category: "personal-data" }]);
});

test("the author objects to a mask by code and secret, once at a time", async () => {
  const masked = await caseIn(world, people, "assigned");
  await publish(world, people, maskedPublication(masked.code));
  const { code, secret } = masked;
  const own = await api.post("/api/v1/cases/lookup", { code, secret });
  expect([...own.body.acts!]).toContain("contest-mask");
  expect([...own.body.masks!].map(({ words, reason, objection }) => [words, reason, objection])).toEqual([
    ["báo lỗi", "defamation", null],
    ["hồ sơ", "personal-data", null],
  ]);
  const [{ id: redactionId } = { id: 0 }] = [...own.body.masks!];
  const object = (input: object) => api.post(`/api/v1/cases/${code}/mask-objection`, { secret, ...input });
  const short = await object({ redactionId, objection: "Không." });
  expect(short.body.errors).toMatchObject({ objection: { rule: "too-short" } });
  expect((await object({ redactionId: 999_999, objection: disagreement })).status).toBe(422);
  const done = await object({ redactionId, objection: disagreement });
  expect([...done.body.masks!].map(({ objection }) => objection)).toEqual(["open", null]);
  expect((await object({ redactionId, objection: disagreement })).body.type).toBe("/problems/already-exists");
  const shown = await api.get(`/api/v1/cases/${code}`);
  expect(shown.body.masks).toMatchObject({ question: ["defamation", "personal-data"], answer: [] });
});

test("the sender objects to a merge, reads what is held about them, and has it erased", async () => {
  const merged = await world.submit("barrier");
  const { code, secret } = merged;
  await world.run(mergeCase, people.triage, { code, leadCode: barrier.code });
  const call = (last: string, input: object = {}) => api.post(`/api/v1/cases/${code}/${last}`, { secret, ...input });
  const told = await call("objection", { objection: "Việc của tôi là việc khác." });
  expect(told.body).toMatchObject({ status: "merged", leadCode: barrier.code, acts: ["object", "erase-identity"] });
  const held = await call("data");
  expect(held.body.cases).toMatchObject([{ code, identity: { taxCode: "0100109106" } }]);
  expect((await call("erasure")).body.errors).toMatchObject({ sure: { rule: "empty" } });
  expect((await call("erasure", { sure: "yes" })).body.acts).toEqual(["object"]);
  expect((await call("data")).body.cases).toMatchObject([{ code, identity: null }]);
  expect((await call("erasure", { sure: "yes" })).status).toBe(403);
  expect((await api.post(`/api/v1/cases/${code}/data`, { secret: open.secret })).status).toBe(404);
});

test("a receipt is told from one that somebody altered", async () => {
  const { code, secret } = open;
  const { body: receipt } = await api.post(`/api/v1/cases/${code}/receipt`, { secret });
  const verdictOf = async (body: unknown) => (await api.post("/api/v1/receipts/check", body)).body;
  expect(await verdictOf(receipt)).toMatchObject({ verdict: "genuine", code, keyId: receipt.keyId });
  expect(await verdictOf({ ...receipt, answerDue: "2027-01-01" })).toMatchObject({ verdict: "altered", code: null });
  expect(await verdictOf({ ...receipt, keyId: "nobody" })).toMatchObject({ verdict: "unknown-key", keyId: "nobody" });
  expect(await verdictOf({})).toMatchObject({ verdict: "unreadable" });
});

test("late cases are told by name, of an agency and of a province, page by page and the longest late first", async () => {
  const codes = [barrier.code];
  for (const provinceCode of ["01", "79"]) {
    world.tick(1);
    const { code } = await caseIn(world, people, "assigned", "feedback", {
      answers: { provinceCode, communeCode: "" },
    });
    await publish(world, people, publication(code));
    codes.push(code);
  }
  const hidden = await caseIn(world, people, "assigned");
  world.tick(90);
  const named = async (path: string) => {
    const { items, nextCursor } = (await api.get(`/api/v1/statistics/${path}`)).body as unknown as {
      items: { code: string }[];
      nextCursor: string | null;
    };
    return { codes: items.map(({ code }) => code), next: nextCursor };
  };
  const all = await named("agencies/BKHCN/late");
  expect(all.codes).toEqual(expect.arrayContaining(codes));
  expect(all.codes).not.toContain(hidden.code);
  const due: number[] = [];
  for (const code of all.codes) due.push((await world.find(code)).dueAt.getTime());
  expect(due).toEqual(due.toSorted((one, other) => one - other));
  const paged: string[] = [];
  for (let query = ""; ;) {
    const page = await named(`agencies/BKHCN/late?limit=1${query}`);
    paged.push(...page.codes);
    if (page.next === null) break;
    query = `&cursor=${page.next}`;
  }
  expect(paged).toEqual(all.codes);
  expect((await named("provinces/79/late")).codes).toEqual([codes[2]]);
  expect((await api.get("/api/v1/statistics/kinds/feedback/late")).status).toBe(404);
});
