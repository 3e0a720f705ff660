import type { ReporterType } from "../../app/domain/case-kind.ts";
import { readTaxCode } from "../../app/domain/tax-code.ts";
import type { Chance } from "./chance.ts";
import type { SenderRole } from "./story.ts";

/** Who sends a case, as a form has it. Invented, and recognisably so: a letter stands for the given name. */
export interface Sender {
  readonly reporterType: ReporterType;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly taxCode?: string;
}

const FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Giàng Hà Ma Y Thạch Kim".split(" ");
const LETTERS = "A B C D E G H K L M N P Q S T V X Y".split(" ");

const types: Record<SenderRole, ReporterType> = {
  farmer: "individual",
  resident: "individual",
  elder: "individual",
  student: "individual",
  teacher: "individual",
  official: "individual",
  overseas: "individual",
  household: "individual",
  firm: "business",
  startup: "business",
  cooperative: "business",
  commune: "organisation",
  hospital: "organisation",
  university: "organisation",
  association: "organisation",
};

const names: Partial<Record<SenderRole, readonly string[]>> = {
  firm: [
    "Công ty TNHH Ví Dụ",
    "Công ty cổ phần Minh Họa",
    "Công ty TNHH Sản xuất Mẫu",
    "Công ty cổ phần Thương mại Ví Dụ",
  ],
  startup: ["Công ty cổ phần Công nghệ Ví Dụ", "Công ty TNHH Khởi nghiệp Minh Họa", "Công ty cổ phần Giải pháp Mẫu"],
  cooperative: ["Hợp tác xã Nông nghiệp Mẫu", "Hợp tác xã Minh Họa", "Hợp tác xã Dịch vụ Ví Dụ"],
  commune: ["Ủy ban nhân dân xã Mẫu", "Trung tâm Phục vụ hành chính công Mẫu"],
  hospital: ["Bệnh viện Đa khoa Mẫu", "Trung tâm Y tế Minh Họa"],
  university: ["Trường Đại học Ví Dụ", "Viện Nghiên cứu Minh Họa", "Trường Cao đẳng Mẫu"],
  association: ["Hiệp hội Doanh nghiệp Minh Họa", "Hội Ngành nghề Ví Dụ"],
};

/** A sender of this role. Addresses lie in domains reserved for examples, numbers in a prefix that no network has. */
export function makeSender(chance: Chance, role: SenderRole, number: number): Sender {
  const reporterType = types[role];
  if (reporterType === "individual" && role !== "overseas" && chance.happens(0.09))
    return { reporterType: "anonymous" };
  const listed = names[role];
  const name = listed ? `${chance.pick(listed)} ${chance.int(1, 99)}` : personName(chance);
  const reach = chance.weighted([
    ["email", 4],
    ["both", 4],
    ["phone", role === "farmer" || role === "elder" ? 6 : 2],
  ] as const);
  const domain = chance.happens(0.5) ? "example.com" : "example.org";
  return {
    reporterType,
    name,
    ...(reach === "phone" ? {} : { email: `nguoi.gui.${number}@${domain}` }),
    ...(reach === "email" ? {} : { phone: `0500 ${pad(chance.int(0, 999), 3)} ${pad(chance.int(0, 999), 3)}` }),
    ...(reporterType === "business" && chance.happens(0.8) ? { taxCode: makeTaxCode(chance) } : {}),
  };
}

function personName(chance: Chance): string {
  const family = chance.pick(FAMILIES);
  return `${family} ${chance.happens(0.5) ? "Văn" : "Thị"} ${chance.pick(LETTERS)}`;
}

/** A code with a right check digit in the number range of a province that does not exist. */
function makeTaxCode(chance: Chance): string {
  for (;;) {
    const body = `99${pad(chance.int(1, 9_999_999), 7)}`;
    for (let check = 0; check <= 9; check += 1) {
      if (readTaxCode(`${body}${check}`)) return `${body}${check}`;
    }
  }
}

const pad = (value: number, length: number): string => String(value).padStart(length, "0");
