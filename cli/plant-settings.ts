import { beginRules } from "../app/commands/begin-rules.ts";
import { proposeRules } from "../app/commands/propose-rules.ts";
import { rehearseRules } from "../app/commands/rehearse-rules.ts";
import { saveRedactionRule, saveRedactionRuleInput } from "../app/commands/save-redaction-rule.ts";
import { saveRule, saveRuleInput } from "../app/commands/save-rule.ts";
import { saveTemplate, saveTemplateInput } from "../app/commands/save-template.ts";
import { setAbsence } from "../app/commands/set-absence.ts";
import { switchRules } from "../app/commands/switch-rules.ts";
import { addDays, localDate } from "../app/domain/calendar.ts";
import { findAgencyByCode } from "../db/agencies.ts";
import type { Store, Tx } from "../db/store.server.ts";
import { demoPerson } from "./demo-people.ts";

const HOUR_MS = 3_600_000;

/** Templates of everybody and of one ministry; the person who keeps each. */
const templates = [
  {
    by: "triage@example.org",
    purpose: "ask",
    title: "Hỏi địa điểm và thời gian",
    bodyVi:
      "Kính gửi {{honorific}}, để xác định cơ quan trả lời hồ sơ {{code}}, xin cho biết việc xảy ra ở đâu (xã, phường nào) và từ ngày nào.",
    bodyEn:
      "Dear Sir or Madam, so that the right agency can answer case {{code}}, tell us where it happened (which commune or ward) and since when.",
  },
  {
    by: "triage@example.org",
    purpose: "decline",
    title: "Không thuộc phạm vi của cổng",
    bodyVi:
      "Nội dung hồ sơ {{code}} không thuộc phạm vi của cổng. Ông/bà gửi đến cơ quan có thẩm quyền theo trang Nơi gửi khác trên cổng.",
    bodyEn:
      "What case {{code}} is about lies outside this portal. Send it to the competent agency; the page Other places to send to names it.",
  },
  {
    by: "triage@example.org",
    purpose: "note",
    title: "Đã gọi điện xác nhận",
    bodyVi: "Ngày {{today}}: đã gọi điện, người gửi xác nhận nội dung như trong hồ sơ {{code}}.",
    bodyEn: "{{today}}: called the sender, who confirmed what case {{code}} says.",
  },
  {
    by: "leader.bkhcn@example.org",
    purpose: "answer",
    title: "Trả lời về đánh giá tác động dữ liệu cá nhân",
    bodyVi:
      "Về hồ sơ {{code}} nhận ngày {{receivedOn}}, {{agency}} trả lời như sau: theo Nghị định 356/2025/NĐ-CP, một hồ sơ đánh giá dùng được cho các hợp đồng cùng loại.",
    bodyEn:
      "On case {{code}} received on {{receivedOn}}, {{agency}} answers: under Decree 356/2025/NĐ-CP one assessment serves for contracts of the same kind.",
    laws: "Nghị định 356/2025/NĐ-CP",
  },
] as const;

/** Words that are masked in every new proposal to publish. */
const redactions = [
  { words: "hợp đồng số *", reason: "trade-secret", note: "Số hợp đồng của doanh nghiệp không cần cho người đọc." },
  { words: "phòng ### nhà *", reason: "personal-data", note: "Số phòng cùng số nhà chỉ ra một gia đình." },
] as const;

/** Plants what the office has agreed on: templates, words to mask, routing rules and who stands in for whom. */
export async function plantSettings(store: Store, now: Date): Promise<void> {
  await store.write((tx) => plantTemplates(tx, now));
  await store.write((tx) => plantRedactions(tx, now));
  await store.write((tx) => plantRules(tx, now));
  await store.write((tx) => plantAbsences(tx, now));
}

async function plantTemplates(tx: Tx, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 40 * 24 * HOUR_MS);
  for (const { by, ...template } of templates) {
    await saveTemplate(tx, await demoPerson(tx, by, now), saveTemplateInput.parse(template), at);
  }
}

async function plantRedactions(tx: Tx, now: Date): Promise<void> {
  const editor = await demoPerson(tx, "editor@example.org", now);
  const at = new Date(now.getTime() - 30 * 24 * HOUR_MS);
  for (const rule of redactions) await saveRedactionRule(tx, editor, saveRedactionRuleInput.parse(rule), at);
}

/** One version in force, which proposes and never assigns by itself, and the next one as a draft. */
async function plantRules(tx: Tx, now: Date): Promise<void> {
  const agencyId = async (code: string) => (await findAgencyByCode(tx, code))?.id;
  const rules = [
    {
      name: "Viễn thông và dữ liệu: Bộ Khoa học và Công nghệ",
      words: ["trạm phát sóng", "trung tâm dữ liệu"],
      to: "BKHCN",
    },
    { name: "Bệnh viện và khám chữa bệnh: Bộ Y tế", words: ["bệnh viện", "xét nghiệm", "khám bệnh"], to: "BYT" },
  ];
  const author = await demoPerson(tx, "triage@example.org", now);
  const second = await demoPerson(tx, "triage.2@example.org", now);
  let at = new Date(now.getTime() - 20 * 24 * HOUR_MS);
  const later = () => (at = new Date(at.getTime() + HOUR_MS));
  let set = await beginRules(tx, author, {}, later());
  const ref = () => ({ setId: set.id, version: set.version });
  for (const { name, words, to } of rules) {
    const rule = { ...ref(), name, words, target: "agency", agencyId: await agencyId(to), mode: "propose" };
    set = await saveRule(tx, author, saveRuleInput.parse(rule), later());
  }
  const local = { ...ref(), name: "Thủ tục hành chính: tỉnh, thành phố nơi xảy ra", field: ["procedures"] };
  set = await saveRule(tx, author, saveRuleInput.parse({ ...local, target: "province", mode: "propose" }), later());
  set = await rehearseRules(tx, author, ref(), later());
  const reason = "Quy tắc đầu tiên, theo các hồ sơ đã phân loại trong ba tháng qua.";
  set = await proposeRules(tx, author, { ...ref(), reason }, later());
  set = await switchRules(tx, second, ref(), later());
  await beginRules(tx, author, {}, new Date(now.getTime() - 3 * 24 * HOUR_MS));
}

/** One of triage is away now, an officer from next week; a colleague of the same desk stands in for each. */
async function plantAbsences(tx: Tx, now: Date): Promise<void> {
  const today = localDate(now);
  const at = new Date(now.getTime() - 2 * HOUR_MS);
  const triage = { fromDay: today, toDay: addDays(today, 4), substitute: "triage@example.org" };
  await setAbsence(tx, await demoPerson(tx, "triage.2@example.org", now), triage, at);
  const officer = { fromDay: addDays(today, 7), toDay: addDays(today, 14), substitute: "officer.bkhcn@example.org" };
  await setAbsence(tx, await demoPerson(tx, "officer.2.bkhcn@example.org", now), officer, at);
}
