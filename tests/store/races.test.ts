import { expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { addNote } from "../../app/commands/add-note.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import { verifyAudit } from "../../db/audit.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { findRating } from "../../db/ratings.ts";
import { caseIn, hire, mails, reason } from "./journey.ts";
import { openWorld, type SubmittedCase, type World } from "./world.ts";

const refusals = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));

async function isWhole(world: World, id: number, code: string): Promise<void> {
  const chain = await listEvents(world.store.read, caseStream(id));
  expect(chain.length).toBe((await world.find(code)).version);
}

test("of two officers at once exactly one wins and the other is told that it is stale, fifty times", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const colleague = await world.staff("triage");
  const [science, justice] = [await world.agency("BKHCN"), await world.agency("BTP")];
  for (let race = 0; race < 50; race += 1) {
    const { code, id } = await world.submit();
    const results = await Promise.allSettled([
      world.run(assignCase, people.triage, { code, version: 1, agencyId: science.id }),
      world.run(assignCase, colleague, { code, version: 1, agencyId: justice.id }),
    ]);
    expect(refusals(results)).toEqual(["Refusal: stale"]);
    const row = await world.find(code);
    expect(row).toMatchObject({ status: "assigned", version: 2 });
    expect(row.agencyId).toBe(results[0]?.status === "fulfilled" ? science.id : justice.id);
    await isWhole(world, id, code);
  }
  const told = await mails(world);
  expect(told.filter((mail) => mail === "assigned reporter").length).toBe(50);
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("two different acts at once: one wins, the other finds the case changed", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  for (let race = 0; race < 10; race += 1) {
    const { code, id, submitter } = await caseIn(world, people, "submitted");
    const results = await Promise.allSettled([
      world.run(declineCase, people.triage, { code, version: 1, reasonCode: "out-of-scope", reason }),
      world.run(withdrawCase, submitter, { code }),
    ]);
    const [refused] = refusals(results);
    expect(refusals(results).length).toBe(1);
    expect(["Refusal: stale", "Refusal: wrong-state"]).toContain(refused);
    expect((await world.find(code)).version).toBe(2);
    await isWhole(world, id, code);
  }
});

test("ten at once with the same version leave one event more", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id } = await caseIn(world, people, "assigned");
  const notes = Array.from({ length: 9 }, () =>
    world.run(addNote, people.officer, { code, version: 2, note: "Ghi chú." }),
  );
  const results = await Promise.allSettled([world.run(acceptCase, people.officer, { code, version: 2 }), ...notes]);
  expect(refusals(results)).toEqual(Array(9).fill("Refusal: stale"));
  expect((await world.find(code)).version).toBe(3);
  await isWhole(world, id, code);
});

test("a case is rated once, however often at the same moment", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code, id, submitter } = await caseIn(world, people, "answered");
  const rate = () => world.run(rateCase, submitter, { code, level: "3", solved: "yes" });
  const results = await Promise.allSettled([rate(), rate(), rate(), rate()]);
  expect(refusals(results).length).toBe(3);
  for (const refused of refusals(results)) expect(["Refusal: stale", "Refusal: already-exists"]).toContain(refused);
  expect(await findRating(world.store.read, await world.find(code))).toMatchObject({ level: 3 });
  await isWhole(world, id, code);
});

test("two hundred submissions, fifty at a time, are all stored, each with its own code and chain", async () => {
  await using world = await openWorld();
  const receipts: SubmittedCase[] = [];
  for (let wave = 0; wave < 4; wave += 1)
    receipts.push(...(await Promise.all(Array.from({ length: 50 }, () => world.submit()))));
  expect(new Set(receipts.map(({ code }) => code)).size).toBe(200);
  const { cases } = world.store.read.tables;
  expect((await world.store.read.select().from(cases)).length).toBe(200);
  expect(await verifyAudit(world.store.read)).toEqual({ events: 200, findings: [] });
});
