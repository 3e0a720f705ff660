import { expect, test } from "vitest";
import { gatherCampaign } from "../../app/commands/gather-campaign.ts";
import { groupLetters } from "../../app/jobs/group-letters.ts";
import { workOnCollectives } from "../../app/jobs/work-on-collectives.ts";
import { campaignOfCase } from "../../db/campaigns.ts";
import { gatheringOf } from "../../db/collective-tasks.ts";
import { ensureContact } from "../../db/contacts.ts";
import { countMembers } from "../../db/merges.ts";
import { confirmedSenders } from "../../db/reporters.ts";
import { anonymous } from "./answers.ts";
import { hire, step } from "./journey.ts";
import { campaignLetter } from "./letters.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

async function fileLetters(world: World, count: number): Promise<SubmittedCase[]> {
  const letters: SubmittedCase[] = [];
  for (let number = 0; number < count; number += 1) {
    // Every tenth names nobody, and of the others each address comes three times.
    const sender = number % 10 === 0 ? anonymous : { email: `nguoi.${number % 40}@example.vn`, phone: "" };
    const content = campaignLetter(number);
    letters.push(await world.submit("feedback", { answers: { content, title: "", ...sender } }));
  }
  await groupLetters(world.store, world.now());
  return letters;
}

test("the letters of a campaign become one collective case, piece by piece, and all are answered with it", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const letters = await fileLetters(world, 120);
  const [first] = letters;
  const campaign = first && (await campaignOfCase(world.store.read, first.id));
  if (!first || !campaign) throw new Error("no campaign was found");
  const gather = (actor = people.triage) => world.run(gatherCampaign, actor, { campaignId: campaign.id });
  await expect(gather(people.officer)).rejects.toMatchObject({ code: "forbidden" });
  expect(await gather()).toBe(first.code);
  await expect(gather()).rejects.toMatchObject({ code: "already-exists" });
  await workOnCollectives(world.store, world.now());
  expect(await gatheringOf(world.store.read, campaign.id)).toMatchObject({ done: 119, finishedAt: world.now() });
  expect(await countMembers(world.store.read, first.id)).toBe(119);
  for (const email of ["nguoi.1@example.vn", "nguoi.2@example.vn"])
    await world.store.write((tx) => ensureContact(tx, email, "vi", world.now()));
  expect(await confirmedSenders(world.store.read, first.id)).toBe(2);
  for (const status of ["assigned", "in_progress", "awaiting_approval", "answered"] as const)
    await step(world, people, first, status);
  await workOnCollectives(world.store, world.now());
  for (const { code } of letters) expect(await world.find(code)).toMatchObject({ status: "answered" });
});
