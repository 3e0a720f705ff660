import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { localDate } from "../../app/domain/calendar.ts";
import { kinds } from "../../app/domain/case-kind.ts";
import { isOpen, statuses } from "../../app/domain/case-status.ts";
import { outcomeKinds } from "../../app/domain/outcome.ts";
import { plantByCommands, plantInBulk } from "../../cli/plant-cases.ts";
import { verifyAudit } from "../../db/audit.ts";
import { checkRegister } from "../../db/register-check.ts";
import type { BulkCase } from "../../db/seed/bulk.ts";
import { castOf, hire, peopleOf } from "../../db/seed/cast.ts";
import { foldCase } from "../../db/seed/fold.ts";
import { readGround } from "../../db/seed/ground.ts";
import { makePlanner } from "../../db/seed/plan.ts";
import { settlePastMail } from "../../db/seed/past-mail.ts";
import { stories } from "../../db/seed/stories.ts";
import { misfits } from "../../db/seed/texts-misfits.ts";
import type { CasePlan } from "../../db/seed/steps.ts";
import { openBySecret } from "../../db/tracking.ts";
import { pictureOf } from "./seed-picture.ts";
import { openWorld, type World } from "./world.ts";

const now = new Date("2026-11-19T03:00:00Z");
const planting = { seed: "test", cases: 60, now, passwordHash: () => null };

const plantings = [
  { path: "commands", plant: (world: World, seed = "test") => plantByCommands(world.store, { ...planting, seed }) },
  { path: "bulk", plant: (world: World, seed = "test") => plantInBulk(world.store, { ...planting, seed }) },
];

test("the commands and the bulk path leave the same cases", async () => {
  await using lived = await openWorld();
  await using stored = await openWorld();
  await plantByCommands(lived.store, planting);
  await plantInBulk(stored.store, planting);
  expect(await pictureOf(stored.store)).toEqual(await pictureOf(lived.store));
  const [one, other] = [await promisesOf(lived), await promisesOf(stored)];
  expect(other.promises.length).toBeGreaterThan(0);
  expect({ ...other, broken: 0 }).toEqual({ ...one, broken: 0 });
  // Nobody has told those who lived yet that their day is over.
  expect(other.broken).toBe(0);
  const register = await registerOf(stored);
  expect(register.entries.length).toBeGreaterThan(3);
  expect(register).toEqual(await registerOf(lived));
  expect((await checkRegister(stored.store.read)).wrong).toEqual([]);
});

/** The register of barriers, and the documents in it that nobody knows. */
async function registerOf({ store: { read } }: World) {
  const { registerEntries: e, registerFacets: f, unknownDocuments } = read.tables;
  const facets = await read.select().from(f).orderBy(f.name, f.value);
  const entries = (await read.select().from(e).orderBy(e.lawKey, e.placeOrder)).map(({ id, ...entry }) => ({
    ...entry,
    facets: facets.filter(({ entryId }) => entryId === id).map(({ name, value, reports }) => [name, value, reports]),
  }));
  const unknown = (await read.select().from(unknownDocuments)).map(({ key, state }) => `${key} ${state}`);
  return { entries, unknown: unknown.sort() };
}

/** What answers promised, and how many there were. */
async function promisesOf({ store: { read } }: World) {
  const { answerTallies, cases, commitments } = read.tables;
  const rows = await read
    .select({ code: cases.code, row: commitments })
    .from(commitments)
    .innerJoin(cases, eq(cases.id, commitments.caseId));
  const tallies = await read.select().from(answerTallies).orderBy(answerTallies.month, answerTallies.agencyId);
  const promises = rows.map(({ code, row: { agencyId, what, owner, firstOn, promisedOn, dueAt } }) =>
    JSON.stringify([code, agencyId, what, owner, firstOn, promisedOn, dueAt]),
  );
  return {
    promises: promises.sort(),
    broken: rows.filter(({ row }) => row.state === "open" && row.dueAt <= now).length,
    tallies: tallies.map(({ month, agencyId, answers }) => ({ month, agencyId, answers })),
  };
}

test.each(plantings)("cases planted by $path are whole", async ({ plant }) => {
  await using world = await openWorld();
  await plant(world);
  const picture = await pictureOf(world.store);
  const cases = Object.values(picture.cases);
  expect(cases).toHaveLength(60);
  expect(new Set(cases.map((row) => row["status"]))).toEqual(new Set(statuses));
  expect(new Set(cases.map((row) => row["kind"]))).toEqual(new Set(kinds));
  expect(cases.some((row) => row["heldReason"] !== null)).toBe(true);
  expect(cases.some((row) => row["status"] === "submitted" && Number(row["refusals"]) > 0)).toBe(true);
  expect(
    cases
      .filter((row) => row["status"] === "merged")
      .map((row) => row["code"])
      .sort(),
  ).toEqual(Object.keys(picture.merges).sort());
  const decisions = Object.values(picture.disputes).flatMap((list) => list.map((row) => row["decision"]));
  expect(new Set(decisions)).toEqual(new Set([null, "reopen", "uphold"]));
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
  expect(JSON.stringify(picture.events)).not.toContain("a row that does not exist");
  expect(await orphans(world)).toEqual([]);
});

test.each(plantings)("what $path publishes is told in both languages and names nobody", async ({ plant }) => {
  await using world = await openWorld();
  await plant(world);
  const { publications } = world.store.read.tables;
  const published = await world.store.read.select().from(publications);
  expect(published.length).toBeGreaterThan(20);
  for (const row of published) {
    const texts = [row.titleVi, row.titleEn, row.questionVi, row.questionEn, row.answerVi ?? "", row.answerEn ?? ""];
    expect(row.titleEn).not.toBe(row.titleVi);
    expect(texts.join(" ")).not.toMatch(/[{}|]|undefined|@|0500/);
    // What was answered after its publication waits for the editors.
    const told = row.answeredAt !== null && row.answeredAt <= row.updatedAt;
    expect([row.answerVi !== null, row.answerEn !== null, row.outcomeVi !== null, row.outcomeEn !== null]).toEqual(
      Array.from({ length: 4 }, () => told),
    );
    expect(row.outcomeEn?.kind).toBe(row.outcomeVi?.kind);
  }
});

