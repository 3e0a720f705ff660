import { expect, test } from "vitest";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { declareConflict } from "../../app/commands/declare-conflict.ts";
import { refuseCase, refuseInput } from "../../app/commands/refuse-case.ts";
import { setLevel } from "../../app/commands/set-level.ts";
import { groupLetters } from "../../app/jobs/group-letters.ts";
import { suggestFor } from "../../db/suggestions.ts";
import type { FormFields } from "./answers.ts";
import { ground, reason } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const booking = (number: number) =>
  `Đặt lịch khám trên ứng dụng của bệnh viện lần thứ ${number} vẫn phải xếp hàng lấy số, máy lấy số không nhận lịch hẹn.`;
const tax = (number: number) =>
  `Cổng thuế điện tử nghẽn lần ${number}, tờ khai thuế gửi không được vào ngày cuối hạn mà vẫn bị phạt chậm nộp.`;

/** Files a letter, gives it its field and lets an agency take it up. */
async function decide(world: World, content: string, agencyCode: string, title: string) {
  const triage = await world.staff("triage");
  const officer = await world.staff("officer", agencyCode);
  const { code } = await world.submit("feedback", { answers: { content, title, field: "" } });
  const words = { code, title, field: "shared-platforms", bottleneck: "bottleneck.shared-platforms" };
  await world.run(classifyCase, triage, words);
  await world.run(assignCase, triage, { code, agencyId: officer.agencyId });
  await world.run(acceptCase, officer, { code });
  return { code, officer };
}

const learn = (world: World) => groupLetters(world.store, world.now());

async function suggestionsFor(world: World, content: string) {
  const { code } = await world.submit("feedback", { answers: { content, title: "", field: "" } });
  await learn(world);
  const triage = await world.staff("triage");
  return suggestFor(world.store.read, triage, await world.find(code), world.now());
}

test("a case is likely to be given what near cases were given, with the words and the cases that say so", async () => {
  await using world = await openWorld();
  const codes = [];
  for (const number of [1, 2, 3]) {
    const { code, officer } = await decide(world, booking(number), "BYT", `Lịch khám ${number}`);
    await world.run(setLevel, officer, { code, level: "urgent" });
    codes.push(code);
  }
  for (const number of [1, 2]) await decide(world, tax(number), "BTC", `Thuế ${number}`);
  await learn(world);
  const told = await suggestionsFor(
    world,
    "Tôi đặt lịch khám bệnh viện qua mạng nhưng lịch hẹn không hiện trên máy lấy số.",
  );
  const [agency] = told.agency;
  expect(agency).toMatchObject({ value: { code: "BYT" }, cases: 3 });
  expect(agency?.share).toBeGreaterThan(0.8);
  expect(agency?.words).toContain("lịch khám");
  expect(agency?.like.map(({ code }) => code).sort()).toEqual([...codes].sort());
  expect(told.field[0]).toMatchObject({ value: "shared-platforms" });
  expect(told.bottleneck[0]).toMatchObject({ value: "bottleneck.shared-platforms" });
  expect(told.level).toMatchObject([{ value: "urgent", cases: 3 }]);
});

test("an agency that refuses the case takes its vote away, and the next one to take it up gives its own", async () => {
  await using world = await openWorld();
  const filed = await decide(world, booking(1), "BYT", "Lịch khám");
  await learn(world);
  const asked = "Đặt lịch khám bệnh viện xong, máy lấy số không nhận lịch hẹn.";
  expect((await suggestionsFor(world, asked)).agency.map(({ value }) => value.code)).toEqual(["BYT"]);

  await world.run(
    refuseCase,
    filed.officer,
    refuseInput.parse({ code: filed.code, reason, ground, competentBody: "Sở Y tế" }),
  );
  expect((await suggestionsFor(world, asked)).agency).toEqual([]);

  const other = await world.staff("officer", "BKHCN");
  const { code } = filed;
  await world.run(assignCase, await world.staff("triage"), { code, agencyId: other.agencyId });
  expect((await suggestionsFor(world, asked)).agency).toEqual([]);
  await world.run(acceptCase, other, { code });
  expect((await suggestionsFor(world, asked)).agency.map(({ value }) => value.code)).toEqual(["BKHCN"]);
});

test("what a province decided at home speaks for the agency of the place that is asked about", async () => {
  await using world = await openWorld();
  const light = (number: number) => `Đèn đường thông minh ở hẻm ${number} tắt cả tháng, tối om, đã có người ngã xe.`;
  const triage = await world.staff("triage");
  for (const [number, provinceCode] of [
    [1, "79"],
    [2, "48"],
  ] as const) {
    const officer = await world.staff("officer", `UBND-${provinceCode}`);
    const { code } = await world.submit("feedback", {
      answers: { content: light(number), title: "", provinceCode, communeCode: "" },
    });
    await world.run(assignCase, triage, { code, agencyId: officer.agencyId });
    await world.run(acceptCase, officer, { code });
  }
  const { code } = await world.submit("feedback", {
    answers: { content: light(3), title: "", provinceCode: "01", communeCode: "" },
  });
  await learn(world);
  const told = await suggestFor(world.store.read, triage, await world.find(code), world.now());
  expect(told.agency.map(({ value, cases }) => [value.code, cases])).toEqual([["UBND-01", 2]]);
});

test("a case behind a conflict wall neither speaks nor is shown to whom it is closed", async () => {
  await using world = await openWorld();
  const { code: closed } = await decide(world, booking(1), "BYT", "Lịch khám");
  const { code } = await world.submit("feedback", { answers: { content: booking(2), title: "", field: "" } });
  await learn(world);
  const triage = await world.staff("triage");
  const row = await world.find(code);
  const before = await suggestFor(world.store.read, triage, row, world.now());
  expect(before.agency).toHaveLength(1);
  expect(before.duplicates.map((one) => one.code)).toEqual([closed]);

  await world.run(declareConflict, triage, { code: closed });
  const after = await suggestFor(world.store.read, triage, row, world.now());
  expect(after).toMatchObject({ agency: [], field: [], bottleneck: [], duplicates: [] });
  const others = await suggestFor(world.store.read, await world.staff("triage"), row, world.now());
  expect(others.agency).toHaveLength(1);
});

test("cases near in place and field, or in words, are shown as likely duplicates", async () => {
  await using world = await openWorld();
  const place = { provinceCode: "79", communeCode: "26740", title: "" };
  const file = async (content: string, answers: FormFields) =>
    (await world.submit("feedback", { answers: { content, ...place, ...answers } })).code;
  const light = "Đèn đường thông minh trước chợ tắt cả tháng, tối om, đã có hai vụ ngã xe.";
  const same = await file("Trước chợ đèn đường thông minh không sáng cả tháng nay, ngã xe mấy vụ rồi.", {
    field: "digital-infrastructure",
  });
  await file("Máy tính ở bộ phận một cửa hỏng, không ai hướng dẫn nộp hồ sơ.", { field: "digital-infrastructure" });
  await file("Đèn đường thông minh tắt tối om, đã có vụ ngã xe trước chợ.", { provinceCode: "48", communeCode: "" });
  const asked = await file(light, { field: "digital-infrastructure" });
  await learn(world);
  const triage = await world.staff("triage");
  const told = await suggestFor(world.store.read, triage, await world.find(asked), world.now());
  expect(told.duplicates.map(({ code, place: where, sameField }) => [code, where, sameField])).toEqual([
    [same, "same-commune", true],
  ]);

  world.tick(31);
  const later = await suggestFor(world.store.read, triage, await world.find(asked), world.now());
  expect(later.duplicates.map(({ code }) => code)).toEqual([same]);
});
