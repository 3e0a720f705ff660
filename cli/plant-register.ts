import { createHash, randomUUID } from "node:crypto";
import { acceptCase } from "../app/commands/accept-case.ts";
import { approveAnswer } from "../app/commands/approve-answer.ts";
import { assignCase } from "../app/commands/assign-case.ts";
import { confirmFollowing } from "../app/commands/confirm-following.ts";
import { decideAmendment } from "../app/commands/decide-amendment.ts";
import { followCase } from "../app/commands/follow-case.ts";
import { proposeAmendment, proposeAmendmentInput } from "../app/commands/propose-amendment.ts";
import { proposeInput, proposePublication } from "../app/commands/propose-publication.ts";
import { publishCase } from "../app/commands/publish-case.ts";
import { submitAnswer } from "../app/commands/submit-answer.ts";
import { submitCase } from "../app/commands/submit-case.ts";
import type { Actor } from "../app/domain/actor.ts";
import { submissionSchemas } from "../app/domain/forms.ts";
import type { Outcome } from "../app/domain/outcome.ts";
import type { Store, Tx } from "../db/store.server.ts";
import { demoEditors, demoPerson } from "./demo-people.ts";

/** An invented barrier for the demonstration of the register. */
interface Scene {
  readonly provisions: string;
  readonly daysAgo: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly textVi: string;
  readonly textEn: string;
  readonly hours?: string;
  readonly money?: string;
  readonly sector?: string;
  /** The agency of its hands, in their addresses. */
  readonly agency: "bkhcn" | "byt";
  /** How many follow it, and how many of them have confirmed their address. */
  readonly voices?: readonly [all: number, confirmed: number];
  readonly answer?: {
    readonly vi: string;
    readonly en: string;
    readonly outcome: Outcome;
    readonly outcomeEn: Outcome;
  };
}

const copies = {
  titleVi: "Phải nộp lại bản sao giấy dù dữ liệu đã có trên hệ thống",
  titleEn: "Paper copies are asked for although the data are in the system",
  textVi: "Cơ quan tiếp nhận yêu cầu bản sao giấy chứng nhận dù dữ liệu đã có trong cơ sở dữ liệu dùng chung.",
  textEn: "The receiving office asks for a paper copy of the certificate although the shared database holds the data.",
  agency: "bkhcn",
} as const;
const consent = {
  titleVi: "Không rõ có phải lập hồ sơ đánh giá tác động cho mỗi hợp đồng hay không",
  titleEn: "Unclear whether each contract needs its own impact assessment",
  textVi: "Doanh nghiệp được hướng dẫn khác nhau về việc lập hồ sơ đánh giá tác động cho từng hợp đồng.",
  textEn: "Businesses are told different things about an impact assessment for each contract.",
} as const;

const scenes: readonly Scene[] = [
  {
    ...copies,
    provisions: "điểm a khoản 2 Điều 12 Luật Đất đai 2024",
    daysAgo: 30,
    hours: "60 giờ",
    sector: "VSIC-C",
    voices: [12, 9],
  },
  { ...copies, provisions: "Art. 12(2)(a) Law No. 31/2024/QH15", daysAgo: 24, hours: "120 giờ", money: "40 triệu" },
  { ...copies, provisions: "đ12 k2 điểm a Luật số 31/2024", daysAgo: 20, money: "1,5 tỷ", sector: "VSIC-L" },
  {
    ...consent,
    provisions: "khoản 1 Điều 24 Nghị định 356/2025/NĐ-CP",
    daysAgo: 28,
    hours: "200 giờ",
    agency: "bkhcn",
    answer: {
      vi: "Một hồ sơ đánh giá dùng được cho các hợp đồng cùng loại; không phải lập lại cho từng hợp đồng.",
      en: "One assessment serves for contracts of the same kind; it need not be made again for each.",
      outcome: { kind: "explained", legalBasis: "khoản 1 Điều 24 Nghị định 356/2025/NĐ-CP" },
      outcomeEn: { kind: "explained", legalBasis: "clause 1, Article 24 of Decree 356/2025/NĐ-CP" },
    },
  },
  {
    ...consent,
    provisions: "Article 24, clause 1 of Decree 356/2025",
    daysAgo: 26,
    agency: "byt",
    answer: {
      vi: "Mỗi hợp đồng phải có hồ sơ đánh giá riêng; đề nghị bỏ yêu cầu này chưa được chấp nhận.",
      en: "Each contract needs its own assessment; the proposal to drop this is not accepted.",
      outcome: {
        kind: "not_accepted",
        reasons: "Quy định yêu cầu đánh giá theo từng lần chuyển dữ liệu.",
        legalBasis: "khoản 1 Điều 24 Nghị định 356/2025/NĐ-CP",
      },
      outcomeEn: {
        kind: "not_accepted",
        reasons: "The provision asks for an assessment of each transfer of data.",
        legalBasis: "clause 1, Article 24 of Decree 356/2025/NĐ-CP",
      },
    },
  },
  {
    provisions: "Điều 30 Luật Viễn thông 2023",
    daysAgo: 60,
    titleVi: "Hai giấy xác nhận có cùng nội dung khi đăng ký dịch vụ",
    titleEn: "Two certificates of the same content to register a service",
    textVi: "Khi đăng ký dịch vụ, doanh nghiệp phải nộp hai giấy xác nhận có nội dung trùng nhau.",
    textEn: "To register a service, a business has to file two certificates that say the same.",
    hours: "80 giờ",
    sector: "VSIC-J",
    agency: "bkhcn",
  },
  {
    provisions: "Điều 3 Nghị định 777/2031/NĐ-CP",
    daysAgo: 10,
    titleVi: "Yêu cầu nộp báo cáo giấy song song với báo cáo điện tử",
    titleEn: "Paper reports are asked for beside electronic ones",
    textVi: "Đơn vị vẫn phải nộp báo cáo giấy dù đã gửi báo cáo điện tử đúng hạn.",
    textEn: "Paper reports are still asked for although the electronic report was sent in time.",
    agency: "byt",
  },
];

