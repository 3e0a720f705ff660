import { afterAll, describe, expect, test } from "vitest";
import { searchWords } from "../../app/domain/text.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { listQueue } from "../../db/queue.ts";
import { listPublications } from "../../db/publication-lists.ts";
import { caseIn, hire, publication, publish } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const inPublic = async (world: World, typed: string) => {
  const page = await listPublications(world.store.read, { words: searchWords(typed) });
  return page.items.map((item) => item.code);
};
const inQueue = async (world: World, actor: Actor, typed: string, common?: number) => {
  const soon = world.now();
  const words = searchWords(typed);
  const page = await listQueue(world.store.read, actor, {
    view: "all",
    words,
    now: soon,
    soon,
    ...(common ? { common } : {}),
  });
  return page.items.map((item) => item.code);
};

/** A world with one published case about a road and one about water. */
async function twoPublished() {
  const world = await openWorld();
  const people = await hire(world);
  const published = async (content: string, questionEn: string) => {
    const { code } = await caseIn(world, people, "assigned", "feedback", {
      answers: { content, title: content.slice(0, 60) },
    });
    await publish(world, people, publication(code, { titleVi: content.slice(0, 60), questionVi: content, questionEn }));
    return code;
  };
  const road = await published(
    "Đường dây nóng ở Hoà Bình không trả lời, gọi nhiều lần.",
    "The hotline does not answer.",
  );
  const water = await published(
    "Nước sinh hoạt ở Thủy Nguyên bị đục suốt hai tuần liền.",
    "The water has been cloudy.",
  );
  return { world, people, road, water };
}

/** For the tests that only read. */
const readOnly = twoPublished();
afterAll(async () => (await readOnly).world.close());

describe("words are found", () => {
  test.each([
    ["with their accents", "Đường dây nóng"],
    ["without them", "duong day nong"],
    ["in another spelling", "hòa bình"],
    ["decomposed", "Đường".normalize("NFD")],
    ["in capitals", "ĐƯỜNG DÂY"],
    ["in any order", "nong duong"],
    ["joined by signs", "Đường-dây/nóng"],
    ["in quotes", '"đường dây"'],
    ["with query syntax around", "duong* AND (day) OR NOT nong:*"],
  ])("%s", async (name, typed) => {
    const { world, people, road } = await readOnly;
    const words = name.startsWith("with query") ? "duong* (day) nong:*" : typed;
    expect(await inPublic(world, words)).toEqual([road]);
    expect(await inQueue(world, people.triage, words)).toEqual([road]);
  });

  test("in English on the public pages", async () => {
    const { world, road, water } = await readOnly;
    expect(await inPublic(world, "hotline")).toEqual([road]);
    expect(await inPublic(world, "the")).toEqual([water, road]);
  });

  test("by the case's code", async () => {
    const { world, people, water } = await readOnly;
    expect(await inPublic(world, water)).toEqual([water]);
    expect(await inQueue(world, people.triage, water.toLowerCase())).toEqual([water]);
  });
});

test("all words must be there, and a word is not found in the middle of another", async () => {
  const { world } = await readOnly;
  expect(await inPublic(world, "duong nuoc")).toEqual([]);
  expect(await inPublic(world, "uong")).toEqual([]);
  expect(await inPublic(world, "d nong")).toEqual([]);
});

test("nothing typed is ever syntax, an error or more than it says", async () => {
  const { world, people, road } = await twoPublished();
  const letters: string[] = [];
  for (let point = 0x20; point < 0x1_1000; point += 1) {
    const letter = String.fromCodePoint(point);
    if (/[\p{L}\p{N}]/u.test(letter)) letters.push(letter);
  }
  // Letters of every script, in words of a hundred, old and new to Unicode.
  const words: string[] = [];
  for (let from = 0; from < letters.length; from += 100) words.push(letters.slice(from, from + 100).join(""));
  const signs = ["'", '"', "\\", "*", "%", "_", ":", "-", "^", "()", "\u0000", "'':*"];
  const syntax = ["zz AND", "duong OR zz", "NEAR(duong zz)", "{zz}", "duong NOT zz", "zz'", "search:zz"];
  for (const text of signs) await inQueue(world, people.triage, text);
  for (const text of [...syntax, ...words]) {
    expect(await inPublic(world, text), text).toEqual([]);
    expect(await inQueue(world, people.triage, text), text).toEqual([]);
  }
  expect(await inPublic(world, "duong'")).toEqual([road]);
  await world.close();
});

