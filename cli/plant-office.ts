import { createHash, randomUUID } from "node:crypto";
import { acceptCase } from "../app/commands/accept-case.ts";
import { answerConsult } from "../app/commands/answer-consult.ts";
import { askExtension } from "../app/commands/ask-extension.ts";
import { assignCase } from "../app/commands/assign-case.ts";
import { consultAgency } from "../app/commands/consult-agency.ts";
import { extendCase } from "../app/commands/extend-case.ts";
import { refuseCase } from "../app/commands/refuse-case.ts";
import { submitCase } from "../app/commands/submit-case.ts";
import { addDays, localDate } from "../app/domain/calendar.ts";
import { submissionSchemas } from "../app/domain/forms.ts";
import { findCase } from "../db/cases.ts";
import { listConsults } from "../db/consults.ts";
import { inTurn } from "../db/in-turn.ts";
import type { Store, Tx } from "../db/store.server.ts";
import { demoPerson } from "./demo-people.ts";

/** An agency of the demonstration's hands, in their addresses. */
type Hands = "bkhcn" | "byt" | "ubnd-79";

/** An invented proposal, and what has happened to it in the office. */
export interface Scene {
  readonly daysAgo: number;
  readonly title: string;
  readonly content: string;
  readonly suggestion: string;
  readonly field: string;
  readonly play: (stage: Stage) => Promise<void>;
}

/** A filed case on whose stage an hour passes with each act. */
interface Stage {
  readonly tx: Tx;
  readonly code: string;
  readonly now: Date;
  later(): Date;
  officer(hands: Hands): ReturnType<typeof demoPerson>;
  leader(hands: Hands): ReturnType<typeof demoPerson>;
}

const HOUR_MS = 3_600_000;

const scenes: readonly Scene[] = [
  {
    daysAgo: 6,
    title: "Ba nơi cùng bảo không phải việc của mình về dữ liệu quan trắc không khí",
    content:
      "Trạm quan trắc không khí của phường đã ngừng gửi dữ liệu từ đầu tháng. Mỗi nơi được hỏi đều trả lời việc này thuộc cơ quan khác.",
    suggestion: "Đề nghị chỉ rõ một cơ quan chịu trách nhiệm về dữ liệu của trạm.",
    field: "data",
    play: (stage) => refusedTwice(stage, "bkhcn", "byt", "khoản 2 Điều 5 Nghị định 224/2026/NĐ-CP"),
  },
  {
    daysAgo: 9,
    title: "Ứng dụng sức khỏe và sổ khám điện tử dùng hai mã định danh khác nhau",
    content:
      "Người bệnh phải nhập lại tiền sử ở mỗi nơi vì ứng dụng sức khỏe và sổ khám điện tử không nhận ra cùng một người.",
    suggestion: "Đề nghị dùng chung một mã định danh cho hai hệ thống.",
    field: "shared-platforms",
    play: (stage) => refusedTwice(stage, "byt", "ubnd-79", "Điều 16 Luật Dữ liệu 2024"),
  },
  {
    daysAgo: 5,
    title: "Đặt máy chủ tính toán dùng chung cho các bệnh viện tuyến tỉnh",
    content:
      "Mỗi bệnh viện tự mua máy chủ để đọc phim bằng trí tuệ nhân tạo, máy nào cũng chạy chưa đến một phần tư thời gian.",
    suggestion: "Đề nghị một trung tâm tính toán dùng chung, bệnh viện trả tiền theo giờ.",
    field: "digital-infrastructure",
    play: async (stage) => {
      await taken(stage, "bkhcn");
      await consulted(stage, "byt", "Bệnh viện tuyến tỉnh hiện dùng bao nhiêu giờ máy mỗi tháng để đọc phim?");
    },
  },
  {
    daysAgo: 8,
    title: "Công bố dữ liệu mở về xe buýt theo thời gian thực",
    content: "Vị trí xe buýt chỉ xem được trong một ứng dụng; người khiếm thị không dùng được ứng dụng đó.",
    suggestion: "Đề nghị công bố dữ liệu mở theo chuẩn chung để nhiều ứng dụng cùng dùng.",
    field: "data",
    play: async (stage) => {
      await taken(stage, "ubnd-79");
      await consulted(stage, "bkhcn", "Bộ có chuẩn dữ liệu mở nào cho vị trí phương tiện công cộng chưa?");
      const consult = await openConsult(stage);
      const answer = "Có bản hướng dẫn chung về dữ liệu mở; định dạng theo thời gian thực dùng chuẩn quốc tế sẵn có.";
      await answerConsult(
        stage.tx,
        await stage.officer("bkhcn"),
        { code: stage.code, consultId: consult, answer },
        stage.later(),
      );
    },
  },
  {
    daysAgo: 4,
    title: "Cho phép nộp một bộ hồ sơ đề tài cho cả hai quỹ",
    content: "Hai quỹ hỏi cùng một nội dung theo hai mẫu khác nhau; nhóm nghiên cứu nhỏ mất ba tuần để chuyển mẫu.",
    suggestion: "Đề nghị một mẫu chung, quỹ nào cần thêm thì hỏi phụ lục.",
    field: "research",
    play: async (stage) => {
      await taken(stage, "bkhcn");
      await extensionAsked(stage, "bkhcn", 7, "Cần lấy ý kiến của hai quỹ về mẫu chung trước khi trả lời.");
    },
  },
  {
    daysAgo: 7,
    title: "Nhận kết quả xét nghiệm điện tử giữa các bệnh viện trong thành phố",
    content:
      "Người bệnh chuyển viện phải xét nghiệm lại vì bệnh viện mới không mở được kết quả điện tử của bệnh viện cũ.",
    suggestion: "Đề nghị các bệnh viện công nhận kết quả điện tử của nhau trong 30 ngày.",
    field: "shared-platforms",
    play: async (stage) => {
      await taken(stage, "byt");
      await extensionAsked(
        stage,
        "byt",
        10,
        "Cần họp với các bệnh viện để thống nhất danh mục xét nghiệm được công nhận.",
      );
      await extendCase(stage.tx, await stage.leader("byt"), { code: stage.code }, stage.later());
    },
  },
];

