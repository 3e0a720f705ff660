import { describe, expect, test } from "vitest";
import type { Kind } from "../../app/domain/case-kind.ts";
import { kinds } from "../../app/domain/case-kind.ts";
import { lastDay } from "../../app/domain/deadlines.ts";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { draftAnswer } from "../../app/commands/draft-answer.ts";
import { proposePublication } from "../../app/commands/propose-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { verifyAudit } from "../../db/audit.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { listMessages } from "../../db/messages.ts";
import { findPublication } from "../../db/publications.ts";
import { findRating } from "../../db/ratings.ts";
import { openReporter } from "../../db/reporters.ts";
import { answerBody, hire, mails, outcome, publication, question } from "./journey.ts";
import { openWorld } from "./world.ts";

/** The last day of the answer of each kind, filed on Monday 5/10/2026, without and with a pause of three days. */
const promised: Record<Kind, [string, string]> = {
  feedback: ["2026-10-26", "2026-10-29"],
  proposal: ["2026-10-26", "2026-10-29"],
  // Fifteen calendar days; the pause of three working days is three calendar days as well.
  barrier: ["2026-10-20", "2026-10-23"],
  initiative: ["2026-11-16", "2026-11-19"],
};

describe.each(kinds)("the life of a %s", (kind) => {
  test("from submission to a rating that closes it", async () => {
    await using world = await openWorld();
    const { triage, officer, leader, editor, secondEditor } = await hire(world);
    const filed = await world.submit(kind);
    const { code, submitter } = filed;
    const now = async () => world.find(code);
    expect(lastDay(filed.dueAt)).toBe(promised[kind][0]);
    expect(lastDay(filed.triageDueAt)).toBe("2026-10-12");

    const classify = {
      code,
      version: 1,
      title: "Lỗi khi nộp hồ sơ",
      field: "procedures",
      bottleneck: "bottleneck.data",
    };
    await world.run(classifyCase, triage, classify);
    world.tick(1);
    await world.run(assignCase, triage, { code, version: 2, agencyId: officer.agencyId, note: "Đúng thẩm quyền." });
    await world.run(acceptCase, officer, { code, version: 3 });
    await world.run(askSubmitter, officer, { code, version: 4, question });
    const paused = await now();
    expect(paused).toMatchObject({ status: "waiting", resumeStatus: "in_progress", pausedAt: world.now() });
    expect(paused.waitUntil && lastDay(paused.waitUntil)).toBe("2026-10-20");

    world.tick(3);
    await world.run(replyToQuestion, submitter, { code, reply: "Tôi nộp ngày 01/10." });
    const resumed = await now();
    expect(resumed).toMatchObject({ status: "in_progress", pausedAt: null, waitUntil: null, pausedUnits: 3 });
    expect(lastDay(resumed.dueAt)).toBe(promised[kind][1]);

    await world.run(draftAnswer, officer, { code, body: "Mới viết nửa chừng", outcome: {} });
    expect((await now()).version).toBe(resumed.version);
    await world.run(submitAnswer, officer, { code, version: 6, body: answerBody, outcome: outcome("solved") });
    await world.run(returnAnswer, leader, { code, version: 7, reason: "Thiếu số liệu." });
    await world.run(submitAnswer, officer, {
      code,
      version: 8,
      body: `${answerBody} Đã bổ sung.`,
      outcome: outcome("solved"),
    });
    world.tick(1);
    await world.run(approveAnswer, leader, { code, version: 9 });
    const answered = await now();
    expect(answered).toMatchObject({ status: "answered", answeredAt: world.now() });
    // Fifteen working days after Friday 9/10.
    expect(answered.closeAt && lastDay(answered.closeAt)).toBe("2026-10-30");

    await world.run(proposePublication, editor, { ...publication(code, {}, "solved"), version: 10 });
    await world.run(publishCase, secondEditor, { code, version: 11 });
    await world.run(rateCase, submitter, { code, level: "4", solved: "yes", comment: "Cảm ơn." });

    const closed = await now();
    expect(closed).toMatchObject({
      status: "closed",
      closedAt: world.now(),
      published: true,
      version: 13,
      refusals: 0,
    });
    expect(closed).toMatchObject({ title: "Lỗi khi nộp hồ sơ", field: "procedures", bottleneck: "bottleneck.data" });
    expect(closed.ruleId).toBe(resumed.ruleId);

    const { read } = world.store;
    const events = await listEvents(read, caseStream(filed.id));
    expect(
      events.map((event) => `${event.type} ${event.actorKind} ${event.fromStatus} ${event.toStatus} ${event.seenBy}`),
    ).toEqual([
      "submit public null submitted public",
      "classify staff null null office",
      "assign staff submitted assigned public",
      "accept staff assigned in_progress public",
      "ask staff in_progress waiting public",
      "reply submitter waiting in_progress public",
      "answer staff in_progress awaiting_approval public",
      "return staff awaiting_approval in_progress office",
      "answer staff in_progress awaiting_approval public",
      "approve staff awaiting_approval answered public",
      "propose-publication staff null null office",
      "publish staff null null public",
      "rate submitter answered closed public",
    ]);
    expect(events.map((event) => event.position)).toEqual(events.map((_event, index) => index + 1));
    expect(events[3]).toMatchObject({
      actorName: officer.name,
      agencyVi: officer.agencyVi,
      agencyEn: officer.agencyEn,
    });
    expect(events[5]).toMatchObject({ actorName: "", actorId: null });
    expect(await verifyAudit(read)).toMatchObject({ findings: [] });

    expect(await mails(world)).toEqual([
      "received reporter",
      "assigned reporter",
      "case-for-agency staff",
      "case-for-agency staff",
      "accepted reporter",
      "question reporter",
      "reply-received reporter",
      "reply-arrived staff",
      "awaiting-approval reporter",
      "approval-wanted staff",
      "answer-returned staff",
      "awaiting-approval reporter",
      "approval-wanted staff",
      "answered reporter",
      "published reporter",
      "closed reporter",
    ]);
    const said = await listMessages(read, filed.id, ["public", "submitter", "office"]);
    expect(said.map((message) => `${message.kind} ${message.seenBy}`)).toEqual([
      "note office",
      "question submitter",
      "reply submitter",
      "reason office",
    ]);
    const { answers } = read.tables;
    const drafts = await read.select().from(answers).orderBy(answers.id);
    expect(drafts.map((answer) => answer.state)).toEqual(["returned", "approved"]);
    expect(drafts[1]).toMatchObject({
      body: `${answerBody} Đã bổ sung.`,
      draftedBy: officer.staffId,
      approvedBy: leader.staffId,
    });

    expect(await findRating(read, await world.find(filed.code))).toMatchObject({
      level: 4,
      solved: true,
      comment: "Cảm ơn.",
    });
    expect(await findPublication(read, code)).toMatchObject({
      kind,
      status: "closed",
      agencyId: officer.agencyId,
      answeredAt: answered.answeredAt,
      dueAt: resumed.dueAt,
      outcomeKind: "solved",
      ratingLevel: 4,
      ratingSolved: true,
      receivedOn: "2026-10-05",
    });
    expect(await openReporter(read, filed.id)).toMatchObject({ email: "nguoi.gui@example.vn", phone: "+84912345678" });
  });
});

