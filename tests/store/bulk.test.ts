import { afterAll, beforeAll, expect, test } from "vitest";
import type { RouterContextProvider } from "react-router";
import { readNotifications } from "../../app/commands/read-notifications.ts";
import { removeView } from "../../app/commands/remove-view.ts";
import { saveView } from "../../app/commands/save-view.ts";
import { startBatch } from "../../app/commands/start-batch.ts";
import type { BulkAct } from "../../app/domain/bulk-acts.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { InputRefusal, Refusal } from "../../app/domain/refusal.ts";
import { parseSelected, readSelected, rehearse, runBatch, type Selected, undoBatch } from "../../app/http/bulk.ts";
import { actorContext } from "../../app/http/context.ts";
import { action } from "../../app/routes/office/bulk.tsx";
import { addressQuery, type QueueSort } from "../../app/domain/queue-address.ts";
import { queryOf, readQueueAddress } from "../../app/http/queue-address.ts";
import { countBatchItems, findBatch, listBatchItems } from "../../db/batches.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { countQueue, listQueue } from "../../db/queue.ts";
import { listSavedViews } from "../../db/saved-views.ts";
import { caseIn, dump, hire, type People } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

function contextOf(actor: StaffActor): RouterContextProvider {
  const { context } = visit(world);
  context.set(actorContext, actor);
  return context;
}
const selected = async (codes: readonly string[]): Promise<Selected[]> =>
  Promise.all(codes.map(async (code) => ({ code, version: (await world.find(code)).version })));
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof InputRefusal ? error.errors : error instanceof Refusal ? error.code : error),
  );

/** Starts a batch and carries it out. */
async function carryOut(actor: StaffActor, act: BulkAct, input: Record<string, unknown>, items: Selected[]) {
  const batch = await world.run(startBatch, actor, { act, input, items });
  await runBatch(contextOf(actor), actor, batch.id);
  return batch.id;
}

test("a dry run gives each case's own reason and changes nothing", async () => {
  const free = await world.submit();
  const held = await world.submit("feedback", { heldReason: "too-fast" });
  const assigned = await caseIn(world, people, "assigned");
  const answered = await caseIn(world, people, "answered");
  const changed = await world.submit();
  const items = await selected([free, held, assigned, answered, changed].map(({ code }) => code));
  const last = items.at(-1);
  if (last) items[items.length - 1] = { ...last, version: 7 };
  const before = await dump(world);
  const input = { agencyId: String(people.officer.agencyId), note: "Một ghi chú cho tất cả." };
  const results = await rehearse(contextOf(people.triage), people.triage, "assign", input, items);
  expect(results.map(({ problem }) => problem)).toEqual([null, "wrong-state", "agencyId.same", "wrong-state", "stale"]);
  expect(await dump(world)).toEqual(before);
});

test("nothing is done with values that were not rehearsed", async () => {
  const { code } = await world.submit();
  const { version } = await world.find(code);
  const cases = `${code}:${version}`;
  const post = async (form: Record<string, string>) => {
    const args = visit(world, { path: "/office/bulk", form: { _act: "level", cases, ...form } });
    args.context.set(actorContext, people.triage);
    return action(args);
  };
  const tried = await post({ _intent: "try", level: "urgent" });
  const run = tried instanceof Response ? null : tried.data.dryRun;
  expect(run?.named.map((one) => one.code)).toEqual([code]);
  const asked = { _intent: "run", able: cases, rehearsed: run?.mark ?? "" };
  const other = await post({ ...asked, level: "complex" });
  expect(other).toMatchObject({
    init: { status: 409 },
    data: { values: { level: "complex" }, dryRun: { changed: true } },
  });
  expect(await world.find(code)).toMatchObject({ level: "normal", version });
  expect(await post({ ...asked, level: "urgent" })).toBeInstanceOf(Response);
  expect(await world.find(code)).toMatchObject({ level: "urgent" });
});

