import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { addNote } from "../../app/commands/add-note.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { snoozeCase } from "../../app/commands/snooze-case.ts";
import { saveTemplate, saveTemplateInput } from "../../app/commands/save-template.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { casework } from "../../app/http/casework.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import type { CaseRow } from "../../db/cases.ts";
import { keepProposal } from "../../db/route-proposals.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { officeCase } from "../../db/office-case.ts";
import { claimDueMail, markSent, type OutboxRow } from "../../db/outbox.ts";
import { submitterView } from "../../db/case-views.ts";
import { exportCase } from "./export-case.ts";
import { caseIn, ground, hire, outcome, type People, publishedIn, question, reason } from "./journey.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { openWorld, type World } from "./world.ts";

const SECONDS = 1 / (24 * 3600);
let world: World;
let people: People;
let setId: number;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
  setId = await world.store.write(async (tx) => {
    const set = { state: "superseded", authorId: people.triage.staffId, createdAt: world.now(), version: 1 } as const;
    const [made] = await tx.insert(tx.tables.ruleSets).values(set).returning();
    return made?.id ?? 0;
  });
});
afterAll(() => world.close());

async function mailsOf(code: string): Promise<OutboxRow[]> {
  const { outbox } = world.store.read.tables;
  const rows = await world.store.read.select().from(outbox).orderBy(outbox.id);
  return rows.filter((row) => row.params.code === code);
}

/** What a case is apart from its version. */
const stateOf = async (code: string): Promise<Omit<CaseRow, "version">> => {
  const { version: _version, ...state } = await world.find(code);
  return state;
};

/** Everything that is held of a case but its history and what was said on it. */
async function heldOf(code: string): Promise<unknown> {
  const {
    events: _events,
    messages: _messages,
    ...held
  } = JSON.parse(await exportCase(world.store.read, (await world.find(code)).id)) as Record<string, unknown>;
  return held;
}

/** What a rule that is in force no more had said of a case. */
async function proposeFor(code: string): Promise<void> {
  const { id: caseId } = await world.find(code);
  const { id: agencyId } = await world.agency("BTC");
  const proposal = { caseId, setId, position: 1, agencyId, field: "finance", level: "urgent", auto: false } as const;
  await world.store.write((tx) => keepProposal(tx, { ...proposal, at: world.now() }));
}

type Act = (code: string) => Promise<CaseRow>;
/** Each act that can be undone, by whoever does it. */
const acts: [string, "submitted" | "assigned" | "in_progress", keyof People, Act][] = [
  [
    "assign",
    "submitted",
    "triage",
    async (code) =>
      world.run(assignCase, people.triage, { code, agencyId: (await world.agency("BYT")).id, note: "Gấp." }),
  ],
  [
    "merge",
    "submitted",
    "triage",
    async (code) => world.run(mergeCase, people.triage, { code, leadCode: (await world.submit()).code }),
  ],
  [
    "decline",
    "submitted",
    "triage",
    (code) => world.run(declineCase, people.triage, { code, reasonCode: "out-of-scope", reason }),
  ],
  ["ask", "submitted", "triage", (code) => world.run(askSubmitter, people.triage, { code, question })],
  [
    "classify",
    "submitted",
    "triage",
    (code) => world.run(classifyCase, people.triage, { code, title: "Một tiêu đề khác" }),
  ],
  ["accept", "assigned", "officer", (code) => world.run(acceptCase, people.officer, { code })],
  [
    "refuse",
    "assigned",
    "officer",
    (code) => world.run(refuseCase, people.officer, { code, reason, ground, competentBody: "Bộ khác" }),
  ],
  [
    "snooze",
    "submitted",
    "triage",
    (code) => world.run(snoozeCase, people.triage, { code, until: "2026-11-02", reasonCode: "later" }),
  ],
  [
    "ask while it is handled",
    "in_progress",
    "officer",
    (code) => world.run(askSubmitter, people.officer, { code, question }),
  ],
];

test.each(acts)(
  "%s is undone: columns, mails, what the submitter reads; the history keeps both",
  async (_name, from, who, act) => {
    const { code } = await caseIn(world, people, from);
    world.tick(1);
    await proposeFor(code);
    const held = await heldOf(code);
    const before = await stateOf(code);
    const queued = await mailsOf(code);
    const read = await submitterView(world.store.read, await world.find(code), world.now());
    const acted = await act(code);
    const after = await mailsOf(code);
    for (const mail of after.slice(queued.length))
      expect(mail.notBefore.getTime()).toBe(world.now().getTime() + 60_000);

    world.tick(9 * SECONDS);
    await world.run(undoAct, people[who], { code, version: acted.version });
    expect(await stateOf(code)).toEqual(before);
    expect(await heldOf(code)).toEqual(held);
    expect(await mailsOf(code)).toEqual(queued);
    const view = await submitterView(world.store.read, await world.find(code), world.now());
    expect(view.messages).toEqual([]);
    expect(view.timeline).toEqual(read.timeline);
    const staysIn = ({ clock }: typeof view) => clock.desks.map((stay) => [stay.from, stay.until]);
    expect(staysIn(view)).toEqual(staysIn(read));
    const events = await listEvents(world.store.read, caseStream(acted.id));
    expect(events.map(({ position }) => position)).toEqual(events.map((_event, index) => index + 1));
    const [done, undone] = events.slice(-2);
    expect(undone).toMatchObject({ type: "undo", fromStatus: done?.toStatus, seenBy: done?.seenBy });
    expect(undone?.data).toMatchObject({ undone: done?.type, undoneVersion: acted.version });
  },
);

