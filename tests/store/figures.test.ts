import { expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { rateCase, rateInput } from "../../app/commands/rate-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { undoAct } from "../../app/commands/undo-act.ts";
import { checkFigures, keepFigures, mindFigures, publishFigures, rebuildFigures } from "../../app/jobs/keep-figures.ts";
import type { Figure } from "../../app/domain/figures.ts";
import { countedFigures } from "../../db/figures.ts";
import { currentRelease, releasedFigures, releasedYears } from "../../db/figure-releases.ts";
import { caseIn, ground, hire, reason, step } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const FIELD = "human-resources";
const reasons = (figures: readonly Figure[]) =>
  figures.filter(({ measure }) => measure === "reason").map(({ detail }) => detail);

async function counted(world: World): Promise<Figure[]> {
  const figures: Figure[] = [];
  for await (const batch of countedFigures(world.store.read, 3)) figures.push(...batch);
  return figures.filter(({ n }) => n !== 0);
}

const told = (figures: readonly Figure[]) =>
  figures.map(({ measure, agencyId, field, detail, n }) => [measure, agencyId > 0, field, detail, n].join(" ")).sort();

test("every act is counted as the cases tell, and a change of field moves all that was counted", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { triage, leader, officer, arbiter } = people;
  const one = await caseIn(world, people, "answered");
  await world.run(
    rateCase,
    one.submitter,
    rateInput.parse({ code: one.code, level: "2", solved: "no", reasons: ["late", "fast"] }),
  );
  await step(world, people, one, "disputed");
  await world.run(reopenCase, arbiter, { code: one.code, reason });
  const two = await caseIn(world, people, "in_progress", "barrier");
  await world.run(refuseCase, officer, { code: two.code, reason, competentBody: "Ngân hàng Nhà nước", ground });
  await world.run(undoAct, officer, { code: two.code });
  const three = await world.submit("proposal");
  await world.run(declineCase, triage, { code: three.code, reasonCode: "out-of-scope", reason });
  await caseIn(world, people, "merged");

  expect(await checkFigures(world.store)).toMatchObject({ cases: 5, missing: [] });
  // "fast" does not go with a low level.
  expect(reasons(await counted(world))).toEqual(["late"]);
  const late = await caseIn(world, people, "in_progress");
  world.tick(60);
  await step(world, people, late, "awaiting_approval");
  await world.run(approveAnswer, leader, { code: late.code });
  await world.run(refuseCase, officer, { code: two.code, reason, competentBody: "Ngân hàng Nhà nước", ground });
  await world.run(classifyCase, triage, { code: two.code, title: "Nộp hồ sơ trực tuyến", field: FIELD });

  expect((await checkFigures(world.store)).missing).toEqual([]);
  expect(await keepFigures(world.store)).toBeGreaterThan(0);
  const figures = told(await counted(world));
  expect(figures).toContain(`assigned true ${FIELD}  1`);
  expect(figures.filter((line) => line.startsWith("answered"))).toHaveLength(2);
  expect(figures.find((line) => / no\.\d+\.explained 1$/.test(line))).toBeDefined();
  expect(figures.filter((line) => line.startsWith("refused"))).toEqual([`refused true ${FIELD}  1`]);
  expect((await checkFigures(world.store)).missing).toEqual([]);
});

test("a rebuild adds what is missing, names it, and finds nothing the next time", async () => {
  await using world = await openWorld();
  await world.submit();
  await world.submit("barrier");
  await keepFigures(world.store);
  await world.store.write((tx) => tx.delete(tx.tables.figureCells));
  await world.submit("initiative");
  const found = await rebuildFigures(world.store);
  expect(found.missing.map(({ kind, n }) => [kind, n])).toEqual([
    ["barrier", 1],
    ["feedback", 1],
  ]);
  expect((await checkFigures(world.store)).missing).toEqual([]);
});

test("figures are published at most once an hour, and only once enough was counted", async () => {
  await using world = await openWorld();
  const { store } = world;
  for (let n = 0; n < 6; n += 1) await world.submit();
  await mindFigures(store, world.now());
  const first = await currentRelease(store.read);
  await world.submit();
  world.tick(1 / 24);
  await mindFigures(store, world.now());
  expect((await currentRelease(store.read))?.id).toBe(first?.id);
  for (let n = 0; n < 4; n += 1) await world.submit();
  await mindFigures(store, world.now());
  const second = await currentRelease(store.read);
  expect(second?.id).toBeGreaterThan(first?.id ?? 0);
  await publishFigures(store, world.now());
  const last = await currentRelease(store.read);
  expect(await releasedYears(store.read, last?.id ?? 0)).toEqual(["2026"]);
  const rows = await releasedFigures(store.read, last?.id ?? 0, {
    periods: ["2026"],
    axes: ["kind"],
    codes: ["feedback"],
  });
  expect(rows.map(({ measure, by, part, n }) => [measure, by, part, n])).toContainEqual(["received", "", "", 11]);
  const { figureReleases } = store.read.tables;
  expect(await store.read.select().from(figureReleases)).toHaveLength(2);
});
