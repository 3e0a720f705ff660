import { afterAll, expect, test } from "vitest";
import { NO_COMMUNE } from "../../app/domain/form-common.ts";
import { readDeskForm } from "../../app/http/desk-form.ts";
import { searchPlaces } from "../../db/places.ts";
import { openWorld } from "./world.ts";

/** For forms, which are only read. */
const readOnly = openWorld();
afterAll(async () => (await readOnly).close());

const MANY = "Tân";

/** The desk's form as it is read with these fields filled in. */
async function read(fields: Record<string, string>) {
  const world = await readOnly;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return readDeskForm(world.store, "feedback", form, "vi", world.now());
}

test("a name that means several communes is a question first, and an error once it was asked", async () => {
  const first = await read({ place: MANY });
  expect(first.places.length).toBeGreaterThan(1);
  expect([first.open, first.errors]).toEqual([true, {}]);
  const again = await read({ place: MANY, askedPlace: MANY });
  expect([again.open, again.errors]).toEqual([true, { communeCode: "empty" }]);
});

test("a commune chosen settles it, and stays to be seen when something else is wrong", async () => {
  const [found] = await searchPlaces((await readOnly).store.read, MANY);
  const { code = "", provinceCode = "" } = found?.commune ?? {};
  const chosen = await read({ place: MANY, askedPlace: MANY, communeCode: code });
  expect(chosen.answers).toMatchObject({ communeCode: code, provinceCode });
  expect([chosen.open, chosen.errors, chosen.values.communeCode]).toEqual([false, {}, code]);
  expect(chosen.places.map(({ value }) => value)).toContain(code);
});

test("a choice does not count for another name", async () => {
  const [found] = await searchPlaces((await readOnly).store.read, MANY);
  const moved = await read({ place: "Phú", askedPlace: MANY, communeCode: found?.commune.code ?? "" });
  expect([moved.open, moved.errors, moved.answers.communeCode]).toEqual([true, {}, undefined]);
});

test("none of them keeps the province only", async () => {
  const [found] = await searchPlaces((await readOnly).store.read, MANY);
  const provinceCode = found?.commune.provinceCode ?? "";
  const none = await read({ place: MANY, askedPlace: MANY, communeCode: NO_COMMUNE, provinceCode });
  expect(none.answers).toEqual({ lang: "vi", provinceCode });
  expect([none.open, none.errors, none.places]).toEqual([false, {}, []]);
  expect(none.values).toMatchObject({ place: "", communeCode: "", provinceCode });
});

test("a name that means one commune is taken, one that means nothing is an error", async () => {
  const one = await read({ place: "Trường Sa Khánh Hòa" });
  expect(one.answers.communeCode).toMatch(/^\d+$/);
  expect([one.open, one.errors]).toEqual([false, {}]);
  expect((await read({ place: "Xyzzy" })).errors).toEqual({ place: "unknown" });
});
