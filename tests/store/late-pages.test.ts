import { expect, test } from "vitest";
import { placePage } from "../../app/http/statistics-place.ts";
import { findAgencyByCode } from "../../db/agencies.ts";
import { caseIn, hire, publication, publish } from "./journey.ts";
import { openWorld } from "./world.ts";

test("the page of an agency names every published late case, page by page, and says what is not translated", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const codes: string[] = [];
  const untranslated = { titleEn: undefined, questionEn: undefined };
  for (let turn = 0; turn < 23; turn += 1) {
    const { code } = await caseIn(world, people, "assigned");
    await publish(world, people, { ...publication(code), ...(turn === 0 ? untranslated : {}) });
    codes.push(code);
  }
  await caseIn(world, people, "assigned");
  world.tick(90);
  const { id = null } = (await findAgencyByCode(world.store.read, "BKHCN")) ?? {};
  const place = { axis: "agency", code: "BKHCN", agencyId: id } as const;
  const page = (query: string) =>
    placePage(world.store.read, place, "en", world.now(), new URLSearchParams(query)).then(({ late }) => late);
  const first = await page("period=1999");
  expect([first.items.length, first.deep, first.newerHref]).toEqual([20, false, null]);
  expect(first.items[0]).toMatchObject({
    code: codes[0],
    title: { text: "Lỗi khi nộp hồ sơ trực tuyến", lang: "vi" },
    dueOn: "2026-10-26",
  });
  expect(first.items[1]?.title).toEqual({ text: "Error when filing a dossier online", lang: "en" });
  expect(first.olderHref).toMatch(/^\/en\/statistics\/agencies\/BKHCN\?late=[0-9a-z.]+#late$/);
  const second = await page(new URL(first.olderHref ?? "", "http://localhost").search);
  expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(codes);
  expect([second.deep, second.newerHref, second.olderHref]).toEqual([true, "/en/statistics/agencies/BKHCN#late", null]);
  // What is no place in the list begins at its beginning.
  expect((await page("late=zz")).items.map(({ code }) => code)).toEqual(codes.slice(0, 20));
});
