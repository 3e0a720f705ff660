import { afterAll, expect, test } from "vitest";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { matters } from "../../bench/similar/pairs.ts";
import { type Asked, similarTo } from "../../db/similar.ts";
import { caseIn, hire, publication, reason, publish } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const here = { provinceCode: "01", communeCode: "00070" };
const elsewhere = { provinceCode: "79", communeCode: "26740" };
const nowhere = { provinceCode: null, communeCode: null };

/** Every matter of the evaluation published once, with its first telling. */
async function published() {
  const world = await openWorld();
  const people = await hire(world);
  const codes = new Map<string, string>();
  for (const { id, vi, en, bound } of matters) {
    const [content] = vi;
    const answers = { content, title: content.slice(0, 60), ...(bound ? {} : { communeCode: "" }) };
    const { code } = await caseIn(world, people, "assigned", "feedback", { answers });
    const texts = {
      titleVi: content.slice(0, 60),
      questionVi: content,
      titleEn: "A matter told",
      questionEn: en?.[0] ?? "Told in Vietnamese.",
    };
    await publish(world, people, publication(code, texts));
    codes.set(id, code);
  }
  return { world, people, codes };
}

/** For the tests that only read. */
const readOnly = published();
afterAll(async () => (await readOnly).world.close());

const lookFor = async (world: World, text: string, more: Partial<Asked> = {}) => {
  const found = await similarTo(world.store.read, { kind: "feedback", text, ...nowhere, ...more }, world.now());
  return found.map((item) => item.publication.code);
};

test("most matters are found among three by people who tell them in other words, with and without accents", async () => {
  const { world, codes } = await readOnly;
  const asked = matters.flatMap(({ id, vi, bound }) =>
    vi.slice(1).map((text) => ({ id, text, place: bound ? here : nowhere })),
  );
  let found = 0;
  for (const { id, text, place } of asked) {
    const shown = await lookFor(world, text, place);
    expect(shown.length).toBeLessThanOrEqual(3);
    if (shown.includes(codes.get(id) ?? "")) found += 1;
  }
  expect(asked).toHaveLength(108);
  expect(found / asked.length).toBeGreaterThanOrEqual(0.9);
});

test("a case told in English is found by its English text", async () => {
  const { world, codes } = await readOnly;
  const english = matters.flatMap(({ id, en }) => (en ? [{ id, text: en[1] }] : []));
  for (const { id, text } of english) expect(await lookFor(world, text)).toContain(codes.get(id));
});

test("the nearest comes first, with the words that both share", async () => {
  const { world, codes } = await readOnly;
  const [first] = await similarTo(
    world.store.read,
    { kind: "feedback", text: matters[0]?.vi[1] ?? "", ...here },
    world.now(),
  );
  expect(first?.publication.code).toBe(codes.get("hamlet-signal"));
  expect(first?.place).toBe("same-commune");
  expect(first?.shared).toContain("phat song");
});

test("the same words from another province find nothing of a place", async () => {
  const { world, codes } = await readOnly;
  const [text = ""] = matters[0]?.vi ?? [];
  expect(await lookFor(world, text, here)).toContain(codes.get("hamlet-signal"));
  expect(await lookFor(world, text, elsewhere)).not.toContain(codes.get("hamlet-signal"));
});

test.each(["", "và của", "123 456", "' OR 1=1 --", '"; & | ! ( ) :*', "xin chào"])("%o finds nothing", async (text) => {
  const { world } = await readOnly;
  expect(await lookFor(world, text)).toEqual([]);
});

test("what is not published, or no longer, is never shown", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const [content = ""] = matters[0]?.vi ?? [];
  const filed = await caseIn(world, people, "assigned", "feedback", { answers: { content } });
  const near = async () =>
    (await similarTo(world.store.read, { kind: "feedback", text: content, ...here }, world.now())).length;
  expect(await near()).toBe(0);
  await publish(world, people, publication(filed.code, { questionVi: content }));
  expect(await near()).toBe(1);
  await world.run(unpublishCase, people.editor, { code: filed.code, category: "mistake", reason });
  expect(await near()).toBe(0);
});
