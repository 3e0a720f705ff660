import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { arbitrateCase } from "../../app/commands/arbitrate-case.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { refuseCase, refuseInput } from "../../app/commands/refuse-case.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { checkInput } from "../../app/domain/check-input.ts";
import { InputRefusal, Refusal } from "../../app/domain/refusal.ts";
import { countQueue } from "../../db/queue.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { refusalsOf, refusersOfAlike } from "../../db/refusals.ts";
import { decidedByArbiter, inArbitration, refusedBy } from "./arbitration.ts";
import { answerBody, caseIn, ground, hire, mails, outcome, type People, reason } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

/** What a command is refused with: its code, or the rule beside each field. */
async function refusal(attempt: Promise<unknown>): Promise<unknown> {
  const failure = await attempt.then(
    () => "done",
    (thrown: unknown) => thrown,
  );
  if (failure instanceof InputRefusal) return failure.errors;
  return failure instanceof Refusal ? failure.code : failure;
}

const lastMails = async (count: number) => (await mails(world)).slice(-count);

describe("a refusal", () => {
  test("names the competent agency and a ground that was understood, both kept as such", async () => {
    const { code, id } = await caseIn(world, people, "assigned");
    const { id: competentId } = await world.agency("BTP");
    await world.run(refuseCase, people.officer, { code, reason, ground: "đ5 k2 NĐ 13/2023", competentId });
    const [kept] = await refusalsOf(world.store.read, id);
    expect(kept).toMatchObject({
      caseId: id,
      agencyId: people.officer.agencyId,
      competentId,
      competentName: null,
      ground: { article: "5", clause: "2", document: { type: "decree", number: "13", year: 2023 } },
    });
    const last = (await listEvents(world.store.read, caseStream(id))).at(-1);
    expect(last).toMatchObject({ type: "refuse", data: { competentId } });
    expect(JSON.stringify(last?.data)).not.toContain("13/2023");
  });

  test("takes the name of a body outside the list as it is, and one inside it as the agency", async () => {
    const outside = await caseIn(world, people, "assigned");
    await world.run(refuseCase, people.officer, {
      code: outside.code,
      reason,
      ground,
      competentBody: "Hội Thử nghiệm",
    });
    expect(await refusalsOf(world.store.read, outside.id)).toMatchObject([
      { competentId: null, competentName: "Hội Thử nghiệm" },
    ]);
    const inside = await caseIn(world, people, "assigned");
    const justice = await world.agency("BTP");
    await world.run(refuseCase, people.officer, { code: inside.code, reason, ground, competentBody: "bo tu phap" });
    expect(await refusalsOf(world.store.read, inside.id)).toMatchObject([
      { competentId: justice.id, competentName: null },
    ]);
  });

  test("without a body, with the refusing one, or on a ground nobody can read says so beside the field", async () => {
    const { code } = await caseIn(world, people, "assigned");
    const before = await world.find(code);
    const refuse = (more: object) => refusal(world.run(refuseCase, people.officer, { code, reason, ground, ...more }));
    expect(await refuse({})).toEqual({ competentId: "empty" });
    expect(await refuse({ competentId: people.officer.agencyId })).toEqual({ competentId: "same" });
    expect(await refuse({ competentBody: "Bộ Khoa học và Công nghệ" })).toEqual({ competentBody: "same" });
    expect(await refuse({ competentId: 999_999 })).toEqual({ competentId: "wrong" });
    expect(await refuse({ competentBody: "Bộ khác", ground: "theo quy định" })).toEqual({ ground: "unread" });
    expect(await refuse({ ground: "khoản 2" })).toEqual({ competentId: "empty", ground: "unread" });
    expect(await world.find(code)).toEqual(before);
    const typed = checkInput(refuseInput, { code, reason, competentBody: "Bộ khác" });
    expect(typed).toMatchObject({ ok: false, errors: { ground: "empty" } });
    const nothing = checkInput(refuseInput, { code, reason: "", ground: "", competentId: "", competentBody: "" });
    expect(nothing).toMatchObject({
      ok: false,
      errors: { reason: "empty", competentId: "empty", ground: "empty" },
    });
    // In the order of the form, though the body is checked after all else.
    expect(nothing.ok ? [] : Object.keys(nothing.errors)).toEqual(["reason", "competentId", "ground"]);
  });
});

