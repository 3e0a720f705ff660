import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { dissolveAgency } from "../../app/commands/dissolve-agency.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { referenceLists } from "../../app/http/reference-lists.ts";
import { findPublication } from "../../db/publications.ts";
import { listPublications, type PublicationFilter } from "../../db/publication-lists.ts";
import { caseIn, hire, publication, publish } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const codesIn = async (world: World, filter: PublicationFilter) =>
  (await listPublications(world.store.read, filter)).items.map((item) => item.code);

/** Two published cases that differ in everything by which a list is filtered; the first is answered and rated. */
async function two() {
  const world = await openWorld();
  const people = await hire(world);
  const answered = await caseIn(world, people, "answered", "feedback", { answers: { communeCode: "00070" } });
  await publish(world, people, publication(answered.code));
  world.tick(1);
  const open = await caseIn(world, people, "assigned", "initiative", { answers: { technology: "21-2026.1" } });
  await publish(world, people, publication(open.code));
  return { world, answered, open };
}

test("each further filter keeps what it says, together with words and all others", async () => {
  const { world, answered, open } = await two();
  await using _ = world;
  const { code } = answered;
  expect(await codesIn(world, { communeCode: "00070" })).toEqual([code]);
  expect(await codesIn(world, { communeCode: "00071" })).toEqual([]);
  expect(await codesIn(world, { technology: "21-2026.1" })).toEqual([open.code]);
  expect(await codesIn(world, { outcome: "explained" })).toEqual([code]);
  expect(await codesIn(world, { outcome: "solved" })).toEqual([]);
  expect(await codesIn(world, { level: 2 })).toEqual([]);
  await world.run(rateCase, answered.submitter, { code, level: "2", solved: "no" } as never);
  expect(await codesIn(world, { level: 2, solved: false })).toEqual([code]);
  expect(await codesIn(world, { solved: true })).toEqual([]);
  const { receivedOn, agencyId } = (await findPublication(world.store.read, code)) ?? { receivedOn: "", agencyId: 0 };
  const all = { kind: "feedback", communeCode: "00070", agencyId, level: 2, outcome: "explained" } as const;
  expect(await codesIn(world, { ...all, words: ["ho", "so"], from: receivedOn, to: receivedOn })).toEqual([code]);
  expect(await codesIn(world, { ...all, words: ["khong", "co", "tu", "nay"] })).toEqual([]);
  expect(await codesIn(world, { from: "2027-01-01" })).toEqual([]);
  expect(await codesIn(world, { to: "2000-01-01" })).toEqual([]);
  // What stands in the index for a filter cannot be typed.
  expect(await codesIn(world, { words: ["kfeedback"] })).toEqual([]);
});

test("what was published before has the same filters", async () => {
  const { world, answered } = await two();
  await using _ = world;
  await world.run(rateCase, answered.submitter, { code: answered.code, level: "3", solved: "yes" } as never);
  const { publications: p } = world.store.read.tables;
  const facets = () => world.store.read.select({ id: p.id, facets: p.facets }).from(p).orderBy(p.id);
  const kept = await facets();
  expect(kept.map((row) => row.facets)).not.toContain("");
  const folder = `db/migrations/${world.store.read.dialect}`;
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  const statements = files.flatMap((file) =>
    readFileSync(`${folder}/${file}`, "utf8").split("--> statement-breakpoint"),
  );
  const fill = statements.find((statement) => statement.includes("UPDATE publication SET facets")) ?? "";
  await world.store.write(async (tx) => {
    await tx.update(p).set({ facets: "" });
    await tx.update(p).set({ facets: sql.raw(/= (concat_ws[\s\S]*\));/.exec(fill)?.[1] ?? "") });
  });
  expect(await facets()).toEqual(kept);
});

test("an agency that has ended can still be asked for, after those of today", async () => {
  await using world = await openWorld();
  const { admin } = await hire(world);
  const agency = await world.agency("BTP");
  const input = { agencyId: agency.id, version: agency.version, lastDay: "2026-10-01", confirmCode: "BTP" };
  await world.run(dissolveAgency, admin, input);
  const { choices } = await referenceLists(world.store, world.now());
  expect(choices.en.agency.at(-1)).toEqual({ value: "BTP", label: "Ministry of Justice" });
  expect(choices.en.complainedOf.map(({ value }) => value)).not.toContain("BTP");
});