test("letters of any script are found again", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const texts = ["Ꞷꞷabc Ა xyz", "漢字 한국어 ไทย", "Ⅷ ² ½ ٣", "𐐀𐐨 𝔘", "ß İstanbul ǅ"];
  for (const text of texts) {
    const { code } = await world.submit("feedback", { answers: { content: `${text} và hai mươi ký tự nữa.` } });
    for (const word of searchWords(text)) expect(await inQueue(world, people.triage, word), word).toContain(code);
  }
});

test("the queue finds only what its reader may see, and a case by its new title", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const elsewhere = await world.staff("officer", "BTP");
  const { code } = await world.submit();
  await world.run(classifyCase, people.triage, { code, title: "Bảng điện tử ở bến xe" });
  await world.run(assignCase, people.triage, { code, agencyId: people.officer.agencyId });
  expect(await inQueue(world, people.triage, "bang dien tu")).toEqual([code]);
  expect(await inQueue(world, people.triage, "nop ho so")).toEqual([code]);
  expect(await inQueue(world, people.officer, "bang dien tu")).toEqual([code]);
  expect(await inQueue(world, elsewhere, "bang dien tu")).toEqual([]);
  expect(await inQueue(world, people.admin, "bang dien tu")).toEqual([]);
});

test("common words find in the queue what rare ones do, the last filed first, page by page", async () => {
  const { world, people, road, water } = await readOnly;
  const readers: Actor[] = [people.triage, people.officer, people.leader, people.editor, people.monitor];
  for (const reader of readers) {
    for (const typed of ["o", "duong day", "duong tuan", "khong co tu nay"]) {
      const rare = await inQueue(world, reader, typed);
      expect([typed, new Set(await inQueue(world, reader, typed, 1))]).toEqual([typed, new Set(rare)]);
    }
    expect(await inQueue(world, reader, "o", 1)).toEqual([water, road]);
  }
  const soon = world.now();
  const query = { view: "all", words: ["o"], common: 1, limit: 1, now: soon, soon } as const;
  const first = await listQueue(world.store.read, people.officer, query);
  const second = await listQueue(world.store.read, people.officer, { ...query, cursor: first.nextCursor });
  expect([first.common, ...[...first.items, ...second.items].map(({ code }) => code)]).toEqual([true, water, road]);
  expect(second.nextCursor).toBe(null);
});

test("a search by due date shows what is open before what has ended, page by page", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const answers = { content: "Cầu treo qua suối hỏng, chưa có biển báo." };
  const ended = await caseIn(world, people, "closed", "feedback", { answers });
  const gone = await caseIn(world, people, "withdrawn", "feedback", { answers });
  world.tick(1);
  const disputed = await caseIn(world, people, "disputed", "feedback", { answers });
  world.tick(1);
  const fresh = await world.submit("feedback", { answers });
  const wanted = [disputed.code, fresh.code, ended.code, gone.code];
  expect(await inQueue(world, people.triage, "cau treo")).toEqual(wanted);

  const now = world.now();
  const found: string[] = [];
  for (let cursor: string | null = null; ;) {
    const query = { view: "all", words: ["cau", "treo"], limit: 1, cursor, now, soon: now } as const;
    const page = await listQueue(world.store.read, people.triage, query);
    found.push(...page.items.map(({ code }) => code));
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  expect(found).toEqual(wanted);
});