describe("ping-pong ends with the arbiter", () => {
  test("after the second refusal, the clock running on, with one plain mail to the submitter", async () => {
    const { code, id, dueAt } = await world.submit();
    const tax = await world.staff("officer", "BTC");
    const building = await world.staff("officer", "BXD");
    await refusedBy(world, people, tax, code);
    expect(await lastMails(1)).toEqual(["reassigning reporter"]);
    expect(await world.find(code)).toMatchObject({ arbiterSince: null, refusals: 1 });
    world.tick(1);
    await refusedBy(world, people, building, code);
    const row = await world.find(code);
    expect(row).toMatchObject({ status: "submitted", agencyId: null, refusals: 2, arbiterSince: world.now(), dueAt });
    expect(row.pausedAt).toBeNull();
    const told = await mails(world);
    expect(told.filter((mail) => mail === "arbitration reporter")).toHaveLength(1);
    expect(told.at(-1)).toBe("case-for-arbiter staff");
    const types = (await listEvents(world.store.read, caseStream(id))).map(({ type, data }) => [type, data.toArbiter]);
    expect(types.at(-1)).toEqual(["refuse", true]);
  });

  test("when triage sends the case back to a body that refused it: A, B, A", async () => {
    const { code, id } = await world.submit();
    const tax = await world.staff("officer", "BTC");
    await refusedBy(world, people, tax, code);
    await world.run(assignCase, people.triage, { code, agencyId: tax.agencyId });
    expect(await world.find(code)).toMatchObject({ status: "submitted", agencyId: null, arbiterSince: world.now() });
    expect((await listEvents(world.store.read, caseStream(id))).at(-1)).toMatchObject({ type: "escalate" });
    expect((await mails(world)).slice(-2).sort()).toEqual(["arbitration reporter", "case-for-arbiter staff"]);
    expect(await refusal(world.run(assignCase, people.triage, { code, agencyId: tax.agencyId }))).toBe("with-arbiter");
  });

  test("when a body that works on it already is to give it back to one that refused", async () => {
    const { code } = await world.submit();
    const tax = await world.staff("officer", "BTC");
    await refusedBy(world, people, tax, code);
    await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
    await world.run(assignCase, people.triage, { code, agencyId: tax.agencyId });
    expect(await world.find(code)).toMatchObject({ status: "submitted", agencyId: null, arbiterSince: world.now() });
  });

  test("when a refusal names the body that has itself refused", async () => {
    const { code } = await world.submit();
    const tax = await world.staff("officer", "BTC");
    await refusedBy(world, people, tax, code);
    await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
    const back = { code, reason, ground, competentId: tax.agencyId };
    await world.run(refuseCase, people.officer, back);
    expect(await world.find(code)).toMatchObject({ arbiterSince: world.now() });
  });
});

describe("the arbiter's assignment", () => {
  test("binds: the agency cannot refuse, triage cannot send it on, the arbiter can", async () => {
    const { code } = await decidedByArbiter(world, people);
    const row = await world.find(code);
    expect(row).toMatchObject({ status: "in_progress", binding: true, arbiterSince: null, refusals: 2 });
    const refuse = { code, reason, ground, competentBody: "Bộ khác" };
    expect(await refusal(world.run(refuseCase, people.officer, refuse))).toBe("arbiter-decided");
    expect(await refusal(world.run(refuseCase, people.leader, refuse))).toBe("arbiter-decided");
    const { id: agencyId } = await world.agency("BTP");
    expect(await refusal(world.run(assignCase, people.triage, { code, agencyId }))).toBe("arbiter-decided");
    expect(await world.find(code)).toEqual(row);
    await world.run(submitAnswer, people.officer, {
      code,
      body: answerBody,
      outcome: outcome(),
      points: {},
      acknowledged: [],
    });
    await world.run(approveAnswer, people.leader, { code });
    expect(await refusal(world.run(refuseCase, people.officer, refuse))).toBe("wrong-state");
  });

  test("may go to any agency in force, even one that refused, and to no other", async () => {
    const { code } = await inArbitration(world, people);
    const arbitrate = (agencyId: number) => world.run(arbitrateCase, people.arbiter, { code, agencyId, reason });
    expect(await refusal(arbitrate(999_999))).toEqual({ agencyId: "wrong" });
    const tax = await world.agency("BTC");
    await arbitrate(tax.id);
    expect(await world.find(code)).toMatchObject({ status: "assigned", agencyId: tax.id, binding: true });
    const justice = await world.agency("BTP");
    await arbitrate(justice.id);
    expect(await world.find(code)).toMatchObject({ agencyId: justice.id, binding: true });
  });

  test("waits in the arbiter's queue alone until it is made", async () => {
    const query = { view: "arbitration", now: world.now(), soon: world.now() } as const;
    const waiting = () => countQueue(world.store.read, people.arbiter, query);
    const before = await waiting();
    const { code } = await inArbitration(world, people);
    expect(await waiting()).toBe(before + 1);
    expect(await countQueue(world.store.read, people.officer, query)).toBe(0);
    await world.run(arbitrateCase, people.arbiter, { code, agencyId: people.officer.agencyId, reason });
    expect(await waiting()).toBe(before);
  });
});

test("who refuses cases of the same kind and field is counted by cases, the case itself left out", async () => {
  await using apart = await openWorld();
  const staff = await hire(apart);
  const field = { answers: { field: "finance" } };
  const tax = await apart.staff("officer", "BTC");
  const building = await apart.staff("officer", "BXD");
  for (const officer of [tax, tax, building]) {
    await refusedBy(apart, staff, officer, (await apart.submit("feedback", field)).code);
  }
  await refusedBy(apart, staff, building, (await apart.submit("feedback", { answers: { field: "data" } })).code);
  const own = await apart.submit("feedback", field);
  await refusedBy(apart, staff, building, own.code);
  expect(await refusersOfAlike(apart.store.read, await apart.find(own.code))).toEqual([
    { agencyId: tax.agencyId, times: 2 },
    { agencyId: building.agencyId, times: 1 },
  ]);
  const without = await apart.find((await apart.submit()).code);
  expect(await refusersOfAlike(apart.store.read, { ...without, field: null })).toEqual([]);
});
