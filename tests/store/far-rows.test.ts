import { expect, test } from "vitest";
import { searchWords } from "../../app/domain/text.ts";
import { countHolding } from "../../db/search.ts";
import { countQueue, listQueue, type QueueQuery } from "../../db/queue.ts";
import { listPublications, type PublicationFilter } from "../../db/publication-lists.ts";
import { dialect } from "./databases.ts";
import { type People, caseIn, hire, publication, publish } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** Between the rows so many numbers are left out, as if so many others stood there. */
const gaps = [0, 700, 5_000, 40_000, 300_000, 600, 600_000];

/** The next row of a table gets a number so much further on. */
async function skip({ database: { sql } }: World, table: "case_file" | "publication", gap: number): Promise<void> {
  const [row] = await sql(`select coalesce(max(id), 0) + ${gap + 1} as next from ${table}`);
  const next = Number(row?.["next"]);
  if (dialect === "postgres") await sql(`select setval('${table}_id_seq', ?, false)`, next);
  else {
    await sql("delete from sqlite_sequence where name = ?", table);
    await sql("insert into sqlite_sequence (name, seq) values (?, ?)", table, next - 1);
  }
}

/** Cases and publications far from each other; the newest first. */
async function farApart(): Promise<{ world: World; people: People; codes: string[] }> {
  const world = await openWorld();
  const people = await hire(world);
  const codes: string[] = [];
  for (const [index, gap] of gaps.entries()) {
    await skip(world, "case_file", gap);
    await skip(world, "publication", gap);
    const { code } = await caseIn(world, people, "assigned", index % 2 === 0 ? "feedback" : "proposal", {
      answers: { title: "Hồ sơ nộp trực tuyến" },
    });
    await publish(world, people, publication(code));
    codes.unshift(code);
    world.tick(1);
  }
  return { world, people, codes };
}

async function allPages<T>(page: (cursor: string | null) => Promise<{ items: T[]; nextCursor: string | null }>) {
  const items: T[] = [];
  for (let cursor: string | null = null; ;) {
    const { items: more, nextCursor } = await page(cursor);
    items.push(...more);
    if (nextCursor === null) return items;
    cursor = nextCursor;
  }
}

test("what stands far apart is found page by page, whatever is asked", async () => {
  const { world, people, codes } = await farApart();
  await using _ = world;
  const { read } = world.store;
  const words = searchWords("hồ sơ");
  const published = async (filter: PublicationFilter, limit: number) =>
    (await allPages((cursor) => listPublications(read, filter, { cursor, limit }))).map(({ code }) => code);
  const evenOnes = codes.filter((_code, index) => index % 2 === 0);
  for (const limit of [1, 2, 3, 50]) {
    expect(await published({ words }, limit)).toEqual(codes);
    expect(await published({ from: "2020-01-01", to: "2099-01-01" }, limit)).toEqual(codes);
    expect(await published({ words, kind: "feedback" }, limit)).toEqual(evenOnes);
  }
  const now = world.now();
  const query: QueueQuery = { view: "all", words, common: 1, now, soon: now };
  const queued = async (actor: People[keyof People], asked: Partial<QueueQuery>) =>
    (await allPages((cursor) => listQueue(read, actor, { ...query, ...asked, cursor }))).map(({ code }) => code);
  for (const limit of [1, 2, 3, 50]) {
    for (const actor of [people.triage, people.officer, people.editor]) {
      expect(await queued(actor, { limit })).toEqual(codes);
      expect(await queued(actor, { limit, sort: "oldest" })).toEqual(codes.toReversed());
    }
    expect(await queued(people.officer, { limit, filter: { kind: "feedback" } })).toEqual(evenOnes);
  }
  for (const limit of [3, 6, 1000]) {
    expect(await countHolding(read, words, limit)).toBe(Math.min(limit, codes.length));
    expect(await countQueue(read, people.officer, query, limit)).toBe(Math.min(limit, codes.length));
  }
});
