import { afterAll, beforeAll, expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { decideAmendment, decideAmendmentInput } from "../../app/commands/decide-amendment.ts";
import { confirmFollowing } from "../../app/commands/confirm-following.ts";
import { dissolveAgency } from "../../app/commands/dissolve-agency.ts";
import { followCase } from "../../app/commands/follow-case.ts";
import { proposeAmendment, proposeAmendmentInput } from "../../app/commands/propose-amendment.ts";
import { saveLaw, saveLawInput } from "../../app/commands/save-law.ts";
import { settleDifference, settleDifferenceInput } from "../../app/commands/settle-difference.ts";
import { settleDocument, settleDocumentInput } from "../../app/commands/settle-document.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { unpublishCase, unpublishInput } from "../../app/commands/unpublish-case.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { localDate } from "../../app/domain/calendar.ts";
import { type OutcomeKind, outcomeSchema } from "../../app/domain/outcome.ts";
import { actorContext } from "../../app/http/context.ts";
import { loadDifferences } from "../../app/http/register-pages.ts";
import { keepRegister, tellOfAmendments } from "../../app/jobs/keep-register.ts";
import { tellFollowers } from "../../app/jobs/tell-followers.ts";
import { casesOfAmendment, findAmendment } from "../../db/amendments.ts";
import { amendmentsCited } from "../../db/cited-amendments.ts";
import { differencesOfCase, findDifference, listDifferences } from "../../db/differences.ts";
import { checkRegister } from "../../db/register-check.ts";
import { listUnknown } from "../../db/unknown-documents.ts";
import { answerBody, caseIn, hire, mails, outcome, type People, publication, publish } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, thePublic, type World } from "./world.ts";

let world: World;
let science: People;
let justice: People;
beforeAll(async () => {
  world = await openWorld();
  science = await hire(world, "BKHCN");
  justice = await hire(world, "BTP");
});
afterAll(async () => world.close());

const barrier = (provisions: string, more: Record<string, string> = {}) => ({
  answers: { legalDocument: "", legalProvision: "", provisions, ...more },
});

/** A barrier on these provisions, answered by an agency and published. */
async function answered(people: People, provisions: string, kind: OutcomeKind) {
  const filed = await caseIn(world, people, "in_progress", "barrier", barrier(provisions));
  await world.run(submitAnswer, people.officer, { code: filed.code, body: answerBody, outcome: outcome(kind) });
  await world.run(approveAnswer, people.leader, { code: filed.code });
  await publish(world, people, publication(filed.code, {}, kind));
  return filed;
}

async function published(provisions: string, more: Record<string, string> = {}) {
  const filed = await caseIn(world, science, "assigned", "barrier", barrier(provisions, more));
  await publish(world, science, publication(filed.code));
  return filed;
}

async function entriesOn(key: string) {
  const { registerEntries } = world.store.read.tables;
  const rows = await world.store.read.select().from(registerEntries).orderBy(registerEntries.placeOrder);
  return rows.filter(({ lawKey }) => lawKey === key);
}

