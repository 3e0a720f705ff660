import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { draftAnswer } from "../../app/commands/draft-answer.ts";
import { markPoints } from "../../app/commands/mark-points.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { InputRefusal } from "../../app/domain/refusal.ts";
import { loadApprovals } from "../../app/http/approvals-page.ts";
import { loadCasePage } from "../../app/http/case-page.ts";
import { actorContext } from "../../app/http/context.ts";
import type { Route as Approvals } from "../../app/routes/office/+types/approvals";
import { action as approvalsAction } from "../../app/routes/office/approvals.tsx";
import { latestAnswer, listAnswers } from "../../db/answers.ts";
import { citationsOf } from "../../db/citations.ts";
import { listPoints } from "../../db/points.ts";
import { answerBody, caseIn, disagreement, hire, outcome, type People, reason } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

const inProgress = () => caseIn(world, people, "in_progress");
const pointsOf = (id: number) => listPoints(world.store.read, id);

/** The field errors with which an act is refused. */
async function errorsOf(act: Promise<unknown>): Promise<Record<string, string>> {
  const failure: unknown = await act.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof InputRefusal)) throw new Error("the act was not refused for its input");
  return failure.errors;
}

describe("points of the question", () => {
  test("keep their order and what was said of them when the list is written anew", async () => {
    const { code, id } = await inProgress();
    await world.run(markPoints, people.officer, { code, points: ["Vì sao lỗi?", "Khi nào sửa?", "Ai sửa?"] });
    const [why] = await pointsOf(id);
    const said = { [String(why?.id)]: { state: "answered" as const, note: "Ở đoạn đầu" } };
    await world.run(draftAnswer, people.officer, { code, body: "Nửa", outcome: {}, points: said });
    await world.run(markPoints, people.officer, { code, points: ["Khi nào sửa?", "Vì sao lỗi?", "Có đền bù không?"] });
    expect((await pointsOf(id)).map(({ text, state }) => `${text} ${state}`)).toEqual([
      "Khi nào sửa? open",
      "Vì sao lỗi? answered",
      "Có đền bù không? open",
    ]);
  });

  test("are marked by triage too, before any agency has the case", async () => {
    const { code, id } = await world.submit();
    await world.run(markPoints, people.triage, { code, points: ["Vì sao lỗi?"] });
    expect(await pointsOf(id)).toMatchObject([{ text: "Vì sao lỗi?", state: "open", markedBy: people.triage.staffId }]);
  });

  test("keep an answer back while one is open or half said, beside that point", async () => {
    const { code, id } = await inProgress();
    await world.run(markPoints, people.officer, { code, points: ["Một điều", "Hai điều", "Ba điều", "Bốn điều"] });
    const [one, two, three, four] = (await pointsOf(id)).map((point) => String(point.id));
    const points = {
      [`${one}`]: { state: "answered" as const },
      [`${two}`]: { state: "elsewhere" as const },
      [`${three}`]: { state: "deferred" as const, until: "2026-10-05" },
    };
    const errors = await errorsOf(
      world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: outcome(), points }),
    );
    expect(errors).toEqual({
      [`points.${two}.body`]: "empty",
      [`points.${three}.until`]: "past",
      [`points.${four}.state`]: "open",
    });
    expect(await world.find(code)).toMatchObject({ status: "in_progress" });
    expect((await pointsOf(id)).map(({ state }) => state)).toEqual(["open", "open", "open", "open"]);
  });

  test("are open again once the answer is disputed and has to be given anew; the first answer keeps what it said", async () => {
    const { code, id, submitter } = await caseIn(world, people, "in_progress");
    await world.run(markPoints, people.officer, { code, points: ["Vì sao lỗi?"] });
    const [point] = await pointsOf(id);
    const points = { [String(point?.id)]: { state: "answered" as const, note: "Đã nêu rõ." } };
    await world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: outcome(), points });
    await world.run(approveAnswer, people.leader, { code });
    await world.run(disputeCase, submitter, { code, ground: "not-answered", reason: disagreement });
    await world.run(reopenCase, people.arbiter, { code, reason });
    expect(await pointsOf(id)).toMatchObject([{ state: "open", note: "Đã nêu rõ." }]);
    const first = await latestAnswer(world.store.read, id, "approved");
    expect(first?.points).toMatchObject([{ text: "Vì sao lỗi?", state: "answered", note: "Đã nêu rõ." }]);
  });

  test("go with the answer as they stood, and points of other cases are nothing", async () => {
    const other = await inProgress();
    await world.run(markPoints, people.officer, { code: other.code, points: ["Của hồ sơ khác"] });
    const [foreign] = await pointsOf(other.id);
    const { code, id } = await inProgress();
    await world.run(markPoints, people.officer, { code, points: ["Một điều", "Hai điều"] });
    const [one, two] = await pointsOf(id);
    const points = {
      [String(one?.id)]: { state: "elsewhere" as const, body: "Sở Thử nghiệm", until: "2027-01-01" },
      [String(two?.id)]: { state: "deferred" as const, until: "2026-12-31", note: "Chờ số liệu" },
      [String(foreign?.id)]: { state: "answered" as const },
    };
    await world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: outcome(), points });
    expect((await latestAnswer(world.store.read, id))?.points).toEqual([
      { text: "Một điều", state: "elsewhere", body: "Sở Thử nghiệm", until: null, note: null },
      { text: "Hai điều", state: "deferred", body: null, until: "2026-12-31", note: "Chờ số liệu" },
    ]);
    expect(await pointsOf(other.id)).toMatchObject([{ state: "open" }]);
  });
});

