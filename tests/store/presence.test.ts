import { expect, test } from "vitest";
import { assignCase } from "../../app/commands/assign-case.ts";
import { markPresence } from "../../app/commands/mark-presence.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import type { CaseNews } from "../../app/domain/presence.ts";
import { tidyUp } from "../../app/jobs/tidy-up.ts";
import { type CaseWatch, makeCaseWatch } from "../../app/http/case-watch.ts";
import { caseIn, hire } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** In days, the unit of a world's clock. */
const SECOND = 1 / 86_400;

/** A watch that looks when it is told to, and not by itself in the middle of what a test does. */
const watchOf = (world: World) => makeCaseWatch(world.store, world.now, 3_600_000);

/** What a stream has told so far; null once it has ended. */
function listen(watch: CaseWatch, actor: StaffActor, caseId: number) {
  const reader = watch.open(actor, caseId).getReader();
  const decoder = new TextDecoder();
  return async (): Promise<CaseNews | null> => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return null;
      const data = decoder.decode(value).match(/^data: (.*)$/m)?.[1];
      if (data) return JSON.parse(data) as CaseNews;
    }
  };
}

async function setUp(world: World) {
  const people = await hire(world);
  const filed = await caseIn(world, people, "in_progress");
  const row = await world.find(filed.code);
  const one = await world.staff("officer", "BKHCN");
  const other = await world.staff("officer", "BKHCN");
  const watch = watchOf(world);
  const mark = (actor: StaffActor, state: "here" | "typing" | "gone") =>
    world.store.write((tx) => markPresence(tx, actor, { code: filed.code, state }, world.now()));
  return { people, code: filed.code, row, one, other, watch, mark };
}

test("an open page hears who else has the case open, and nothing of itself", async () => {
  await using world = await openWorld();
  const { row, one, other, watch, mark } = await setUp(world);
  const heard = listen(watch, one, row.id);
  await mark(one, "here");
  await watch.look();
  expect(await heard()).toEqual({ version: row.version, people: [] });
  await mark(other, "here");
  await watch.look();
  expect(await heard()).toEqual({ version: row.version, people: [{ name: other.name, typing: false, away: false }] });
  await mark(other, "typing");
  await watch.look();
  expect((await heard())?.people).toEqual([{ name: other.name, typing: true, away: false }]);
  await mark(other, "gone");
  await watch.look();
  expect((await heard())?.people).toEqual([]);
  watch.close();
});

test("two server processes tell the same", async () => {
  await using world = await openWorld();
  const { row, one, other, watch, mark } = await setUp(world);
  const elsewhere = watchOf(world);
  const [here, there] = [listen(watch, one, row.id), listen(elsewhere, other, row.id)];
  await mark(one, "here");
  await mark(other, "typing");
  await Promise.all([watch.look(), elsewhere.look()]);
  expect((await here())?.people).toEqual([{ name: other.name, typing: true, away: false }]);
  expect((await there())?.people).toEqual([{ name: one.name, typing: false, away: false }]);
  watch.close();
  elsewhere.close();
});

test("whoever falls silent is shown as away, then not at all, and is forgotten", async () => {
  await using world = await openWorld();
  const { row, one, other, watch, mark } = await setUp(world);
  const heard = listen(watch, one, row.id);
  await mark(other, "typing");
  world.tick(25 * SECOND);
  await watch.look();
  expect((await heard())?.people).toEqual([{ name: other.name, typing: false, away: true }]);
  world.tick(25 * SECOND);
  await watch.look();
  expect((await heard())?.people).toEqual([]);
  await tidyUp(world.store, world.now());
  const { presences } = world.store.read.tables;
  expect(await world.store.read.select().from(presences)).toEqual([]);
  watch.close();
});

test("a change of the case is told, and the stream ends for whoever may not see it any more", async () => {
  await using world = await openWorld();
  const { people, code, row, one, watch } = await setUp(world);
  const [heard, byTriage] = [listen(watch, one, row.id), listen(watch, people.triage, row.id)];
  await watch.look();
  expect((await heard())?.version).toBe(row.version);
  expect((await byTriage())?.version).toBe(row.version);
  const elsewhere = await world.agency("BYT");
  const input = { code, version: row.version, agencyId: elsewhere.id };
  await world.store.write((tx) => assignCase(tx, people.triage, input, world.now()));
  await watch.look();
  expect(await heard()).toBeNull();
  expect((await byTriage())?.version).toBe(row.version + 1);
  watch.close();
  expect(await byTriage()).toBeNull();
});

test("a stream ends after its time, so that the session is asked for again", async () => {
  await using world = await openWorld();
  const { row, one, watch } = await setUp(world);
  const heard = listen(watch, one, row.id);
  world.tick(300 * SECOND);
  await watch.look();
  expect(await heard()).toBeNull();
});