test("the spellings of one provision meet in one entry; what is taken down leaves nothing of it", async () => {
  const first = await published("điểm a khoản 2 Điều 12 Luật Đất đai 2024", {
    hoursPerYear: "60 giờ",
    moneyPerYear: "1,5 tỷ",
    sector: "VSIC-C",
  });
  const second = await published("Art. 12(2)(a) Law No. 31/2024/QH15", { hoursPerYear: "40 giờ", sector: "VSIC-C" });
  const third = await published("đ12 k2 điểm a Luật số 31/2024; Điều 5 đến Điều 7 Luật Đất đai", { sector: "" });
  const entries = await entriesOn("31/2024/qh15");
  expect(entries.map(({ place, reports }) => [place, reports])).toEqual([
    ["dieu-5", 1],
    ["dieu-6", 1],
    ["dieu-7", 1],
    ["dieu-12-khoan-2-diem-a", 3],
  ]);
  const entry = entries.at(-1);
  expect(entry).toMatchObject({ minutes: 6000, minutesFrom: 2, money: 1_500_000_000, moneyFrom: 1, state: "review" });
  const { registerFacets, registerReports } = world.store.read.tables;
  const facets = (await world.store.read.select().from(registerFacets)).filter(({ entryId }) => entryId === entry?.id);
  expect(facets).toContainEqual({ entryId: entry?.id, name: "sector", value: "VSIC-C", reports: 2 });

  for (const { code } of [first, second, third]) {
    const input = unpublishInput.parse({ code, category: "personal-data", reason: "Trang còn nêu tên một người." });
    await world.run(unpublishCase, science.editor, input);
  }
  expect(await entriesOn("31/2024/qh15")).toEqual([]);
  expect(await world.store.read.select().from(registerReports)).toEqual([]);
  expect(await world.store.read.select().from(registerFacets)).toEqual([]);
});