/** Plants cases in arbitration, with coordinating agencies and with extensions, lived through the commands. */
export async function plantOffice(store: Store, now: Date): Promise<void> {
  for (const scene of scenes) await store.write((tx) => plantScene(tx, scene, now));
}

/** Files a case and plays what happens to it. */
export async function plantScene(tx: Tx, scene: Scene, now: Date): Promise<void> {
  let at = new Date(now.getTime() - scene.daysAgo * 24 * HOUR_MS);
  const { title, content, suggestion, field } = scene;
  const sender = { reporterType: "anonymous", publishConsent: "yes", provinceCode: "79" };
  const answers = submissionSchemas.proposal.parse({
    kind: "proposal",
    lang: "vi",
    title,
    content,
    suggestion,
    field,
    ...sender,
  });
  const bodyHash = createHash("sha256").update(JSON.stringify(answers)).digest("hex");
  const key = { key: randomUUID(), sessionHash: "seed", bodyHash };
  const { code } = await submitCase(tx, { kind: "public" }, { answers, key, heldReason: null }, at);
  await scene.play({
    tx,
    code,
    now,
    later: () => (at = new Date(at.getTime() + HOUR_MS)),
    officer: (hands) => demoPerson(tx, `officer.${hands}@example.org`, now),
    leader: (hands) => demoPerson(tx, `leader.${hands}@example.org`, now),
  });
}

async function given({ tx, code, now, later, officer }: Stage, hands: Hands): Promise<void> {
  const { agencyId } = await officer(hands);
  await assignCase(tx, await demoPerson(tx, "triage@example.org", now), { code, agencyId }, later());
}

/** The case is assigned to an agency, which takes it up. */
export async function taken(stage: Stage, hands: Hands): Promise<void> {
  await given(stage, hands);
  await acceptCase(stage.tx, await stage.officer(hands), { code: stage.code }, stage.later());
}

/** Each of two agencies names the other, by the same provision: the arbiter has to decide. */
async function refusedTwice(stage: Stage, one: Hands, other: Hands, ground: string): Promise<void> {
  for (const [own, competent] of [
    [one, other],
    [other, one],
  ] as const) {
    await given(stage, own);
    const { agencyId: competentId } = await stage.officer(competent);
    const reason = "Hệ thống nêu trong hồ sơ do cơ quan khác vận hành; đơn vị không có dữ liệu để trả lời.";
    const input = { code: stage.code, reason, competentId, ground };
    await refuseCase(stage.tx, await stage.officer(own), input, stage.later());
  }
}

async function consulted(stage: Stage, asked: Hands, question: string): Promise<void> {
  const { tx, code, now } = stage;
  const row = await findCase(tx, code);
  const lead = (["bkhcn", "byt", "ubnd-79"] as const).filter((hands) => hands !== asked);
  const officers = await inTurn(lead, (hands) => stage.officer(hands));
  const officer = officers.find(({ agencyId }) => agencyId === row?.agencyId);
  if (!officer) throw new Error(`nobody leads ${code}`);
  const { agencyId } = await stage.officer(asked);
  const dueOn = addDays(localDate(now), 2);
  await consultAgency(tx, officer, { code, agencyId, question, dueOn }, stage.later());
}

async function openConsult({ tx, code }: Stage): Promise<number> {
  const row = await findCase(tx, code);
  const open = row && (await listConsults(tx, row.id)).find(({ state }) => state === "open");
  if (!open) throw new Error(`nobody is asked about ${code}`);
  return open.id;
}

async function extensionAsked(stage: Stage, hands: Hands, days: number, reason: string): Promise<void> {
  await askExtension(stage.tx, await stage.officer(hands), { code: stage.code, days, reason }, stage.later());
}
