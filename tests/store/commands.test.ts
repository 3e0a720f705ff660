import { describe, expect, test } from "vitest";
import { addNote } from "../../app/commands/add-note.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { releaseCase } from "../../app/commands/release-case.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { submitCase } from "../../app/commands/submit-case.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { listMessages } from "../../db/messages.ts";
import { answersOf, type FormFields } from "./answers.ts";
import { caseIn, dump, hire, mails, question, ground, reason } from "./journey.ts";
import { openWorld, thePublic } from "./world.ts";

describe("submitting is refused beside the field, and nothing is stored", () => {
  test.each([
    ["a field that is no term", { field: "astrology" }, { field: "wrong" }],
    ["a technology that is out of force", { technology: "1131-2025.1" }, { technology: "wrong" }],
    ["an unknown commune", { communeCode: "99999" }, { communeCode: "wrong" }],
    ["an unknown province", { communeCode: "", provinceCode: "99" }, { provinceCode: "wrong" }],
    ["a commune of another province", { communeCode: "00070", provinceCode: "79" }, { provinceCode: "elsewhere" }],
  ] satisfies [string, FormFields, object][])("%s", async (_name, overrides, errors) => {
    await using world = await openWorld();
    const before = await dump(world);
    const answers = answersOf("initiative", overrides);
    const key = { key: "key", sessionHash: "session", bodyHash: "body" };
    const sent = world.run(submitCase, thePublic, { answers, key, heldReason: null });
    await expect(sent).rejects.toMatchObject({ errors });
    expect(await dump(world)).toEqual(before);
  });
});

test("a technology of the list in force on the day of filing is taken", async () => {
  await using world = await openWorld();
  world.at("2026-06-30T10:00:00Z");
  await world.submit("initiative", { answers: { technology: "1131-2025.1" } });
  world.at("2026-06-30T17:00:00Z");
  await expect(world.submit("initiative", { answers: { technology: "1131-2025.1" } })).rejects.toThrow("input");
  await world.submit("initiative", { answers: { technology: "21-2026.2" } });
});

test("a commune gives its province; a case without a title takes its opening words", async () => {
  await using world = await openWorld();
  const content = "Cổng dịch vụ công báo lỗi khi nộp hồ sơ cấp đổi giấy tờ. Tôi đã thử ba lần trong tuần vừa rồi.";
  const { code } = await world.submit("feedback", { answers: { communeCode: "00070", provinceCode: "", content } });
  const row = await world.find(code);
  expect(row).toMatchObject({ provinceCode: "01", communeCode: "00070" });
  expect(row.title).toBe("Cổng dịch vụ công báo lỗi khi nộp hồ sơ cấp đổi giấy tờ. Tôi đã thử ba lần trong tuần vừa…");
});

test("a held case waits out of everybody's sight, untold, until triage releases it with the clock it had", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, dueAt } = await world.submit("feedback", { heldReason: "honeypot" });
  expect(await mails(world)).toEqual([]);
  await expect(world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId })).rejects.toMatchObject(
    {
      code: "wrong-state",
    },
  );
  world.tick(2);
  await world.run(releaseCase, people.triage, { code, version: 1 });
  expect(await world.find(code)).toMatchObject({ heldReason: null, status: "submitted", dueAt });
  expect(await mails(world)).toEqual(["received reporter"]);
  await expect(world.run(releaseCase, people.triage, { code })).rejects.toMatchObject({ code: "wrong-state" });
});

describe("assigning", () => {
  test("is refused to an agency that does not exist, is not in force, or has the case", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await caseIn(world, people, "assigned");
    const { agencyId } = people.officer;
    const before = await dump(world);
    const assign = (id: number) => world.run(assignCase, people.triage, { code, agencyId: id });
    await expect(assign(9999)).rejects.toMatchObject({ errors: { agencyId: "wrong" } });
    await expect(assign(agencyId)).rejects.toMatchObject({ errors: { agencyId: "same" } });
    const gone = await world.agency("BTP");
    await world.database.sql("update agency set valid_to = '2026-10-04' where id = ?", gone.id);
    await expect(assign(gone.id)).rejects.toMatchObject({ errors: { agencyId: "wrong" } });
    expect(await dump(world)).toEqual(before);
    await world.database.sql("update agency set valid_to = '2026-10-05' where id = ?", gone.id);
    await assign(gone.id);
  });

  test("anew never restarts the clock, and tells the people of the new agency", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const elsewhere = await world.staff("officer", "BTP");
    const { code, dueAt, triageDueAt } = await caseIn(world, people, "in_progress");
    world.tick(5);
    await world.run(assignCase, people.triage, { code, agencyId: elsewhere.agencyId });
    expect(await world.find(code)).toMatchObject({
      status: "assigned",
      agencyId: elsewhere.agencyId,
      dueAt,
      triageDueAt,
    });
    const { outbox } = world.store.read.tables;
    const told = await world.store.read.select().from(outbox).orderBy(outbox.id);
    expect(told.at(-1)).toMatchObject({ mail: "case-for-agency", recipient: "staff", recipientId: elsewhere.staffId });
    expect(told.at(-1)?.params).toMatchObject({ code, agencyVi: elsewhere.agencyVi });
  });

  test("mails nobody who cannot sign in", async () => {
    await using world = await openWorld();
    const people = await hire(world, "BYT");
    await world.database.sql("update staff set password_hash = null where id = ?", people.leader.staffId);
    await world.database.sql("update staff set disabled_at = created_at where id = ?", people.officer.staffId);
    const { code } = await world.submit();
    await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
    expect((await mails(world)).filter((mail) => mail.endsWith("staff"))).toEqual([]);
  });
});

