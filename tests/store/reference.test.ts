import { afterAll, describe, expect, test } from "vitest";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { kinds } from "../../app/domain/case-kind.ts";
import { deadlineSteps } from "../../app/domain/deadlines.ts";
import { findAgencyByCode, listAgencies, searchAgencies, standingBody } from "../../db/agencies.ts";
import { ruleInForce } from "../../db/deadline-settings.ts";
import { checkPlace, findCommune, listCommunes, listProvinces, searchPlaces } from "../../db/places.ts";
import { listTerms } from "../../db/terms.ts";
import { caseIn, hire } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** For the look-ups, which only read. */
const readOnly = openWorld();
afterAll(async () => (await readOnly).close());

const places = async (world: World, typed: string) =>
  (await searchPlaces(world.store.read, typed)).map(({ commune, province, formerName }) => [
    commune.nameVi,
    province.nameVi,
    formerName,
  ]);

describe("places are found by the name of today and by the one people know", () => {
  test.each([
    ["Bến Nghé", "Phường Sài Gòn", "Hồ Chí Minh"],
    ["ben nghe", "Phường Sài Gòn", "Hồ Chí Minh"],
    ["P. Bến Nghé, Q1", "Phường Sài Gòn", "Hồ Chí Minh"],
    ["Q1 Ben Nghe", "Phường Sài Gòn", "Hồ Chí Minh"],
    ["Bến Nghé, Quận 1, TP.HCM", "Phường Sài Gòn", "Hồ Chí Minh"],
    ["BEN NGHE TPHCM", "Phường Sài Gòn", "Hồ Chí Minh"],
    ["Phường Sài Gòn, TP. HCM", "Phường Sài Gòn", "Hồ Chí Minh"],
    ["p4 q5 tphcm", "Phường Chợ Quán", "Hồ Chí Minh"],
    ["Hoàn Kiếm", "Phường Hoàn Kiếm", "Hà Nội"],
    ["hoan kiem ha noi", "Phường Hoàn Kiếm", "Hà Nội"],
    ["Phường Hàng Bạc", "Phường Hoàn Kiếm", "Hà Nội"],
    ["Phú Quốc", "Đặc khu Phú Quốc", "An Giang"],
    ["dac khu hoang sa", "Đặc khu Hoàng Sa", "Đà Nẵng"],
    ["Trường Sa", "Đặc khu Trường Sa", "Khánh Hòa"],
    ["Thuỷ Nguyên", "Phường Thủy Nguyên", "Hải Phòng"],
  ])("%s", async (typed, commune, province) => {
    const world = await readOnly;
    const [first] = await places(world, typed);
    expect(first?.slice(0, 2)).toEqual([commune, province]);
  });

  test("an old name says which one was found, a present one says nothing", async () => {
    const world = await readOnly;
    expect((await places(world, "Bến Nghé"))[0]?.[2]).toMatch(/^Phường Bến Nghé, Quận 1, /);
    expect((await places(world, "Phường Sài Gòn"))[0]?.[2]).toBeNull();
  });

  test("a commune comes once, and a number is that number", async () => {
    const world = await readOnly;
    const found = await places(world, "Quận 1");
    expect(new Set(found.map(([name, province]) => `${name} ${province}`)).size).toBe(found.length);
    for (const [, , former] of found.slice(0, 4)) expect(former).toMatch(/Quận 1,/);
  });

  test.each(["", " ", "%", "_", "'", "xyzxyz", "a".repeat(5000), "1".repeat(300)])(
    "%o finds nothing or little, and breaks nothing",
    async (typed) => {
      const world = await readOnly;
      expect((await places(world, typed)).length).toBeLessThanOrEqual(10);
    },
  );
});

test("34 provinces and cities, and their communes", async () => {
  const world = await readOnly;
  const provinces = await listProvinces(world.store.read);
  expect(provinces.length).toBe(34);
  expect(provinces.find((province) => province.code === "75")).toMatchObject({ fullNameVi: "Thành phố Đồng Nai" });
  const counts = await Promise.all(
    provinces.map(async ({ code }) => (await listCommunes(world.store.read, code)).length),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3321);
  expect(await findCommune(world.store.read, "00070")).toMatchObject({
    nameVi: "Phường Hoàn Kiếm",
    provinceCode: "01",
  });
  expect(await checkPlace(world.store.read, {})).toEqual({ provinceCode: null, communeCode: null });
});

