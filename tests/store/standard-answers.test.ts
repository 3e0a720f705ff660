import { expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { saveTemplate, saveTemplateInput } from "../../app/commands/save-template.ts";
import { filledFor } from "../../app/commands/steps/fill-template.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { casework } from "../../app/http/casework.ts";
import { listStandard, listTallies } from "../../db/standard-answers.ts";
import { caseIn, hire, outcome, type People } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

const form = (place: string) =>
  `Cơ quan đã nhận phản ánh về ${place} và ghi nhận ý kiến. Chúng tôi sẽ phối hợp với các đơn vị liên quan để nghiên cứu, xem xét và trả lời theo quy định của pháp luật hiện hành trong thời gian sớm nhất.`;
const own =
  "Tổ kỹ thuật đã thay bộ điều khiển của bảy đèn trên đường liên thôn ngày 3 tháng 10, đo lại độ sáng và chụp ảnh từng cột; cột số bốn còn chờ linh kiện, hẹn lắp xong trước ngày 20.";

async function answer(world: World, people: People, body: string) {
  const { code } = await caseIn(world, people, "in_progress");
  await world.run(submitAnswer, people.officer, { code, body, outcome: outcome() });
  await world.run(approveAnswer, people.leader, { code });
  return code;
}

test("answers with nearly the same words as another of the agency or as a template are counted as standard", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const others = await hire(world, "BYT");
  await answer(world, people, form("đèn đường"));
  await answer(world, people, own);
  const again = await answer(world, people, form("sóng di động yếu"));
  // The same words of another agency say nothing about this one.
  await answer(world, others, form("lịch khám"));

  const template = await world.run(
    saveTemplate,
    people.leader,
    saveTemplateInput.parse({
      purpose: "answer",
      title: "Đã tiếp nhận",
      bodyVi:
        "Kính gửi {{honorific}}, hồ sơ {{code}} đã được chuyển đến phòng chuyên môn để kiểm tra tại chỗ trong tuần này.",
      bodyEn: "Dear {{honorific}}, case {{code}} was passed on to the department in charge.",
    }),
  );
  const { code } = await caseIn(world, people, "in_progress");
  const row = await world.find(code);
  const body = await filledFor(world.store.read, people.officer, row, template.id, "answer", world.now());
  await world.run(casework.answer.command, people.officer, {
    code,
    body,
    outcome: outcome(),
    templateId: template.id,
  });
  await world.run(approveAnswer, people.leader, { code });

  const tallies = await listTallies(world.store.read, "2026-10");
  expect(tallies.map(({ agencyId, answers, standard }) => [agencyId, answers, standard])).toEqual([
    [people.officer.agencyId, 4, 2],
    [others.officer.agencyId, 1, 0],
  ]);
  const of = { agencyId: people.officer.agencyId, month: "2026-10" };
  const listed = await listStandard(world.store.read, people.monitor, of);
  expect(listed.map((one) => [one.code, one.templateId])).toEqual([
    [code, template.id],
    [again, null],
  ]);
  expect(await listStandard(world.store.read, others.officer, of)).toEqual([]);
  const [first] = listed;
  expect(await listStandard(world.store.read, people.monitor, of, first?.answerId)).toHaveLength(1);
});
