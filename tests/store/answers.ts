import type { Kind } from "../../app/domain/case-kind.ts";
import { type Submission, submissionSchemas } from "../../app/domain/forms.ts";
import type { OutcomeKind } from "../../app/domain/outcome.ts";

/** The fields of a form as they are sent: text by name. */
export type FormFields = Record<string, string>;

const sender: FormFields = {
  reporterType: "individual",
  name: "Trần Thị Thử Nghiệm",
  email: "nguoi.gui@example.vn",
  phone: "0912 345 678",
  publishConsent: "yes",
};

const perKind: Record<Kind, FormFields> = {
  feedback: {
    content: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ cấp đổi giấy tờ. Tôi đã thử ba lần trong tuần.",
    field: "procedures",
    communeCode: "00070",
  },
  proposal: {
    content: "Phường chưa có điểm hướng dẫn người cao tuổi dùng dịch vụ công trực tuyến.",
    suggestion: "Mở một bàn hướng dẫn vào sáng thứ Bảy tại nhà văn hóa phường.",
    provinceCode: "79",
  },
  barrier: {
    content: "Doanh nghiệp phải nộp lại cùng một giấy xác nhận cho hai cơ quan khác nhau.",
    legalDocument: "Thông tư 10/2025/TT-BKHCN",
    legalProvision: "Điều 5 khoản 2",
    obstacleClass: "206-2025.1",
    burden: "Mỗi năm khoảng 40 giờ làm việc.",
    suggestion: "Cho dùng chung một giấy xác nhận điện tử.",
    reporterType: "business",
    name: "Công ty Thử Nghiệm Một",
    taxCode: "0100109106",
  },
  initiative: {
    content: "Nhiều xã vùng cao không có cách đo chất lượng sóng di động theo thời gian thực.",
    solution: "Ứng dụng mã nguồn mở để người dân tự đo và gửi kết quả ẩn danh về một bản đồ chung.",
    benefit: "Cơ quan quản lý biết ngay thôn nào mất sóng.",
    readiness: "6",
    technology: "21-2026.2",
  },
};

/** A complete form of a kind, as it is sent; `overrides` replaces fields, an empty text leaves one out. */
export function formOf(kind: Kind, overrides: FormFields = {}): FormFields {
  return { kind, lang: "vi", ...sender, ...perKind[kind], ...overrides };
}

/** The checked answers of a complete form. */
export function answersOf(kind: Kind, overrides: FormFields = {}): Submission {
  return submissionSchemas[kind].parse(formOf(kind, overrides));
}

/** A form without anything that says who sent it. */
export const anonymous: FormFields = { reporterType: "anonymous", name: "", email: "", phone: "", taxCode: "" };

const outcomes: Record<OutcomeKind, FormFields> = {
  solved: {
    kind: "solved",
    whatChanged: "Đã sửa lỗi nộp hồ sơ và mở lại dịch vụ.",
    measure: "Hồ sơ nộp thành công",
    unit: "hồ sơ/ngày",
    before: "12",
    after: "340",
    evidence: "Báo cáo vận hành tháng 10 năm 2026",
    changedOn: "2026-10-01",
  },
  explained: { kind: "explained", legalBasis: "Nghị định 20/2008/NĐ-CP, điều 9" },
  not_accepted: {
    kind: "not_accepted",
    reasons: "Đề xuất trái với quy định đang có hiệu lực.",
    legalBasis: "Luật 91/2025/QH15, điều 3",
  },
  referred: { kind: "referred", referredTo: "Bộ Thử nghiệm", legalBasis: "Nghị định 20/2008/NĐ-CP, điều 10" },
  commitment: {
    kind: "commitment",
    promise: "Sẽ bỏ yêu cầu nộp lại giấy xác nhận.",
    owner: "Vụ Thử nghiệm",
    promisedOn: "2027-03-31",
  },
};

/** The filled-in fields of an outcome. */
export const outcomeOf = (kind: OutcomeKind): FormFields => ({ ...outcomes[kind] });
