import { randomUUID } from "node:crypto";
import { approveAnswer } from "../app/commands/approve-answer.ts";
import { confirmFollowing } from "../app/commands/confirm-following.ts";
import { followCase } from "../app/commands/follow-case.ts";
import { proposeInput, proposePublication } from "../app/commands/propose-publication.ts";
import { publishCase } from "../app/commands/publish-case.ts";
import { submitAnswer } from "../app/commands/submit-answer.ts";
import { unpublishCase } from "../app/commands/unpublish-case.ts";
import type { Actor } from "../app/domain/actor.ts";
import type { Store } from "../db/store.server.ts";
import { demoEditors } from "./demo-people.ts";
import { plantScene, type Scene, taken } from "./plant-office.ts";

type Stage = Parameters<Scene["play"]>[0];

const kiosk = {
  title: "Máy lấy số tự động ở bộ phận một cửa không đọc được thẻ căn cước mới",
  content:
    "Máy lấy số ở bộ phận một cửa của phường chỉ đọc thẻ căn cước cũ. Người có thẻ mới phải xếp hàng ở quầy để được ghi tên bằng tay.",
  suggestion: "Đề nghị cập nhật đầu đọc thẻ của máy lấy số.",
  answer: "Đầu đọc thẻ của máy lấy số được cập nhật trong đợt bảo trì quý này, theo quy định về định danh điện tử.",
  legalBasis: "khoản 2 Điều 5 Nghị định 224/2026/NĐ-CP",
};
const bid = {
  title: "Hồ sơ mời thầu phần mềm yêu cầu cấu hình chỉ một sản phẩm đáp ứng",
  content:
    "Hồ sơ mời thầu phần mềm quản lý văn bản nêu cấu hình trùng với một sản phẩm đang bán, nên các sản phẩm khác không dự thầu được.",
  suggestion: "Đề nghị nêu yêu cầu theo tính năng, không theo cấu hình của một sản phẩm.",
};

const scenes: readonly Scene[] = [
  {
    ...kiosk,
    daysAgo: 14,
    field: "procedures",
    play: async (stage) => {
      await taken(stage, "bkhcn");
      const { tx, code, later } = stage;
      const outcome = { kind: "explained", legalBasis: kiosk.legalBasis } as const;
      await submitAnswer(tx, await stage.officer("bkhcn"), { code, body: kiosk.answer, outcome }, later());
      await approveAnswer(tx, await stage.leader("bkhcn"), { code }, later());
      await published(stage, { ...textsOf(kiosk), answerVi: kiosk.answer, outcomeVi: outcome });
      await followed(stage, 5, 3);
    },
  },
  {
    ...bid,
    daysAgo: 9,
    field: "procedures",
    play: async (stage) => {
      await taken(stage, "bkhcn");
      await published(stage, textsOf(bid));
      const [editor] = await demoEditors(stage.tx, stage.now);
      const takedown = {
        code: stage.code,
        category: "trade-secret" as const,
        ground: "điểm a khoản 1 Điều 84 Luật Sở hữu trí tuệ",
        reason: "Cấu hình nêu trong bài đủ để nhận ra sản phẩm và giá chào của một doanh nghiệp.",
      };
      await unpublishCase(stage.tx, editor, takedown, stage.later());
    },
  },
];

/** Plants what the public pages show of cases in Vietnamese alone, of voices, and of what was taken down. */
export async function plantPublic(store: Store, now: Date): Promise<void> {
  for (const scene of scenes) await store.write((tx) => plantScene(tx, scene, now));
}

const textsOf = ({ title, content }: { title: string; content: string }) => ({ titleVi: title, questionVi: content });

/** One editor proposes, the other publishes. */
async function published({ tx, code, now, later }: Stage, texts: object): Promise<void> {
  const [editor, second] = await demoEditors(tx, now);
  await proposePublication(tx, editor, proposeInput.parse({ code, ...texts }), later());
  await publishCase(tx, second, { code }, later());
}

async function followed({ tx, code, later }: Stage, all: number, confirmed: number): Promise<void> {
  const everybody: Actor = { kind: "public" };
  for (let number = 1; number <= all; number += 1) {
    const email = number <= confirmed ? { email: `nguoi.dong.tinh.${number}@example.com` } : {};
    const { id } = await followCase(tx, everybody, { code, lang: "vi", token: randomUUID(), ...email }, later());
    if (number <= confirmed) await confirmFollowing(tx, everybody, { followerId: id }, later());
  }
}
