import { describe, expect, test } from "vitest";
import { type Status, statuses } from "../../app/domain/case-status.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { nextLimit } from "../../app/domain/deadlines.ts";
import { mayView } from "../../app/domain/permissions.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { proposePublication } from "../../app/commands/propose-publication.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { returnPublication } from "../../app/commands/return-publication.ts";
import { scopeOf, visibleTo } from "../../db/cases.ts";
import { isOverdue } from "../../db/overdue.ts";
import { publicationMarks } from "../../db/publication-marks.ts";
import { countQueue, listQueue, type QueueQuery } from "../../db/queue.ts";
import { queueJson } from "../../app/http/api-staff.ts";
import { type QueueView, queueViews } from "../../db/queue-conditions.ts";
import { listPublications, type PublicationFilter } from "../../db/publication-lists.ts";
import { caseIn, hire, type People, publication, publishedIn, question, ground, reason, publish } from "./journey.ts";
import { openWorld, thePublic, theSystem, type World } from "./world.ts";

/** A world with cases in every state, held, without consent, published, of two agencies. */
async function mixedWorld() {
  const world = await openWorld();
  const people = await hire(world);
  const elsewhere = await world.staff("leader", "BTP");
  for (const status of statuses) await caseIn(world, people, status);
  for (const status of ["assigned", "answered"] as const) {
    await caseIn(world, people, status, "feedback", { answers: { publishConsent: "no" } });
    await caseIn(world, { ...people, officer: { ...people.officer, ...pick(elsewhere) }, leader: elsewhere }, status);
    await publishedIn(world, people, status);
  }
  const waiting = await publishedIn(world, people, "in_progress");
  await world.run(askSubmitter, people.officer, { code: waiting.code, question });
  const refused = await publishedIn(world, people, "assigned");
  await world.run(refuseCase, people.officer, { code: refused.code, reason, ground, competentBody: "Bộ Thử nghiệm" });
  await world.submit("feedback", { heldReason: "honeypot" });
  const proposed = await caseIn(world, people, "answered");
  await world.run(proposePublication, people.editor, publication(proposed.code));
  const late = await caseIn(world, people, "in_progress", "barrier");
  world.at("2026-10-21T02:00:00Z");
  const fresh = await caseIn(world, people, "in_progress");
  return { world, people, elsewhere, late, fresh };
}
const pick = ({ agencyId, agencyVi, agencyEn }: People["officer"]) => ({ agencyId, agencyVi, agencyEn });

const everyActor = async (world: World, people: People, elsewhere: Actor): Promise<Actor[]> => {
  const [first] = await world.store.read.select().from(world.store.read.tables.cases).limit(1);
  return [...Object.values(people), elsewhere, theSystem, thePublic, { kind: "submitter", caseId: first?.id ?? 0 }];
};

test("what a list shows is what may be viewed, for every reader", async () => {
  const { world, people, elsewhere } = await mixedWorld();
  const { cases } = world.store.read.tables;
  const all = await world.store.read.select().from(cases).orderBy(cases.id);
  expect(new Set(all.map((row) => row.status)).size).toBe(statuses.length);
  for (const actor of await everyActor(world, people, elsewhere)) {
    const listed = await world.store.read
      .select()
      .from(cases)
      .where(visibleTo(world.store.read, actor))
      .orderBy(cases.id);
    const viewable = all.filter((row) => mayView(actor, scopeOf(row)));
    expect(
      listed.map((row) => row.code),
      JSON.stringify(actor),
    ).toEqual(viewable.map((row) => row.code));
  }
  await world.close();
});

/** Follows a list to its end. */
async function follow<T>(
  next: (cursor: string | null) => Promise<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const page: { items: T[]; nextCursor: string | null } = await next(cursor);
    all.push(...page.items);
    cursor = page.nextCursor;
    more = cursor !== null;
  }
  return all;
}

test("the count beside each view is the length of its list, for every reader", async () => {
  const { world, people, elsewhere } = await mixedWorld();
  const query = (view: QueueView) => ({
    view,
    now: world.now(),
    soon: new Date(world.now().getTime() + 8 * 24 * 3600 * 1000),
  });
  const lengths = new Map<string, number>();
  for (const actor of await everyActor(world, people, elsewhere)) {
    for (const view of queueViews) {
      const list = await follow((cursor) => listQueue(world.store.read, actor, { ...query(view), cursor, limit: 3 }));
      expect(await countQueue(world.store.read, actor, query(view)), view).toBe(list.length);
      if (actor === people.triage) lengths.set(view, list.length);
    }
  }
  expect(Object.fromEntries(lengths)).toMatchObject({ held: 1, returned: 1, "due-soon": expect.any(Number) });
  const rare: readonly QueueView[] = [
    "arbitration",
    "disputed",
    "heard",
    "mine",
    "snoozed",
    "watched",
    "scheduled",
    "objected",
  ];
  for (const view of queueViews) if (!rare.includes(view)) expect(lengths.get(view), view).toBeGreaterThan(0);
  expect(await countQueue(world.store.read, people.triage, query("all"), 5)).toBe(5);
  await world.close();
});