describe("documents that an answer cites", () => {
  const cites = "Theo Nghị định 13/2023/NĐ-CP và Nghị định 999/2031/NĐ-CP, hồ sơ được giải quyết như sau.";

  test("keep it back once they are no longer in force, until that is acknowledged", async () => {
    const { code, id } = await inProgress();
    const answer = { code, body: cites, outcome: outcome() };
    const errors = await errorsOf(world.run(submitAnswer, people.officer, answer));
    expect(errors).toEqual({ "acknowledged.13-2023-nd-cp": "ended" });
    await world.run(submitAnswer, people.officer, { ...answer, acknowledged: ["13-2023-nd-cp"] });
    expect(await latestAnswer(world.store.read, id)).toMatchObject({
      state: "submitted",
      acknowledged: ["13-2023-nd-cp"],
    });
  });

  test("are not seen in months and bare names", async () => {
    const { code } = await inProgress();
    const body = "Trong tháng 1/2027, luật sư của cơ quan sẽ gặp ông/bà theo Luật Hợp tác.";
    await world.run(submitAnswer, people.officer, { code, body, outcome: outcome() });
    expect(await world.find(code)).toMatchObject({ status: "awaiting_approval" });
    expect(await citationsOf(world.store.read, [body], "2026-11-22")).toEqual([]);
  });

  test("are looked for in the outcome as well", async () => {
    const { code } = await inProgress();
    const explained = { kind: "explained" as const, legalBasis: "Điều 3 Nghị định 13/2023/NĐ-CP" };
    expect(
      await errorsOf(world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: explained })),
    ).toEqual({
      "acknowledged.13-2023-nd-cp": "ended",
    });
  });
});