test("a batch acts case by case, tells what failed, and is undone as one", async () => {
  const cases = [await world.submit(), await world.submit(), await caseIn(world, people, "answered")];
  const [one] = cases;
  const agencyId = people.officer.agencyId;
  const items = await selected(cases.map(({ code }) => code));
  const id = await carryOut(people.triage, "assign", { agencyId }, items);
  expect(await countBatchItems(world.store.read, id)).toMatchObject({ waiting: 0, done: 2, refused: 1 });
  expect(await listBatchItems(world.store.read, id, ["refused"])).toMatchObject([
    { code: cases[2]?.code, problem: "wrong-state" },
  ]);
  const assigned = await world.find(one?.code ?? "");
  expect(assigned).toMatchObject({ status: "assigned", agencyId });
  expect((await listEvents(world.store.read, caseStream(assigned.id))).at(-1)).toMatchObject({
    type: "assign",
    data: { batchId: id },
  });
  // Carrying it out again does nothing twice, and it belongs to nobody else.
  await runBatch(contextOf(people.triage), people.triage, id);
  expect((await world.find(assigned.code)).version).toBe(assigned.version);
  expect(await findBatch(world.store.read, id, people.officer.staffId)).toBeNull();

  await undoBatch(contextOf(people.triage), people.triage, id);
  expect(await countBatchItems(world.store.read, id)).toMatchObject({ done: 0, undone: 2, refused: 1 });
  expect(await world.find(assigned.code)).toMatchObject({ status: "submitted", agencyId: null });
});

test("what somebody has worked on since stays when a batch is undone, and so does all of it once the time is over", async () => {
  const cases = [await world.submit(), await world.submit()];
  const items = await selected(cases.map(({ code }) => code));
  const id = await carryOut(people.triage, "level", { level: "urgent" }, items);
  const [first] = cases;
  await carryOut(people.triage, "claim", {}, await selected([first?.code ?? ""]));
  await undoBatch(contextOf(people.triage), people.triage, id);
  expect(await countBatchItems(world.store.read, id)).toMatchObject({ undone: 1, kept: 1 });
  const late = await carryOut(
    people.triage,
    "snooze",
    { until: "2026-10-14", reasonCode: "later" },
    await selected([first?.code ?? ""]),
  );
  const before = world.now();
  world.tick(1 / 24);
  await undoBatch(contextOf(people.triage), people.triage, late);
  expect(await listBatchItems(world.store.read, late, ["kept"])).toMatchObject([{ problem: "too-late" }]);
  world.at(before.toISOString());
});

test("classifying many leaves each its title, and what the role may never do is not begun", async () => {
  const { code } = await world.submit();
  const { title } = await world.find(code);
  await carryOut(people.triage, "classify", { field: "data" }, await selected([code]));
  expect(await world.find(code)).toMatchObject({ title, field: "data" });
  const items = await selected([code]);
  expect(await refusalOf(world.run(startBatch, people.officer, { act: "assign", input: {}, items }))).toBe("forbidden");
  // A case that the officer may not see is as one that there is not.
  expect(await refusalOf(world.run(startBatch, people.officer, { act: "claim", input: {}, items }))).toEqual({
    items: "empty",
  });
  expect(parseSelected([`${code}:3`, "nothing", `${code}:x`])).toEqual([{ code, version: 3 }]);
});

test("new cases stand in the order in which they are to be passed on, others in that of their answers", async () => {
  const first = await world.submit("initiative");
  const second = await world.submit("barrier");
  const context = contextOf(people.triage);
  const inOrder = async (asked: string) => {
    const address = readQueueAddress(context, new URLSearchParams(asked));
    if (!address) throw new Error("triage has no queue");
    expect(addressQuery(address)).toBe(asked);
    const { items } = await listQueue(world.store.read, people.triage, {
      ...(await queryOf(context, address)),
      limit: 500,
    });
    const codes = items.map(({ code }) => code);
    return [first, second].toSorted((one, other) => codes.indexOf(one.code) - codes.indexOf(other.code));
  };
  expect(await inOrder("view=new")).toEqual([first, second]);
  expect(await inOrder("view=new&sort=due")).toEqual([second, first]);
  expect(await inOrder("view=all")).toEqual([second, first]);
});