test.each(plantings)("every address that $path invents lies in a domain for examples", async ({ plant }) => {
  await using world = await openWorld();
  await plant(world);
  const { reporters } = await pictureOf(world.store);
  const staff = await world.store.read.select().from(world.store.read.tables.staff);
  const addresses = [
    ...Object.values(reporters).map((person) => person?.email ?? null),
    ...staff.map(({ email }) => email),
  ];
  expect(addresses.filter((email) => email !== null && !/@example\.(com|org)$/.test(email))).toEqual([]);
  expect(staff.filter(({ passwordHash }) => passwordHash !== null)).toEqual([]);
});

test.each(plantings)("the same seed gives the same cases by $path, another seed others", async ({ plant }) => {
  await using one = await openWorld();
  await using again = await openWorld();
  await using other = await openWorld();
  await plant(one);
  await plant(again);
  await plant(other, "other");
  const picture = await pictureOf(one.store);
  expect(await pictureOf(again.store)).toEqual(picture);
  const strangers = Object.keys((await pictureOf(other.store)).cases);
  expect(strangers.filter((code) => code in picture.cases)).toEqual([]);
});

test("bulk cases open with their secret, and a second planting finds other codes", async () => {
  await using world = await openWorld();
  const last: BulkCase[] = [];
  await plantInBulk(world.store, planting, (_done, item) => last.push(item));
  await plantInBulk(world.store, { ...planting, now: new Date(now.getTime() + 1000) }, (_done, item) =>
    last.push(item),
  );
  expect(new Set(last.map(({ code }) => code)).size).toBe(2);
  for (const { code, secret } of last) {
    expect((await openBySecret(world.store.read, code, secret))?.code).toBe(code);
  }
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
});

test("mails of the past are recorded as sent, or as without an address", async () => {
  await using world = await openWorld();
  await plantByCommands(world.store, planting);
  await settlePastMail(world.store, now);
  const { outbox } = world.store.read.tables;
  const mails = await world.store.read.select().from(outbox);
  const old = mails.filter((mail) => now.getTime() - mail.createdAt.getTime() > 72 * 3600 * 1000);
  expect(old.filter((mail) => mail.state === "queued")).toEqual([]);
  expect(
    mails.filter((mail) => mail.state === "sent").every((mail) => mail.sentAt && mail.sentAt > mail.createdAt),
  ).toBe(true);
  expect(mails.filter((mail) => mail.state === "sent").length).toBeGreaterThan(mails.length / 2);
});

test("the demo shows every ministry, every province, every kind of outcome and every rating", async () => {
  await using world = await openWorld();
  const ground = await readGround(world.store.read, localDate(now));
  const plan = makePlanner({ seed: "17", cases: 388, now, ground, stories, misfits });
  const plans = Array.from({ length: 388 }, (_, index) => plan(index));
  const agencies = new Set(stepsOf(plans, "assign").map((step) => step.agency));
  expect([...ground.agencies.keys()].filter((code) => code !== "VPTW" && !agencies.has(code))).toEqual([]);
  const provinces = plans.map(({ answers }) => ground.provinceOf(answers.communeCode ?? "") ?? answers.provinceCode);
  expect(new Set(provinces.filter(Boolean)).size).toBe(34);
  expect(new Set(stepsOf(plans, "answer").map((step) => step.outcome.kind))).toEqual(new Set(outcomeKinds));
  expect(new Set(stepsOf(plans, "rate").map((step) => step.level))).toEqual(new Set(["1", "2", "3", "4"]));
  expect(new Set(plans.map(({ answers }) => answers.content)).size).toBeGreaterThan(370);
});

test.each(["2025-10-01", "2026-02-24", "2026-07-03", "2026-11-22", "2027-02-15", "2028-06-30"])(
  "on %s the demo stands in every state, with cases held, returned and late",
  async (day) => {
    await using world = await openWorld();
    const moment = new Date(`${day}T01:00:00Z`);
    const ground = await readGround(world.store.read, day);
    const cast = castOf(ground, await hire(world.store, peopleOf(ground), () => null, moment));
    const plan = makePlanner({ seed: "17", cases: 388, now: moment, ground, stories, misfits });
    const rows = Array.from({ length: 388 }, (_, index) => foldCase(ground, cast, plan(index)).row);
    const late = rows.filter((row) => isOpen(row.status) && !row.pausedAt && row.dueAt <= moment);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(rows.filter(({ heldReason }) => heldReason).length).toBeGreaterThan(0);
    expect(rows.filter(({ status, refusals }) => status === "submitted" && refusals > 0).length).toBeGreaterThan(0);
    expect(late.length).toBeGreaterThan(3);
    expect(rows.every(({ receivedAt }) => receivedAt < moment)).toBe(true);
  },
);

function stepsOf<A extends CasePlan["steps"][number]["act"]>(plans: readonly CasePlan[], act: A) {
  type Found = Extract<CasePlan["steps"][number], { act: A }>;
  return plans.flatMap(({ steps }) => steps.filter((step): step is Found => step.act === act));
}

/** Rows whose reference leads nowhere; PostgreSQL lets none in. */
async function orphans(world: World): Promise<unknown[]> {
  return world.database.dialect === "sqlite" ? world.database.sql("pragma foreign_key_check") : [];
}