test("an agency that refuses says why and whose it is; triage counts it and the clock runs on", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id, dueAt } = await caseIn(world, people, "in_progress");
  await world.run(refuseCase, people.leader, { code, reason, ground, competentBody: "Bộ Thử nghiệm" });
  const row = await world.find(code);
  expect(row).toMatchObject({ status: "submitted", agencyId: null, refusals: 1, dueAt });
  const [said] = await listMessages(world.store.read, id, ["office"]);
  expect(said).toMatchObject({ kind: "reason", body: `${reason}\n\n→ Bộ Thử nghiệm\n§ ${ground}`, seenBy: "office" });
  expect(await listMessages(world.store.read, id, ["submitter", "public"])).toEqual([]);
  expect((await mails(world)).at(-1)).toBe("reassigning reporter");
  const last = (await listEvents(world.store.read, caseStream(id))).at(-1);
  const body = await world.agency("VPTW");
  expect(last?.data).toMatchObject({ holderId: body.id, holderVi: body.nameVi, holderEn: body.nameEn });
});

test("a declined case tells the submitter why and where to go", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await world.submit();
  await world.run(declineCase, people.triage, { code, reasonCode: "complaint", reason });
  expect(await world.find(code)).toMatchObject({ status: "declined", closedAt: world.now() });
  expect(await listMessages(world.store.read, id, ["submitter"])).toMatchObject([{ kind: "reason", body: reason }]);
  const last = (await listEvents(world.store.read, caseStream(id))).at(-1);
  expect(last).toMatchObject({ seenBy: "submitter", data: { reasonCode: "complaint" } });
  expect((await mails(world)).at(-1)).toBe("declined reporter");
});

describe("merging", () => {
  test("puts the case under its leading case", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const lead = await caseIn(world, people, "in_progress");
    const { code } = await world.submit();
    await world.run(mergeCase, people.triage, { code, leadCode: lead.code.toLowerCase().replaceAll("-", " ") });
    expect(await world.find(code)).toMatchObject({ status: "merged", mergedIntoId: lead.id, closedAt: world.now() });
    expect(await world.find(lead.code)).toMatchObject({ status: "in_progress", version: 3 });
    expect((await mails(world)).at(-1)).toBe("merged reporter");
  });

  test.each([
    ["no code", "PA", "unknown"],
    ["a code that nobody has", "PA-2222-2222", "unknown"],
  ])("is refused under %s", async (_name, leadCode, rule) => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await world.submit();
    const merged = world.run(mergeCase, people.triage, { code, leadCode });
    await expect(merged).rejects.toMatchObject({ errors: { leadCode: rule } });
  });

  test("is refused under itself and under a case that ended without an answer", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { code } = await world.submit();
    const merge = (leadCode: string) => world.run(mergeCase, people.triage, { code, leadCode });
    await expect(merge(code)).rejects.toMatchObject({ errors: { leadCode: "same" } });
    for (const status of ["declined", "withdrawn", "answered", "closed"] as const) {
      const { code: leadCode } = await caseIn(world, people, status);
      await expect(merge(leadCode), status).rejects.toMatchObject({ errors: { leadCode: "ended" } });
    }
  });
});

test("triage asks before it assigns, and the reply comes back to triage", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, submitter, triageDueAt } = await world.submit();
  await world.run(askSubmitter, people.triage, { code, question });
  world.tick(2);
  await world.run(replyToQuestion, submitter, { code, reply: "Tôi nộp ngày 01/10." });
  const row = await world.find(code);
  expect(row.status).toBe("submitted");
  expect(row.triageDueAt.getTime() - triageDueAt.getTime()).toBe(2 * 24 * 3600 * 1000);
});

test("a case is taken back with or without a reason; the reason is for its submitter", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id, submitter } = await caseIn(world, people, "waiting");
  await world.run(withdrawCase, submitter, { code, reason: "Việc đã xong." });
  expect(await world.find(code)).toMatchObject({ status: "withdrawn", pausedAt: null, waitUntil: null });
  const said = await listMessages(world.store.read, id, ["submitter"]);
  expect(said.at(-1)).toMatchObject({ body: "Việc đã xong.", authorName: "" });
});

test("a case is classified only by terms in force, and a blank clears what was there", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await world.submit();
  const classify = (terms: object) => world.run(classifyCase, people.triage, { code, title: "Một tiêu đề", ...terms });
  await expect(classify({ bottleneck: "luck" })).rejects.toMatchObject({ errors: { bottleneck: "wrong" } });
  await classify({ field: "data", bottleneck: "bottleneck.data" });
  expect(await world.find(code)).toMatchObject({ field: "data", bottleneck: "bottleneck.data" });
  await classify({});
  expect(await world.find(code)).toMatchObject({ field: null, bottleneck: null });
});

test("a note stays in the office", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await caseIn(world, people, "closed");
  await world.run(addNote, people.leader, { code, note: "Rút kinh nghiệm." });
  expect(await listMessages(world.store.read, id, ["public", "submitter"])).toEqual([]);
  expect(await listMessages(world.store.read, id, ["office"])).toMatchObject([
    { kind: "note", body: "Rút kinh nghiệm.", authorName: people.leader.name, agencyVi: people.leader.agencyVi },
  ]);
});

test("a held case can be declined without ever being released, and nobody is written to", async () => {
  await using world = await openWorld();
  const triage = await world.staff("triage");
  const { code } = await world.submit("feedback", { heldReason: "honeypot" });
  await world.run(declineCase, triage, {
    code,
    reasonCode: "abusive",
    reason: "Nội dung quảng cáo, không phải phản ánh.",
  });
  expect((await world.find(code)).status).toBe("declined");
  const { outbox } = world.store.read.tables;
  expect(await world.store.read.select().from(outbox)).toEqual([]);
});
