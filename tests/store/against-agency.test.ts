import { afterAll, beforeAll, expect, test } from "vitest";
import { assignCase } from "../../app/commands/assign-case.ts";
import { mayView } from "../../app/domain/permissions.ts";
import { scopeOf } from "../../db/cases.ts";
import { listConflicts } from "../../db/conflicts.ts";
import { hire, type People } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

test("an agency that a sender says their matter is with sees no trace of it and cannot be given it", async () => {
  const { code, id } = await world.submit("feedback", { answers: { againstAgency: "BKHCN" } });
  const { agencyId } = people.officer;
  expect(await listConflicts(world.store.read, id)).toMatchObject([
    { agencyId, staffId: null, how: "named-by-sender" },
  ]);
  await expect(world.run(assignCase, people.triage, { code, agencyId })).rejects.toMatchObject({
    errors: { agencyId: "conflict" },
  });
  const other = await world.agency("BTP");
  await world.run(assignCase, people.triage, { code, agencyId: other.id });
  const scope = scopeOf(await world.find(code));
  const there = await world.staff("officer", "BTP");
  expect([mayView(people.officer, scope), mayView(people.leader, scope), mayView(there, scope)]).toEqual([
    false,
    false,
    true,
  ]);
});

test("nothing is shut out where no agency is named, and only one that exists and is not the standing body can be", async () => {
  const { id } = await world.submit("initiative", { answers: { againstAgency: "" } });
  expect(await listConflicts(world.store.read, id)).toEqual([]);
  const naming = (againstAgency: string) => world.submit("proposal", { answers: { againstAgency } });
  await expect(naming("NOWHERE")).rejects.toMatchObject({ errors: { againstAgency: "wrong" } });
  await expect(naming("VPTW")).rejects.toMatchObject({ errors: { againstAgency: "standing-body" } });
});