describe("two officers on one draft", () => {
  test("never overwrite each other, and each version stays", async () => {
    const colleague = await world.staff("officer");
    const { code, id } = await inProgress();
    await world.run(draftAnswer, people.officer, {
      code,
      body: "Bản của người thứ nhất",
      outcome: {},
      draftVersion: 0,
    });
    const late = { code, body: "Bản của người thứ hai", outcome: {} };
    const taken = { code: "newer-draft" };
    await expect(world.run(draftAnswer, colleague, { ...late, draftVersion: 0 })).rejects.toMatchObject(taken);
    await expect(world.run(draftAnswer, colleague, late)).rejects.toMatchObject(taken);
    expect(await latestAnswer(world.store.read, id)).toMatchObject({ body: "Bản của người thứ nhất", draftVersion: 1 });
    await world.run(draftAnswer, colleague, { ...late, body: "Bản gộp bằng tay", draftVersion: 1 });
    const again = { code, body: "Ghi đè", outcome: {}, draftVersion: 1 };
    await expect(world.run(draftAnswer, people.officer, again)).rejects.toMatchObject(taken);
    const handedIn = { code, body: answerBody, outcome: outcome(), draftVersion: 1 };
    await expect(world.run(submitAnswer, people.officer, handedIn)).rejects.toMatchObject(taken);
    expect((await listAnswers(world.store.read, id)).map(({ body, draftedBy }) => `${body} ${draftedBy}`)).toEqual([
      `Bản của người thứ nhất ${people.officer.staffId}`,
      `Bản gộp bằng tay ${colleague.staffId}`,
    ]);
  });

  test("of two saves of the same version exactly one is kept", async () => {
    const { code, id } = await inProgress();
    await world.run(draftAnswer, people.officer, { code, body: "Đầu", outcome: {}, draftVersion: 0 });
    const saves = await Promise.allSettled(
      ["Một", "Hai", "Ba"].map((body) =>
        world.run(draftAnswer, people.officer, { code, body, outcome: {}, draftVersion: 1 }),
      ),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await latestAnswer(world.store.read, id)).toMatchObject({ draftVersion: 2 });
  });

  test("a returned answer goes on as a draft that either of them may take up with its version", async () => {
    const colleague = await world.staff("officer");
    const { code, id } = await caseIn(world, people, "awaiting_approval");
    await world.run(returnAnswer, people.leader, { code, reason: "Thiếu số liệu." });
    const draft = await latestAnswer(world.store.read, id);
    const goesOn = { code, body: `${answerBody} Thêm số liệu.`, outcome: outcome(), draftVersion: draft?.draftVersion };
    await world.run(submitAnswer, colleague, goesOn);
    expect((await listAnswers(world.store.read, id)).map(({ state }) => state)).toEqual([
      "returned",
      "draft",
      "submitted",
    ]);
  });

  test("the leader has beside it what they returned, whatever page they open", async () => {
    const { code } = await caseIn(world, people, "awaiting_approval");
    const { context } = visit(world);
    context.set(actorContext, people.leader);
    const shown = async () => [
      (await loadApprovals(context, null)).cards.find((card) => card.code === code)?.before,
      (await loadCasePage(context, code))?.returned,
    ];
    expect(await shown()).toEqual([null, null]);
    await world.run(returnAnswer, people.leader, { code, reason: "Thiếu số liệu." });
    const changed = { ...outcome(), legalBasis: "Điều 9 Nghị định 20/2008/NĐ-CP" };
    await world.run(submitAnswer, people.officer, { code, body: answerBody, outcome: changed, draftVersion: 1 });
    const before = { body: answerBody, outcome: outcome() };
    expect(await shown()).toEqual([before, before]);
  });
});

test("approving several together says of each that was not why", async () => {
  const answered = await caseIn(world, people, "answered");
  const { version } = await world.find(answered.code);
  const waiting = await caseIn(world, people, "in_progress");
  const args = visit(world, { path: "/office/approvals" });
  args.context.set(actorContext, people.leader);
  const body = new URLSearchParams([
    ["_act", "batch"],
    ["pick", `${answered.code}.${version}`],
    ["pick", `${waiting.code}.1`],
  ]);
  const request = new Request(args.request.url, { method: "POST", body });
  const done = await approvalsAction({ ...args, request } as unknown as Approvals.ActionArgs);
  expect(done).toMatchObject({
    init: { status: 409 },
    data: {
      batch: {
        approved: 0,
        failed: [
          { code: answered.code, refusal: "wrong-state" },
          { code: waiting.code, refusal: "stale" },
        ],
      },
    },
  });
});
