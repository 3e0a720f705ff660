import { expect, test } from "vitest";
import { outcomeSchema } from "../../app/domain/outcome.ts";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { draftAnswer } from "../../app/commands/draft-answer.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { latestAnswer, updateDraft } from "../../db/answers.ts";
import { outcomeOf } from "./answers.ts";
import { answerBody, caseIn, hire, outcome } from "./journey.ts";
import { openWorld } from "./world.ts";

const half = { body: "Mới viết nửa chừng", outcome: { kind: "solved", measure: "" } };

test("a draft is kept, found by colleagues and written over", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const colleague = await world.staff("officer");
  const { code, id } = await caseIn(world, people, "in_progress");
  await world.run(draftAnswer, people.officer, { code, ...half });
  await world.run(draftAnswer, colleague, { code, ...half, body: "Viết tiếp", draftVersion: 1 });
  const draft = await latestAnswer(world.store.read, id);
  expect(draft).toMatchObject({ state: "draft", body: "Viết tiếp", draftedBy: colleague.staffId });
  expect(draft?.outcome).toEqual(half.outcome);
});

test("a case assigned to another agency gets that agency's answer, even over an older draft", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const other = await world.staff("officer", "BTP");
  const { code, id } = await caseIn(world, people, "in_progress");
  await world.run(draftAnswer, people.officer, { code, ...half });
  await world.run(assignCase, people.triage, { code, agencyId: other.agencyId });
  await world.run(acceptCase, other, { code });
  expect(await latestAnswer(world.store.read, id)).toMatchObject({ agencyId: people.officer.agencyId });
  await world.run(submitAnswer, other, { code, body: answerBody, outcome: outcome() });
  expect(await latestAnswer(world.store.read, id)).toMatchObject({ agencyId: other.agencyId, state: "submitted" });
});

test("a draft that arrives after the answer was handed in does not write over it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await caseIn(world, people, "in_progress");
  await world.run(draftAnswer, people.officer, { code, ...half });
  const draft = await latestAnswer(world.store.read, id);
  await world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: outcome() });
  // What a save that had read the draft before the hand-in would write.
  const written = await world.store.write((tx) => updateDraft(tx, draft?.id ?? 0, 1, { body: "Muộn" }));
  expect(written).toBe(false);
  expect(await latestAnswer(world.store.read, id)).toMatchObject({ state: "submitted", body: answerBody });
  await expect(world.run(draftAnswer, people.officer, { code, ...half })).rejects.toMatchObject({
    code: "wrong-state",
  });
});

test("a returned answer stays as it was and a copy is worked on", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await caseIn(world, people, "awaiting_approval");
  await world.run(returnAnswer, people.leader, { code, reason: "Thiếu số liệu." });
  expect(await latestAnswer(world.store.read, id, "returned")).toMatchObject({ body: answerBody });
  expect(await latestAnswer(world.store.read, id)).toMatchObject({ state: "draft", body: answerBody });
});

test("the dates of an outcome are held against the day of the answer", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "in_progress");
  const solved = outcomeSchema.parse({ ...outcomeOf("solved"), changedOn: "2026-10-06" });
  const answer = { code, body: answerBody, outcome: solved };
  const tomorrow = world.run(submitAnswer, people.officer, answer);
  await expect(tomorrow).rejects.toMatchObject({ errors: { "outcome.changedOn": "future" } });
  // Already the sixth of October in Viet Nam.
  world.at("2026-10-05T17:00:00Z");
  await world.run(submitAnswer, people.officer, answer);
  expect(await world.find(code)).toMatchObject({ status: "awaiting_approval" });
});