test("an address of the queue keeps its filters and its order, and finds what it says, page by page", async () => {
  const made: { code: string }[] = [];
  for (const field of ["data", "finance", "data"]) made.push(await world.submit("proposal", { answers: { field } }));
  const context = contextOf(people.triage);
  const read = (query: string) => {
    const address = readQueueAddress(context, new URLSearchParams(query));
    if (!address) throw new Error("triage has no queue");
    return address;
  };
  const address = read(
    "view=all&kind=proposal&field=data&status=submitted&owner=nobody&from=2026-10-01&sort=newest&x=1",
  );
  expect(addressQuery(address)).toBe(
    "view=all&kind=proposal&field=data&status=submitted&owner=nobody&from=2026-10-01&sort=newest",
  );
  expect(addressQuery(address, { kind: "", sort: "" })).not.toContain("kind");
  const query = await queryOf(context, address);
  const { items } = await listQueue(world.store.read, people.triage, query);
  expect(items.map(({ code }) => code)).toEqual([made[2]?.code, made[0]?.code]);
  expect(await countQueue(world.store.read, people.triage, query)).toBe(2);
  const all = await readSelected(
    context,
    people.triage,
    new URLSearchParams({ all: "yes", query: addressQuery(address) }),
  );
  expect(all.map(({ code }) => code)).toEqual(items.map(({ code }) => code));
  for (const gone of ["from=2026-10-06", "to=2026-10-04", "agency=BYT", "level=urgent", "owner=me", "standing=late"]) {
    expect(
      await countQueue(world.store.read, people.triage, await queryOf(context, read(`view=all&kind=proposal&${gone}`))),
      gone,
    ).toBe(0);
  }
  for (const sort of ["due", "newest", "oldest"] satisfies QueueSort[]) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(world.store.read, people.triage, {
        ...(await queryOf(context, read(`view=all&sort=${sort}`))),
        cursor,
        limit: 3,
      });
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(
      await countQueue(world.store.read, people.triage, await queryOf(context, read("view=all"))),
    );
  }
});

test("a view is saved for oneself and one's unit, for everybody by the arbiter alone, and removed by who may", async () => {
  const arbiter = await world.staff("arbiter");
  const colleague = await world.staff("leader");
  const stranger = await world.staff("officer", "BTP");
  const names = async (actor: StaffActor) => (await listSavedViews(world.store.read, actor)).map(({ name }) => name);
  const view = (name: string, audience: "me" | "unit" | "everyone") => ({ name, audience, query: "view=all" });
  await world.run(saveView, people.officer, view("Của tôi", "me"));
  await world.run(saveView, people.officer, view("Của đơn vị", "unit"));
  expect(await refusalOf(world.run(saveView, people.officer, view("Của mọi người", "everyone")))).toEqual({
    audience: "not-yours",
  });
  expect(await refusalOf(world.run(saveView, people.custodian, view("Không có hàng chờ", "me")))).toBe("forbidden");
  await world.run(saveView, arbiter, view("Của mọi người", "everyone"));
  expect(await names(people.officer)).toEqual(["Của tôi", "Của đơn vị", "Của mọi người"]);
  expect(await names(colleague)).toEqual(["Của đơn vị", "Của mọi người"]);
  expect(await names(stranger)).toEqual(["Của mọi người"]);
  const [own, unit, everyone] = await listSavedViews(world.store.read, people.officer);
  expect(await refusalOf(world.run(removeView, stranger, { id: unit?.id ?? 0 }))).toBe("not-found");
  expect(await refusalOf(world.run(removeView, people.officer, { id: everyone?.id ?? 0 }))).toBe("forbidden");
  await world.run(removeView, colleague, { id: unit?.id ?? 0 });
  await world.run(removeView, people.officer, { id: own?.id ?? 0 });
  expect(await names(people.officer)).toEqual(["Của mọi người"]);
});

test("notifications are marked by whom they are for", async () => {
  expect(await refusalOf(world.run(readNotifications, { kind: "public" }, { id: 1 }))).toBe("forbidden");
});