const HOUR_MS = 3_600_000;

/** Plants what the register shows: spellings of one provision, answers that differ, an amendment and an unknown document. */
export async function plantRegister(store: Store, now: Date): Promise<void> {
  for (const scene of scenes) await store.write((tx) => plantScene(tx, scene, now));
  await store.write((tx) => plantAmendment(tx, now));
  await store.write((tx) => proposeAnother(tx, now));
}

async function plantScene(tx: Tx, scene: Scene, now: Date): Promise<void> {
  let at = new Date(now.getTime() - scene.daysAgo * 24 * HOUR_MS);
  const later = () => (at = new Date(at.getTime() + HOUR_MS));
  const answers = submissionSchemas.barrier.parse({
    kind: "barrier",
    lang: "vi",
    title: scene.titleVi,
    content: scene.textVi,
    provisions: scene.provisions,
    obstacleClass: scene.agency === "byt" ? "206-2025.2" : "206-2025.3",
    suggestion: "Đề nghị sửa quy định để chỉ nộp một lần.",
    hoursPerYear: scene.hours ?? "",
    moneyPerYear: scene.money ?? "",
    sector: scene.sector ?? "",
    reporterType: "anonymous",
    publishConsent: "yes",
  });
  const bodyHash = createHash("sha256").update(JSON.stringify(answers)).digest("hex");
  const key = { key: randomUUID(), sessionHash: "seed", bodyHash };
  const everybody: Actor = { kind: "public" };
  const { code } = await submitCase(tx, everybody, { answers, key, heldReason: null }, at);
  const officer = await demoPerson(tx, `officer.${scene.agency}@example.org`, now);
  const triage = await demoPerson(tx, "triage@example.org", now);
  await assignCase(tx, triage, { code, agencyId: officer.agencyId }, later());
  await acceptCase(tx, officer, { code }, later());
  const { answer } = scene;
  if (answer) {
    await submitAnswer(tx, officer, { code, body: answer.vi, outcome: answer.outcome }, later());
    await approveAnswer(tx, await demoPerson(tx, `leader.${scene.agency}@example.org`, now), { code }, later());
  }
  const texts = {
    titleVi: scene.titleVi,
    titleEn: scene.titleEn,
    questionVi: scene.textVi,
    questionEn: scene.textEn,
    ...(answer && {
      answerVi: answer.vi,
      answerEn: answer.en,
      outcomeVi: answer.outcome,
      outcomeEn: answer.outcomeEn,
    }),
  };
  const [editor, second] = await demoEditors(tx, now);
  await proposePublication(tx, editor, proposeInput.parse({ code, ...texts }), later());
  await publishCase(tx, second, { code }, later());
  const [all, confirmed] = scene.voices ?? [0, 0];
  for (let number = 1; number <= all; number += 1) {
    const email = number <= confirmed ? { email: `nguoi.theo.doi.${number}@example.com` } : {};
    const { id } = await followCase(tx, everybody, { code, lang: "vi", token: randomUUID(), ...email }, later());
    if (number <= confirmed) await confirmFollowing(tx, everybody, { followerId: id }, later());
  }
}

async function plantAmendment(tx: Tx, now: Date): Promise<void> {
  const proposed = new Date(now.getTime() - 50 * HOUR_MS);
  const input = proposeAmendmentInput.parse({
    document: "Nghị định 999/2026/NĐ-CP",
    inForceOn: new Date(now.getTime() - 40 * HOUR_MS).toISOString().slice(0, 10),
    provisions: "Điều 30 Luật Viễn thông 2023",
    whatVi: "Trước đây phải nộp hai giấy xác nhận; từ nay chỉ nộp một bản điện tử.",
    whatEn: "Two certificates had to be filed; from now on one electronic copy is enough.",
    gazetteUrl: "https://congbao.example.vn/van-ban/999-2026-nd-cp",
  });
  const { id, version } = await proposeAmendment(
    tx,
    await demoPerson(tx, "officer.bkhcn@example.org", now),
    input,
    proposed,
  );
  const leader = await demoPerson(tx, "leader.bkhcn@example.org", now);
  const confirmed = new Date(proposed.getTime() + 3 * HOUR_MS);
  await decideAmendment(tx, leader, { id, version, decision: "publish" }, confirmed);
}

/** One that another person has still to confirm. */
async function proposeAnother(tx: Tx, now: Date): Promise<void> {
  const input = proposeAmendmentInput.parse({
    document: "Nghị định 998/2026/NĐ-CP",
    inForceOn: new Date(now.getTime() + 40 * 24 * HOUR_MS).toISOString().slice(0, 10),
    provisions: "điểm a khoản 2 Điều 12 Luật Đất đai 2024",
    whatVi: "Bỏ bản sao giấy khi dữ liệu đã có trong cơ sở dữ liệu dùng chung.",
    whatEn: "No paper copy is asked for where the shared database holds the data.",
    gazetteUrl: "https://congbao.example.vn/van-ban/998-2026-nd-cp",
  });
  const editor = await demoPerson(tx, "editor@example.org", now);
  await proposeAmendment(tx, editor, input, new Date(now.getTime() - 26 * HOUR_MS));
}
