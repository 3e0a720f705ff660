import { expect, test } from "vitest";
import { groupLetters } from "../../app/jobs/group-letters.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { campaignOfCase, findCampaign, listLetters } from "../../db/campaigns.ts";
import { anonymous, type FormFields } from "./answers.ts";
import { hire } from "./journey.ts";
import { campaignLetter, ownLetters } from "./letters.ts";
import { openWorld, type World } from "./world.ts";

const sender = (number: number): FormFields =>
  number % 5 === 0 ? anonymous : { email: `nguoi.${number % 400}@example.vn`, phone: "" };

const file = (world: World, content: string, more: FormFields = {}) =>
  world.submit("feedback", { answers: { content, title: "", ...more } });

test("a thousand letters made from one text are one campaign, and twenty in people's own words are in none", async () => {
  await using world = await openWorld();
  const campaign: number[] = [];
  const own: number[] = [];
  for (let number = 0; number < 1000; number += 1) {
    campaign.push((await file(world, campaignLetter(number), sender(number))).id);
    const inOwnWords = number % 50 === 0 ? ownLetters[number / 50] : undefined;
    if (inOwnWords) own.push((await file(world, inOwnWords)).id);
  }
  await groupLetters(world.store, world.now());

  const { read } = world.store;
  const found = new Set<number | undefined>();
  for (const id of campaign) found.add((await campaignOfCase(read, id))?.id);
  expect(found.size).toBe(1);
  expect(own).toHaveLength(20);
  for (const id of own) expect(await campaignOfCase(read, id)).toBeNull();

  const row = await findCampaign(read, [...found][0] ?? 0);
  // 800 letters with a name came from 320 addresses.
  expect(row).toMatchObject({ firstCaseId: campaign[0], letters: 1000, named: 320, anonymous: 200 });
});

test("letters of two texts are two campaigns, and a short text is in none however often it comes", async () => {
  await using world = await openWorld();
  const [ownText = "", otherText = ""] = ownLetters;
  const first = await file(world, ownText);
  const second = await file(world, `${ownText} Mong được hồi âm.`);
  const third = await file(world, otherText);
  const fourth = await file(world, otherText.toUpperCase());
  const short = [await file(world, "Mạng ở thôn tôi chậm quá."), await file(world, "Mạng ở thôn tôi chậm quá.")];
  await groupLetters(world.store, world.now());
  const { read } = world.store;
  const one = await campaignOfCase(read, second.id);
  const two = await campaignOfCase(read, fourth.id);
  expect(one).toMatchObject({ firstCaseId: first.id, letters: 2, named: 1 });
  expect(two).toMatchObject({ firstCaseId: third.id, letters: 2, named: 1 });
  for (const { id } of short) expect(await campaignOfCase(read, id)).toBeNull();
});

test("two groups that a later letter shows to be one are one campaign from then on", async () => {
  await using world = await openWorld();
  const halves = [ownLetters.slice(0, 8), ownLetters.slice(8, 16)].map((texts) => texts.join(" "));
  const [one = "", two = ""] = halves;
  const filed = [await file(world, one), await file(world, one), await file(world, two), await file(world, two)];
  await groupLetters(world.store, world.now());
  const { read } = world.store;
  const before = await Promise.all(filed.map(({ id }) => campaignOfCase(read, id)));
  expect(new Set(before.map((row) => row?.id)).size).toBe(2);
  await file(world, `${one} ${two}`);
  await groupLetters(world.store, world.now());
  const after = await Promise.all(filed.map(({ id }) => campaignOfCase(read, id)));
  expect(new Set(after.map((row) => row?.id)).size).toBe(1);
  expect(after[0]).toMatchObject({ firstCaseId: filed[0]?.id, letters: 5, named: 1 });
});

test("the list of letters goes on page by page and holds only what its reader may see", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = [];
  for (let number = 0; number < 5; number += 1) filed.push(await file(world, campaignLetter(number), sender(number)));
  const codes = filed.map(({ code }) => code);
  await groupLetters(world.store, world.now());
  const { read } = world.store;
  const campaign = await campaignOfCase(read, filed[0]?.id ?? 0);
  const id = campaign?.id ?? 0;
  const first = await listLetters(read, people.triage, id, { limit: 3 });
  const rest = await listLetters(read, people.triage, id, { limit: 3, cursor: first.nextCursor });
  expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(codes);
  expect(rest.nextCursor).toBeNull();

  await world.run(assignCase, people.triage, { code: codes[1] ?? "", agencyId: people.officer.agencyId });
  expect((await listLetters(read, people.officer, id)).items.map(({ code }) => code)).toEqual([codes[1]]);
  expect((await listLetters(read, people.admin, id)).items).toEqual([]);
  expect((await listLetters(read, { kind: "public" }, id)).items).toEqual([]);
});