test("a case that came back in time is late only once triage has had its own time again", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const back = await caseIn(world, people, "assigned");
  world.at(new Date(world.now().getTime() + 4 * 24 * 3600_000).toISOString());
  await world.run(refuseCase, people.officer, { code: back.code, reason, competentBody: "Bộ Nội vụ", ground });
  const { triageDueAt, allowanceDueAt } = await world.find(back.code);
  const late = async (moment: Date) => {
    const query = { view: "late", now: moment, soon: moment, limit: 100 } as const;
    return (await listQueue(world.store.read, people.triage, query)).items.map(({ code }) => code);
  };
  expect(allowanceDueAt && allowanceDueAt > triageDueAt).toBe(true);
  expect(await late(triageDueAt)).not.toContain(back.code);
  expect(await late(allowanceDueAt ?? triageDueAt)).toContain(back.code);
});

test("the public is told of what is past its promised date alone, not of what lies too long with triage", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const filed = await caseIn(world, people, "submitted");
  const { triageDueAt, dueAt } = await world.find(filed.code);
  const after = (moment: Date) => new Date(moment.getTime() + 60_000);
  const { read } = world.store;
  const { cases } = read.tables;
  const overdue = (moment: Date) => read.select({ code: cases.code }).from(cases).where(isOverdue(read, moment));
  expect(await overdue(after(triageDueAt))).toEqual([]);
  expect(await overdue(after(dueAt))).toEqual([{ code: filed.code }]);
});

test("late is past the promised date or still with triage after its own; what is paused is neither late nor soon", async () => {
  const { world, people, late, fresh } = await mixedWorld();
  const now = world.now();
  const codes = async (view: QueueView, soon: Date) =>
    (await listQueue(world.store.read, people.triage, { view, now, soon, limit: 100 })).items.map((item) => item.code);
  const all = await Promise.all((await codes("all", now)).map((code) => world.find(code)));
  const owed: readonly Status[] = ["submitted", "disputed"];
  const byOther = all.filter((row) => owed.includes(row.status) && nextLimit(row) <= now).map((row) => row.code);
  expect(byOther.length).toBeGreaterThan(0);
  expect((await codes("late", now)).toSorted()).toEqual([late.code, ...byOther].toSorted());
  const soon = await codes("due-soon", new Date("2026-10-27T00:00:00Z"));
  expect(soon).not.toContain(late.code);
  expect(soon).not.toContain(fresh.code);
  const statusesSoon = await Promise.all(soon.map(async (code) => (await world.find(code)).status));
  expect(statusesSoon).not.toContain("waiting");
  expect(soon.length).toBeGreaterThan(0);
  await world.close();
});

test("a disputed answer is due soon before its decision is, and late after, by page, filter and API alike", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "disputed");
  const due = (await world.find(code)).disputeDueAt ?? world.now();
  const at = async (now: Date, soon: Date) => {
    const query = (more: Pick<QueueQuery, "view" | "filter">) => ({ ...more, now, soon });
    const count = (more: Pick<QueueQuery, "view" | "filter">) =>
      countQueue(world.store.read, people.arbiter, query(more));
    const { items } = await listQueue(world.store.read, people.arbiter, query({ view: "all" }));
    const [line] = await queueJson(world.store.read, items, now);
    return {
      soon: [await count({ view: "due-soon" }), await count({ view: "all", filter: { standing: "soon" } })],
      late: [await count({ view: "late" }), await count({ view: "disputed", filter: { standing: "late" } })],
      told: line?.standing.kind,
    };
  };
  const before = new Date(due.getTime() - 1000);
  expect(await at(before, before)).toMatchObject({ soon: [0, 0], late: [0, 0] });
  expect(await at(before, due)).toEqual({ soon: [1, 1], late: [0, 0], told: "soon" });
  expect(await at(due, due)).toEqual({ soon: [0, 0], late: [1, 1], told: "late" });
});

test("a case that was published before its answer waits for the editor again once it has one", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "awaiting_approval");
  const now = world.now();
  const waiting = async () =>
    (await listQueue(world.store.read, people.editor, { view: "to-publish", now, soon: now })).items.map(
      (item) => item.code,
    );
  expect(await waiting()).toEqual([]);
  await world.run(approveAnswer, people.leader, { code });
  expect(await waiting()).toEqual([code]);
  await publish(world, people, publication(code));
  expect(await waiting()).toEqual([]);
});

