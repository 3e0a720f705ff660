import { describe, expect, test } from "vitest";
import { addNote } from "../../app/commands/add-note.ts";
import { type AuditFinding, verifyAudit } from "../../db/audit.ts";
import { caseStream, eventHash, listEvents } from "../../db/events.ts";
import { caseIn, dump, hire } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** A world with three cases of five events each; `stream` is the middle one's. */
async function threeChains() {
  const world = await openWorld();
  const people = await hire(world);
  const filed = [];
  for (let made = 0; made < 3; made += 1) filed.push(await caseIn(world, people, "answered"));
  const [, middle] = filed;
  if (!middle) throw new Error("no case was filed");
  return { world, people, id: middle.id, stream: caseStream(middle.id) };
}

const findings = async (world: World): Promise<AuditFinding[]> => (await verifyAudit(world.store.read)).findings;

/** Takes away what keeps events from being changed, as somebody who owns the database could. */
async function disarm({ database }: World): Promise<void> {
  if (database.dialect === "postgres") {
    await database.sql("drop trigger event_append_only on event");
    return;
  }
  await database.sql("drop trigger event_no_update");
  await database.sql("drop trigger event_no_delete");
}

test("an untouched chain verifies, every event once", async () => {
  const { world } = await threeChains();
  const { events } = await dump(world);
  expect(await verifyAudit(world.store.read)).toEqual({ events: events?.length, findings: [] });
  await world.close();
});

test("an empty portal verifies", async () => {
  await using world = await openWorld();
  expect(await verifyAudit(world.store.read)).toEqual({ events: 0, findings: [] });
});

describe("the database itself refuses", () => {
  test.each([
    ["to change an event", "update event set actor_name = 'Ai đó'"],
    ["to delete an event", "delete from event"],
    ["to take a position twice", "insert into event select * from event"],
  ])("%s", async (_name, statement) => {
    const { world } = await threeChains();
    const before = await dump(world);
    await expect(world.database.sql(statement)).rejects.toThrow();
    expect(await dump(world)).toEqual(before);
    await world.close();
  });
});

describe("once its triggers are gone, the chain names", () => {
  test.each([
    ["another actor", "actor_name = 'Ai đó'"],
    ["another agency", "agency_vi = 'Cơ quan khác'"],
    ["another type", "type = 'decline'"],
    ["another state", "to_status = 'closed'"],
    ["other readers", "seen_by = 'office'"],
    ["other data", `data = '{"agencyId":1}'`],
    ["another hash", "hash = 'abc'"],
    ["another link", "previous_hash = 'abc'"],
  ])("%s", async (_name, change) => {
    const { world, stream } = await threeChains();
    await disarm(world);
    await world.database.sql(`update event set ${change} where stream = ? and position = 3`, stream);
    expect(await findings(world)).toEqual([{ stream, position: 3, problem: "altered" }]);
    await world.close();
  });

  test("a time that was moved by a millisecond", async () => {
    const { world, stream } = await threeChains();
    await disarm(world);
    const later = world.database.dialect === "sqlite" ? "at + 1" : "at + interval '1 millisecond'";
    await world.database.sql(`update event set at = ${later} where stream = ? and position = 2`, stream);
    expect(await findings(world)).toEqual([{ stream, position: 2, problem: "altered" }]);
    await world.close();
  });

  test("a deleted event, at the place where it was", async () => {
    const { world, stream } = await threeChains();
    await disarm(world);
    await world.database.sql("delete from event where stream = ? and position = 2", stream);
    expect(await findings(world)).toEqual([{ stream, position: 2, problem: "missing" }]);
    await world.close();
  });

  test("a first event that is gone", async () => {
    const { world, stream } = await threeChains();
    await disarm(world);
    await world.database.sql("delete from event where stream = ? and position = 1", stream);
    expect(await findings(world)).toEqual([{ stream, position: 1, problem: "missing" }]);
    await world.close();
  });

  test("a truncated tail", async () => {
    const { world, stream } = await threeChains();
    await disarm(world);
    await world.database.sql("delete from event where stream = ? and position > 3", stream);
    expect(await findings(world)).toEqual([{ stream, position: 4, problem: "missing" }]);
    await world.close();
  });

  test("a chain that is gone whole", async () => {
    const { world, stream } = await threeChains();
    await disarm(world);
    await world.database.sql("delete from event where stream = ?", stream);
    expect(await findings(world)).toEqual([{ stream, position: 1, problem: "missing" }]);
    await world.close();
  });

  test("two events that changed places", async () => {
    const { world, stream } = await threeChains();
    await disarm(world);
    await world.database.sql("update event set position = 99 where stream = ? and position = 2", stream);
    await world.database.sql("update event set position = 2 where stream = ? and position = 3", stream);
    await world.database.sql("update event set position = 3 where stream = ? and position = 99", stream);
    expect(await findings(world)).toEqual([{ stream, position: 2, problem: "altered" }]);
    await world.close();
  });

  test("an altered event whose hash was made to fit: the next one no longer links", async () => {
    const { world, stream } = await threeChains();
    await disarm(world);
    await world.database.sql("update event set actor_name = 'Ai đó' where stream = ? and position = 2", stream);
    const forged = (await listEvents(world.store.read, stream))[1];
    if (!forged) throw new Error("the event is gone");
    const { id: _id, hash: _hash, ...content } = forged;
    await world.database.sql("update event set hash = ? where stream = ? and position = 2", eventHash(content), stream);
    expect(await findings(world)).toEqual([{ stream, position: 3, problem: "unlinked" }]);
    await world.close();
  });
});