test("a template that a question used is used no more once the question is undone", async () => {
  const { code } = await world.submit();
  const held = await heldOf(code);
  const text = "Xin ông/bà cho biết đã nộp hồ sơ nào.";
  const template = { purpose: "ask", title: "Hỏi thêm", bodyVi: text, bodyEn: "Which dossier did you file?" };
  const { id } = await world.run(saveTemplate, people.triage, saveTemplateInput.parse(template));
  const input = casework.ask.schema.parse({ code, question, templateId: String(id) });
  await world.run(casework.ask.command, people.triage, input);
  expect(await heldOf(code)).toHaveProperty("templateUses");
  await undo(people.triage, code);
  expect(await heldOf(code)).toEqual(held);
});

const assign = async (code: string) =>
  world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
const undo = (actor: Actor, code: string, version?: number) => world.run(undoAct, actor, { code, version });

test("an act is undone for sixty seconds, once, and not after somebody else has changed the case", async () => {
  const { code } = await world.submit();
  const first = await assign(code);
  world.tick(60 * SECONDS);
  await expect(undo(people.triage, code, first.version)).rejects.toThrow("too-late");
  const second = await world.run(assignCase, people.triage, { code, agencyId: (await world.agency("BYT")).id });
  await world.run(addNote, people.triage, { code, note: "Đã gọi điện." });
  await expect(undo(people.triage, code, second.version)).rejects.toThrow("stale");
  await expect(undo(people.triage, code)).rejects.toThrow("too-late");
  const third = await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
  await undo(people.triage, code, third.version);
  await expect(undo(people.triage, code)).rejects.toThrow("too-late");
});

test("nobody undoes what another person did, and who may not see the case learns nothing", async () => {
  const { code } = await world.submit();
  const { version } = await assign(code);
  await expect(undo(await world.staff("triage"), code, version)).rejects.toThrow("forbidden");
  await expect(undo(people.officer, code, version)).rejects.toThrow("forbidden");
  await expect(undo(people.monitor, code, version)).rejects.toThrow("forbidden");
  await expect(undo(await world.staff("officer", "BYT"), code, version)).rejects.toThrow("not-found");
  await expect(undo(people.triage, "PA-2222-2222", version)).rejects.toThrow("not-found");
});

test("an act whose mail is on its way cannot be undone, and nothing of it changes", async () => {
  const { code } = await world.submit();
  const acted = await assign(code);
  const state = await stateOf(code);
  // A worker that was set to send at once took the mail.
  await world.store.write(async (tx) => {
    const claimed = await claimDueMail(tx, new Date(world.now().getTime() + 60_000), 1000);
    for (const mail of claimed) await markSent(tx, mail, world.now());
  });
  const mails = await mailsOf(code);
  await expect(undo(people.triage, code, acted.version)).rejects.toThrow("too-late");
  expect(await stateOf(code)).toEqual(state);
  expect(await mailsOf(code)).toEqual(mails);
});

test("what cannot be undone says so: an answer that goes to the leader", async () => {
  const { code } = await caseIn(world, people, "in_progress");
  const answer = { code, body: "Cơ quan đã kiểm tra và trả lời như sau.", outcome: outcome() };
  const { version } = await world.run(submitAnswer, people.officer, answer);
  await expect(undo(people.officer, code, version)).rejects.toThrow("too-late");
  expect(await stateOf(code)).toMatchObject({ status: "awaiting_approval" });
});

test("a published case is public again after a question is undone, and whoever acted is offered the undoing", async () => {
  const { code } = await publishedIn(world, people, "in_progress");
  const acted = await world.run(askSubmitter, people.officer, { code, question });
  const offered = await officeCase(world.store.read, people.officer, code, world.now());
  expect(offered?.acts).toContain("undo");
  const others = await officeCase(world.store.read, people.leader, code, world.now());
  expect(others?.acts).not.toContain("undo");
  await undo(people.officer, code, acted.version);
  const { publications } = world.store.read.tables;
  const rows = await world.store.read.select().from(publications);
  expect(rows.find((row) => row.code === code)?.status).toBe("in_progress");
});

test("what was done is forgotten after ten minutes", async () => {
  const { code } = await world.submit();
  await assign(code);
  world.tick(601 * SECONDS);
  await tidyUp(world.store, world.now());
  const { doneActs } = world.store.read.tables;
  expect(await world.store.read.select().from(doneActs)).toEqual([]);
});