test("a proposal lies with the second editor alone until it comes back", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "answered");
  const earlier = await publishedIn(world, people, "awaiting_approval");
  await world.run(approveAnswer, people.leader, earlier);
  const now = world.now();
  const codes = async (view: QueueView) => {
    const query = { view, now, soon: now };
    const { items } = await listQueue(world.store.read, people.editor, query);
    expect(await countQueue(world.store.read, people.editor, query)).toBe(items.length);
    return items.map((item) => item.code).toSorted();
  };
  const both = [code, earlier.code].toSorted();
  expect(await codes("to-publish")).toEqual(both);
  for (const one of both) await world.run(proposePublication, people.editor, publication(one));
  expect([await codes("to-publish"), await codes("proposed")]).toEqual([[], both]);
  const marks = await publicationMarks(world.store.read, [(await world.find(code)).id]);
  expect([...marks.values()]).toEqual([{ proposedAt: now, publishAt: null, objectedAt: null }]);
  await world.run(returnPublication, people.secondEditor, { code, reason });
  expect([await codes("to-publish"), await codes("proposed")]).toEqual([[code], [earlier.code]]);
  expect((await publicationMarks(world.store.read, [(await world.find(code)).id])).size).toBe(0);
});

describe("pages cover everything exactly once while rows come in", () => {
  test("of the office queue, the first due first", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    // Several share a due date to the millisecond.
    for (let made = 0; made < 25; made += 1) {
      if (made % 4 === 0) world.tick(1);
      await world.submit(made % 3 === 0 ? "barrier" : "feedback");
    }
    const before = await world.store.read.select().from(world.store.read.tables.cases);
    const list = await follow(async (cursor) => {
      const now = world.now();
      const page = await listQueue(world.store.read, people.triage, { view: "all", now, soon: now, cursor, limit: 4 });
      await world.submit("initiative");
      return page;
    });
    const seen = list.map((item) => item.code).filter((code) => before.some((row) => row.code === code));
    expect(new Set(list.map((item) => item.code)).size).toBe(list.length);
    expect([...seen].sort()).toEqual(before.map((row) => row.code).sort());
    const order = list.map((item) => item.dueAt.getTime());
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test("of the published cases, newest first", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const published: string[] = [];
    for (let made = 0; made < 11; made += 1) published.unshift((await publishedIn(world, people, "assigned")).code);
    for (const words of [[], ["ho", "so"]]) {
      const list = await follow(async (cursor) => {
        const page = await listPublications(world.store.read, { words }, { cursor, limit: 3 });
        await publishedIn(world, people, "assigned");
        return page;
      });
      const codes = list.map((item) => item.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.filter((code) => published.includes(code))).toEqual(published);
    }
  });

  test.each(["", "zzz", "-1", "0.0", "9".repeat(40), "'; --", "NaN.NaN", "-zzzzzzzz.1"])(
    "a cursor %o that nobody gave breaks nothing",
    async (cursor) => {
      await using world = await openWorld();
      const people = await hire(world);
      await publishedIn(world, people, "assigned");
      const now = world.now();
      await listQueue(world.store.read, people.triage, { view: "all", now, soon: now, cursor });
      await listPublications(world.store.read, {}, { cursor });
    },
  );
});

test("each filter of the published cases keeps what it says, and they hold together", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const publishOne = async (kind: "feedback" | "proposal", status: Status, answers: Record<string, string>) => {
    const { code } = await caseIn(world, people, status, kind, { answers });
    await publish(world, people, publication(code));
    return code;
  };
  const hanoi = await publishOne("feedback", "assigned", { communeCode: "00070", field: "data" });
  world.tick(1);
  const saigon = await publishOne("proposal", "answered", { provinceCode: "79", communeCode: "", field: "finance" });
  const codes = async (filter: PublicationFilter) =>
    (await listPublications(world.store.read, filter)).items.map((item) => item.code);

  expect(await codes({})).toEqual([saigon, hanoi]);
  expect(await codes({ kind: "feedback" })).toEqual([hanoi]);
  expect(await codes({ status: "answered" })).toEqual([saigon]);
  expect(await codes({ field: "data" })).toEqual([hanoi]);
  expect(await codes({ provinceCode: "01" })).toEqual([hanoi]);
  expect(await codes({ provinceCode: "79" })).toEqual([saigon]);
  expect(await codes({ agencyId: people.officer.agencyId })).toEqual([saigon, hanoi]);
  expect(await codes({ agencyId: people.triage.agencyId })).toEqual([]);
  expect(await codes({ from: "2026-10-06" })).toEqual([saigon]);
  expect(await codes({ to: "2026-10-05" })).toEqual([hanoi]);
  expect(await codes({ from: "2026-10-05", to: "2026-10-06" })).toEqual([saigon, hanoi]);
  expect(await codes({ kind: "feedback", provinceCode: "79" })).toEqual([]);
  expect(await codes({ words: ["ho", "so"], kind: "proposal" })).toEqual([saigon]);
});