test("an unknown document goes to review and has no entry until somebody says what it is", async () => {
  const unknown = await published("Điều 3 Nghị định 777/2031/NĐ-CP");
  const added = await published("Điều 4 Nghị định 778/2031/NĐ-CP");
  const rejected = await published("Điều 9 Luật Không Có Thật");
  const { items } = await listUnknown(world.store.read, "open", null);
  expect(items.map(({ key }) => key).sort()).toEqual(["777/2031/nd-cp", "778/2031/nd-cp", "luat khong co that"]);
  expect((await entriesOn("356/2025/nd-cp")).length).toBe(0);
  const settle = (key: string, typed: Record<string, string>, actor = science.triage) => {
    const row = items.find((one) => one.key === key);
    return world.run(
      settleDocument,
      actor,
      settleDocumentInput.parse({ id: row?.id, version: row?.version, ...typed }),
    );
  };
  await expect(settle("777/2031/nd-cp", { decision: "reject" }, science.officer)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(settle("777/2031/nd-cp", { decision: "reject" })).rejects.toMatchObject({ errors: { reason: "empty" } });
  const elsewhere = { decision: "map", document: "Nghị định 9/2032/NĐ-CP" };
  await expect(settle("777/2031/nd-cp", elsewhere)).rejects.toMatchObject({ errors: { document: "unknown" } });
  await settle("777/2031/nd-cp", { decision: "map", document: "Nghị định 356/2025/NĐ-CP" });
  await settle("luat khong co that", { decision: "reject", reason: "Không có luật nào tên như vậy." });
  const law = { titleVi: "Nghị định thử nghiệm", titleEn: "Test decree", validFrom: "2026-01-01" };
  await world.run(saveLaw, science.admin, saveLawInput.parse({ ...law, document: "Nghị định 778/2031/NĐ-CP" }));
  await keepRegister(world.store);
  expect((await entriesOn("356/2025/nd-cp")).map(({ place }) => place)).toEqual(["dieu-3"]);
  expect((await entriesOn("778/2031/nd-cp")).map(({ place }) => place)).toEqual(["dieu-4"]);
  expect((await listUnknown(world.store.read, "open", null)).items).toEqual([]);
  expect(await checkRegister(world.store.read)).toMatchObject({ wrong: [] });
  expect([unknown.code, added.code, rejected.code]).toHaveLength(3);
});

test("answers that differ are shown to the ministry in charge until it settles them, and again when they differ anew", async () => {
  const ours = await answered(science, "Điều 21 Nghị định 13/2023/NĐ-CP", "explained");
  await answered(justice, "Article 21 of Decree 13/2023", "not_accepted");
  const charge = await world.staff("leader", "BCA");
  const { items } = await listDifferences(world.store.read, charge, { settled: false, offsetId: null });
  expect(
    items.map(({ entry, answers }) => [entry.place, answers.map(({ outcomeKind }) => outcomeKind).sort()]),
  ).toEqual([["dieu-21", ["explained", "not_accepted"]]]);
  expect((await listDifferences(world.store.read, science.leader, { settled: false, offsetId: null })).items).toEqual(
    [],
  );
  expect(await differencesOfCase(world.store.read, science.monitor, ours.id)).toHaveLength(1);
  const [found] = items;
  const input = settleDifferenceInput.parse({
    entryId: found?.entry.id,
    print: found?.difference.print,
    settledWith: "Công văn 12/BCA-PC ngày 01/10/2026",
  });
  await expect(world.run(settleDifference, justice.leader, input)).rejects.toMatchObject({ code: "not-found" });
  await world.run(settleDifference, charge, input);
  expect((await listDifferences(world.store.read, charge, { settled: false, offsetId: null })).items).toEqual([]);
  expect((await listDifferences(world.store.read, charge, { settled: true, offsetId: null })).items).toHaveLength(1);

  await answered(justice, "đ21 NĐ 13/2023", "commitment");
  const again = await findDifference(world.store.read, charge, input.entryId);
  expect(again?.answers).toHaveLength(3);
  await expect(world.run(settleDifference, charge, input)).rejects.toMatchObject({ code: "stale" });
  expect((await entriesOn("13/2023/nd-cp"))[0]).toMatchObject({ state: "promised", reports: 3 });
});

test("an amendment is confirmed by another person; every sender and follower is told once and the entry is fixed by it", async () => {
  const filed = await published("Điều 30 Luật Viễn thông; khoản 1 Điều 30 Luật Viễn thông");
  const follow = { code: filed.code, token: "one", lang: "vi", email: "nguoi.theo.doi@example.vn" } as const;
  const follower = await world.run(followCase, thePublic, follow);
  await world.run(confirmFollowing, thePublic, { followerId: follower.id });
  const unpublished = await world.submit("barrier", barrier("k2 đ30 Luật Viễn thông số 24/2023/QH15"));
  const withdrawn = await world.submit("barrier", barrier("Điều 30 Luật Viễn thông"));
  await world.run(withdrawCase, withdrawn.submitter, { code: withdrawn.code });
  await world.submit("barrier", barrier("Điều 31 Luật Viễn thông"));
  world.tick(1);
  const typed = {
    document: "Nghị định 99/2027/NĐ-CP",
    inForceOn: "2027-01-01",
    provisions: "Điều 30 Luật Viễn thông 2023",
    whatVi: "Bỏ giấy xác nhận thứ hai.",
    whatEn: "The second certificate is no longer needed.",
    gazetteUrl: "https://congbao.example.vn/99-2027",
  };
  const propose = (more: Record<string, string>, actor = science.officer) =>
    world.run(proposeAmendment, actor, proposeAmendmentInput.parse({ ...typed, ...more }));
  await expect(propose({}, justice.officer)).rejects.toMatchObject({ errors: { provisions: "not-yours" } });
  await expect(propose({ provisions: "một điều nào đó" })).rejects.toMatchObject({ errors: { provisions: "unread" } });
  const proposed = await propose({}, science.editor);
  const decide = (decision: string, actor: People["editor"], version: number, reason = "") =>
    world.run(decideAmendment, actor, decideAmendmentInput.parse({ id: proposed.id, version, decision, reason }));
  await expect(decide("publish", science.editor, 1)).rejects.toMatchObject({ code: "own-work" });
  await expect(decide("publish", justice.leader, 1)).rejects.toMatchObject({ code: "not-found" });
  expect((await entriesOn("24/2023/qh15")).map(({ fixedOn }) => fixedOn)).toEqual([null, null]);
  await decide("publish", science.leader, 1);
  expect((await entriesOn("24/2023/qh15")).map(({ fixedOn }) => fixedOn)).toEqual(["2027-01-01", "2027-01-01"]);
  const amendment = await findAmendment(world.store.read, proposed.id);
  expect(amendment && (await casesOfAmendment(world.store.read, amendment, { limit: 10 }))).toEqual([filed.id]);

  const told = async () => (await mails(world)).filter((mail) => mail.includes("amended"));
  expect(await told()).toEqual([]);
  expect(await tellOfAmendments(world.store, world.now())).toBe(2);
  expect(await tellOfAmendments(world.store, world.now())).toBe(0);
  await tellFollowers(world.store, world.now());
  expect(await told()).toEqual(["amended reporter", "amended reporter", "followed-amended follower"]);
  const { outbox } = world.store.read.tables;
  const amended = (await world.store.read.select().from(outbox)).filter(({ mail }) => mail === "amended");
  expect(amended.map(({ recipientId }) => recipientId).sort()).toEqual([filed.id, unpublished.id].sort());

  const solved = outcomeSchema.parse({ ...outcome("solved"), evidence: "ND 99/2027/NĐ-CP ngày 01/12/2026" });
  const cited = async () => (await amendmentsCited(world.store.read, solved)).map(({ id }) => id);
  expect(await cited()).toEqual([proposed.id]);
  await expect(decide("withdraw", science.leader, 1)).rejects.toMatchObject({ code: "stale" });
  const version = (await findAmendment(world.store.read, proposed.id))?.version ?? 0;
  await decide("withdraw", science.secondEditor, version, "Ghi nhầm số văn bản.");
  expect((await entriesOn("24/2023/qh15")).map(({ fixedOn }) => fixedOn)).toEqual([null, null]);
  expect(await cited()).toEqual([]);
});

test("the operator's check names what somebody altered", async () => {
  const filed = await published("Điều 40 Luật Dữ liệu");
  const { registerEntries, registerReports } = world.store.read.tables;
  expect((await checkRegister(world.store.read)).wrong).toEqual([]);
  await world.store.write((tx) => tx.update(registerEntries).set({ minutes: 1 }));
  expect((await checkRegister(world.store.read)).wrong).toContain("60/2024/qh15 dieu-40");
  await world.store.write((tx) => tx.delete(registerReports));
  expect((await checkRegister(world.store.read)).wrong).toContain(filed.code);
});

test("what nobody is in charge of any more says so, and its answers are settled by the standing body", async () => {
  await answered(science, "Điều 22 Nghị định 13/2023/NĐ-CP", "explained");
  await answered(justice, "Điều 22 Nghị định 13/2023/NĐ-CP", "not_accepted");
  const charge = await world.staff("leader", "BCA");
  const { id: agencyId, version, code: confirmCode } = await world.agency("BCA");
  const lastDay = localDate(world.now());
  await world.run(dissolveAgency, await world.staff("admin"), { agencyId, version, lastDay, confirmCode });
  const found = async () => {
    const { items } = await listDifferences(world.store.read, science.triage, { settled: false, offsetId: null });
    return items.find(({ entry }) => entry.place === "dieu-22");
  };
  const difference = await found();
  const input = settleDifferenceInput.parse({
    entryId: difference?.entry.id,
    print: difference?.difference.print,
    settledWith: "Công văn 15/BCĐ ngày 01/12/2026",
  });
  const opened = async () => {
    const { context, url } = visit(world, { path: `/office/differences?id=${input.entryId}` });
    context.set(actorContext, science.triage);
    return (await loadDifferences(context, url)).opened;
  };
  expect(await opened()).toMatchObject({ drafter: "Bộ Công an", drafterEnded: false, settles: false });
  await expect(world.run(settleDifference, science.triage, input)).rejects.toMatchObject({ code: "not-found" });
  world.tick(1);
  expect(await opened()).toMatchObject({ drafter: null, drafterEnded: true, settles: true });
  await expect(world.run(settleDifference, charge, input)).rejects.toMatchObject({ code: "not-found" });
  await world.run(settleDifference, science.triage, input);
  expect(await found()).toBeUndefined();
});
