import { expect, test } from "vitest";
import { publishFigures } from "../../app/jobs/keep-figures.ts";
import { homeFigures, released } from "../../app/http/statistics.ts";
import { caseIn, hire } from "./journey.ts";
import { openWorld } from "./world.ts";

test("the first page tells what the statistics tell: no number from 1 to 4, and no act at the moment it is done", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { store } = world;
  const told = async () => {
    const found = await released(store.read);
    return found && homeFigures(store.read, found);
  };
  expect(await told()).toBeNull();
  for (let turn = 0; turn < 4; turn += 1) await world.submit();
  await caseIn(world, people, "answered");
  await publishFigures(store, world.now());
  const first = await told();
  expect(first).toMatchObject({
    year: "2026",
    received: { n: 5, state: "shown" },
    answered: { n: null, state: "few" },
    inTime: { n: null },
    late: { n: 0 },
  });
  await world.submit();
  world.tick(60);
  expect(await told()).toEqual(first);
  await publishFigures(store, world.now());
  expect(await told()).toMatchObject({ received: { n: 6 }, late: { n: 5, state: "shown" } });
});