describe("agencies are found", () => {
  test.each([
    ["khoa học", "BKHCN"],
    ["khoa hoc cong nghe", "BKHCN"],
    ["MOST", null],
    ["MST", "BKHCN"],
    ["bkhcn", "BKHCN"],
    ["Ministry of Justice", "BTP"],
    ["tu phap", "BTP"],
    ["ubnd ha noi", "UBND-01"],
    ["ủy ban nhân dân tỉnh khánh hoà", "UBND-56"],
    ["đồng nai", "UBND-75"],
  ])("by %s", async (typed, code) => {
    const world = await readOnly;
    const [first] = await searchAgencies(world.store.read, typed, "2026-10-05");
    expect(first?.code ?? null).toBe(code);
  });

  test("only while they are in force", async () => {
    const world = await readOnly;
    expect((await listAgencies(world.store.read, "2024-12-31")).map((agency) => agency.code)).toEqual(["VPTW"]);
    expect((await listAgencies(world.store.read, "2025-03-01")).length).toBe(18);
    expect((await listAgencies(world.store.read, "2026-10-05")).length).toBe(52);
    expect(await searchAgencies(world.store.read, "khoa học", "2025-02-28")).toEqual([]);
    expect((await standingBody(world.store.read)).code).toBe("VPTW");
    expect(await findAgencyByCode(world.store.read, "BLDTBXH")).toBeNull();
  });
});

test("the strategic technologies are those of the day", async () => {
  await using world = await openWorld();
  const codes = async (day: string) => (await listTerms(world.store.read, "technology", day)).map(({ code }) => code);
  expect((await codes("2026-06-30")).length).toBe(11);
  expect((await codes("2026-07-01")).length).toBe(10);
  expect((await codes("2026-07-01")).every((code) => code.startsWith("21-2026."))).toBe(true);
  expect((await listTerms(world.store.read, "bottleneck", "2026-10-05")).length).toBe(7);
});

describe("the deadline rule in force", () => {
  const early = { basisVi: "Thử", basisEn: "Test", validTo: null, validFrom: "2026-11-01" };

  test("exists for every step of every kind today", async () => {
    await using world = await openWorld();
    for (const kind of kinds) {
      for (const step of deadlineSteps) {
        expect((await ruleInForce(world.store.read, step, kind, "2026-10-05")).amount).toBeGreaterThan(0);
      }
    }
  });

  test("is the newest of its day, the kind's own before the general one", async () => {
    await using world = await openWorld();
    const { deadlineRules } = world.store.read.tables;
    await world.store.write(async (tx) => {
      const rule = {
        code: "answer-feedback",
        step: "answer" as const,
        caseKind: "feedback" as const,
        unit: "days" as const,
      };
      await tx.insert(deadlineRules).values({ ...rule, ...early, amount: 7 });
      await tx
        .insert(deadlineRules)
        .values({ ...rule, ...early, code: "all", caseKind: null, amount: 1, validFrom: "2026-12-01" });
    });
    const amount = async (day: string, kind: "feedback" | "proposal" = "feedback") =>
      (await ruleInForce(world.store.read, "answer", kind, day)).amount;
    expect(await amount("2026-10-31")).toBe(15);
    expect(await amount("2026-11-01")).toBe(7);
    expect(await amount("2026-12-01")).toBe(7);
    expect(await amount("2026-12-01", "proposal")).toBe(15);
  });

  test("ends with its last day; without any it is said which is missing", async () => {
    await using world = await openWorld();
    const { deadlineRules } = world.store.read.tables;
    await world.store.write((tx) => tx.update(deadlineRules).set({ validTo: "2026-10-31" }));
    expect((await ruleInForce(world.store.read, "close", "barrier", "2026-10-31")).amount).toBe(15);
    const missing = ruleInForce(world.store.read, "close", "barrier", "2026-11-01");
    await expect(missing).rejects.toThrow("no deadline rule for close of barrier on 2026-11-01");
  });

  test("of filing stays with the case when rules and calendar change", async () => {
    await using world = await openWorld();
    const people = await hire(world);
    const { deadlineRules, calendarDays } = world.store.read.tables;
    const before = await caseIn(world, people, "waiting");
    await world.store.write(async (tx) => {
      const rule = {
        code: "answer-feedback",
        step: "answer" as const,
        caseKind: "feedback" as const,
        unit: "days" as const,
      };
      await tx.insert(deadlineRules).values({ ...rule, ...early, amount: 3, validFrom: "2026-10-05" });
      const day = { date: "2026-10-12", kind: "off" as const, nameVi: "Nghỉ", nameEn: "Off", basis: "Test" };
      await tx.insert(calendarDays).values({ ...day, version: 99 });
    });
    const after = await world.submit();
    expect(after.dueAt).toEqual(new Date("2026-10-08T17:00:00Z"));
    expect(await world.find(after.code)).toMatchObject({ calendarVersion: 99 });
    world.tick(1);
    await world.run(replyToQuestion, before.submitter, { code: before.code, reply: "Tôi trả lời." });
    expect((await world.find(before.code)).dueAt).toEqual(new Date("2026-10-27T17:00:00Z"));
  });
});