test("an answer after its due date is recorded as a late one", async () => {
  await using world = await openWorld();
  const { triage, officer, leader } = await hire(world);
  const { code, id } = await world.submit("barrier");
  await world.run(assignCase, triage, { code, agencyId: officer.agencyId });
  await world.run(acceptCase, officer, { code });
  world.at("2026-10-20T17:00:00Z");
  await world.run(submitAnswer, officer, { code, body: answerBody, outcome: outcome() });
  await world.run(approveAnswer, leader, { code });
  const approval = (await listEvents(world.store.read, caseStream(id))).at(-1);
  expect(approval).toMatchObject({ type: "approve", data: { inTime: false } });
});

test("an anonymous case has no identity and causes no mail to its sender", async () => {
  await using world = await openWorld();
  const { triage, officer } = await hire(world);
  const typed = { reporterType: "anonymous", name: "Gõ rồi Đổi ý", email: "doi.y@example.vn" };
  const filed = await world.submit("feedback", { answers: typed });
  await world.run(assignCase, triage, { code: filed.code, agencyId: officer.agencyId });
  expect(await openReporter(world.store.read, filed.id)).toBeNull();
  expect(await mails(world)).toEqual(["case-for-agency staff", "case-for-agency staff"]);
});

test("no mail and no event holds anything that a person wrote, or who they are", async () => {
  await using world = await openWorld();
  const { triage, officer } = await hire(world);
  const filed = await world.submit("proposal", { answers: { title: "Tiêu đề rất riêng" } });
  await world.run(assignCase, triage, { code: filed.code, agencyId: officer.agencyId, note: "Ghi chú rất riêng" });
  await world.run(acceptCase, officer, { code: filed.code });
  await world.run(askSubmitter, officer, { code: filed.code, question: "Câu hỏi rất riêng" });
  await world.run(replyToQuestion, filed.submitter, { code: filed.code, reply: "Trả lời rất riêng" });
  const { outbox, events } = world.store.read.tables;
  const told = JSON.stringify([
    await world.store.read.select().from(outbox),
    await world.store.read.select().from(events),
  ]);
  for (const secret of ["rất riêng", 'Thử Nghiệm"', "example.vn", "912345678", filed.secret, "hướng dẫn"]) {
    expect(told).not.toContain(secret);
  }
});