test("an event that nobody made, well linked, is named", async () => {
  const { world, id, stream } = await threeChains();
  const last = (await listEvents(world.store.read, stream)).at(-1);
  if (!last) throw new Error("there is no event");
  const { id: _id, hash, ...content } = last;
  const forged = { ...content, position: last.position + 1, type: "note", toStatus: null, previousHash: hash };
  await world.store.write((tx) => tx.insert(tx.tables.events).values({ ...forged, hash: eventHash(forged) }));
  expect(await findings(world)).toEqual([{ stream, position: last.position + 1, problem: "unexpected" }]);
  expect(id).toBeGreaterThan(0);
  await world.close();
});

test("a case whose state, version or whole row was changed past its chain is named", async () => {
  const { world, id, stream } = await threeChains();
  await world.database.sql("update case_file set status = 'closed' where id = ?", id);
  expect(await findings(world)).toEqual([{ stream, position: 5, problem: "wrong-status" }]);
  await world.database.sql("update case_file set status = 'answered', version = 6 where id = ?", id);
  expect(await findings(world)).toEqual([{ stream, position: 6, problem: "missing" }]);
  const answersOf = "select id from answer where case_id = ?";
  await world.database.sql(`delete from answer_key where answer_id in (${answersOf})`, id);
  for (const table of [
    "answer_print",
    "answer",
    "reporter",
    "idempotency_key",
    "letter_key",
    "letter_print",
    "mailed_link",
    "done_act",
    "case_key",
    "notification",
  ]) {
    await world.database.sql(`delete from ${table} where case_id = ?`, id);
  }
  await world.database.sql("delete from case_file where id = ?", id);
  expect(await findings(world)).toEqual([{ stream, position: 1, problem: "case-missing" }]);
  await world.close();
});

test("several broken chains are each named once, by their first fault", async () => {
  const { world } = await threeChains();
  await disarm(world);
  await world.database.sql("update event set actor_name = 'Ai đó' where position in (2, 4)");
  const broken = await findings(world);
  expect(broken.map(({ position, problem }) => [position, problem])).toEqual(
    Array.from({ length: 3 }, () => [2, "altered"]),
  );
  expect(new Set(broken.map(({ stream }) => stream)).size).toBe(3);
  await world.close();
});

test("a chain longer than a page of the verifier verifies", async () => {
  const { world, people } = await threeChains();
  const { code } = await world.submit();
  await world.store.write(async (tx) => {
    for (let made = 0; made < 2100; made += 1)
      await addNote(tx, people.triage, { code, note: "Ghi chú." }, world.now());
  });
  expect((await verifyAudit(world.store.read)).findings).toEqual([]);
  await world.close();
});
