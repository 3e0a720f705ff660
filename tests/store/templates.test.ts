import { expect, test } from "vitest";
import { endTemplate } from "../../app/commands/end-template.ts";
import { saveTemplate, saveTemplateInput } from "../../app/commands/save-template.ts";
import { filledFor } from "../../app/commands/steps/fill-template.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { casework } from "../../app/http/casework.ts";
import { figuresOf } from "../../db/template-uses.ts";
import { listTemplates, templatesFor } from "../../db/templates.ts";
import type { FormFields } from "./answers.ts";
import { caseIn, hire, outcome, step } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const bodyVi =
  "Kính gửi {{honorific}}, {{agency}} đã nhận hồ sơ {{code}} ngày {{receivedOn}} và kiểm tra hệ thống đặt lịch khám. Kết quả được trả lời trước ngày {{dueOn}} theo quy định hiện hành.";
const bodyEn = "Dear {{honorific}}, {{agency}} has received case {{code}} and checked the booking system.";

const save = (world: World, actor: StaffActor, more: Record<string, unknown> = {}) =>
  world.run(
    saveTemplate,
    actor,
    saveTemplateInput.parse({ purpose: "answer", title: "Trả lời về đặt lịch", bodyVi, bodyEn, ...more }),
  );

const refused = (fields: FormFields) => expect.objectContaining({ errors: fields });

test("a variable that does not exist and a document that nobody knows are refused beside the field", async () => {
  await using world = await openWorld();
  const triage = await world.staff("triage");
  await expect(save(world, triage, { bodyVi: `${bodyVi} {{name}}` })).rejects.toEqual(refused({ bodyVi: "variable" }));
  await expect(save(world, triage, { laws: "Nghị định 999/2031/NĐ-CP" })).rejects.toEqual(refused({ laws: "unknown" }));
  await expect(save(world, triage, { laws: "quy định hiện hành" })).rejects.toEqual(refused({ laws: "unknown" }));
  await expect(save(world, triage, { fields: ["nonsense"] })).rejects.toEqual(refused({ fields: "wrong" }));
  await expect(save(world, await world.staff("officer"))).rejects.toMatchObject({ code: "not-found" });
});

test("a template ends with the law it cites, names what replaced it, and is not filled in any more", async () => {
  await using world = await openWorld();
  const { triage, officer } = await hire(world);
  const filed = await caseIn(world, await hire(world), "submitted");
  const row = await world.find(filed.code);
  world.at("2025-12-31T03:00:00Z");
  const old = await save(world, triage, { purpose: "ask", laws: "Điều 5 Nghị định 13/2023/NĐ-CP" });
  const kept = await save(world, triage, { purpose: "ask" });
  const { read } = world.store;
  const offered = async () => (await templatesFor(read, triage, row, ["ask"], world.now())).map((one) => one.row.id);
  expect(await offered()).toEqual([old.id, kept.id]);
  expect(await filledFor(read, triage, row, old.id, "ask", world.now())).toContain(
    `hồ sơ ${filed.code} ngày 05/10/2026`,
  );

  world.at("2026-01-01T03:00:00Z");
  expect(await offered()).toEqual([kept.id]);
  expect(await filledFor(read, triage, row, old.id, "ask", world.now())).toBeNull();
  const [, ended] = await listTemplates(read, officer, world.now());
  expect(ended?.standing).toMatchObject({
    state: "law-ended",
    law: { key: "13/2023/nd-cp", replacedBy: "356/2025/nd-cp" },
  });
});

test("templates are offered for their kinds, fields and agencies, and each agency keeps its own", async () => {
  await using world = await openWorld();
  const triage = await world.staff("triage");
  const ours = await world.staff("leader", "BYT");
  const theirs = await world.staff("leader", "BKHCN");
  const data = await save(world, triage, { fields: ["data"], kinds: ["feedback"] });
  const own = await save(world, ours);
  const forThem = await save(world, triage, { agencies: [theirs.agencyId] });
  const offered = async (actor: StaffActor, kind: "feedback" | "barrier", field: string | null) =>
    (await templatesFor(world.store.read, actor, { kind, field }, ["answer"], world.now())).map((one) => one.row.id);
  expect(await offered(ours, "feedback", "data")).toEqual([data.id, own.id]);
  expect(await offered(ours, "barrier", "data")).toEqual([own.id]);
  expect(await offered(theirs, "feedback", null)).toEqual([forThem.id]);

  await expect(save(world, theirs, { templateId: own.id, version: 1 })).rejects.toMatchObject({ code: "not-found" });
  await expect(save(world, ours, { templateId: data.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(save(world, ours, { templateId: own.id, version: 9 })).rejects.toMatchObject({ code: "stale" });
  // A unit writes with the templates of the agency above it, and keeps none of them.
  const below = { ...ours, agencyId: (await world.agency("BTP")).id, coveredBy: [ours.agencyId] };
  const alsoForThem = await save(world, triage, { agencies: [ours.agencyId] });
  expect(await offered(below, "barrier", "data")).toEqual([own.id, alsoForThem.id]);
  await expect(save(world, below, { templateId: own.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await world.run(endTemplate, ours, { templateId: own.id, version: 1 });
  expect(await offered(below, "barrier", "data")).toEqual([alsoForThem.id]);
});

test("what an answer began as is kept through its draft, with how much of it was sent and how it was rated", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const template = await save(world, people.leader);
  const filed = await caseIn(world, people, "in_progress");
  const { code } = filed;
  const { read } = world.store;
  const row = await world.find(code);
  const filled = (await filledFor(read, people.officer, row, template.id, "answer", world.now())) ?? "";
  expect(filled).toContain("Bộ Khoa học và Công nghệ đã nhận hồ sơ");
  expect(filled).not.toContain("{{");

  await world.run(casework.draft.command, people.officer, { code, body: filled, outcome: {}, templateId: template.id });
  expect(await figuresOf(read, template.id)).toEqual({ uses: 1, kept: null, rated: 0, satisfied: null });
  const body = `${filled.split(" ").slice(0, 20).join(" ")} Lỗi đã được sửa, mời ông/bà thử lại.`;
  await world.run(casework.answer.command, people.officer, { code, body, outcome: outcome() });
  const { uses, kept } = await figuresOf(read, template.id);
  expect(uses).toBe(1);
  expect(kept).toBeGreaterThan(30);
  expect(kept).toBeLessThan(80);
  for (const state of ["answered", "closed"] as const) await step(world, people, filed, state);
  expect(await figuresOf(read, template.id)).toMatchObject({ uses: 1, rated: 1, satisfied: 100 });
});
