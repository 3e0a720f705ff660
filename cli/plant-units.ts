import { delegateCase } from "../app/commands/delegate-case.ts";
import { saveAgency, saveAgencyInput } from "../app/commands/save-agency.ts";
import { findAgencyByCode } from "../db/agencies.ts";
import { hire, type Person } from "../db/seed/cast.ts";
import type { Store } from "../db/store.server.ts";
import { demoPerson } from "./demo-people.ts";
import { plantScene, type Scene, taken } from "./plant-office.ts";

/** Units below a ministry and below a province. */
const units = [
  {
    code: "BKHCN-CVT",
    kind: "department",
    parent: "BKHCN",
    nameVi: "Cục Viễn thông",
    nameEn: "Authority of Telecommunications",
    abbreviation: "CVT",
    validFrom: "2025-03-01",
  },
  {
    code: "UBND-79-SYT",
    kind: "department",
    parent: "UBND-79",
    nameVi: "Sở Y tế Thành phố Hồ Chí Minh",
    nameEn: "Department of Health of Ho Chi Minh City",
    abbreviation: "SYT TP.HCM",
    provinceCode: "79",
    validFrom: "2025-07-01",
  },
] as const;

const telecoms = units[0].code;

const scene: Scene = {
  daysAgo: 3,
  title: "Công bố bản đồ vùng lõm sóng để xã biết nơi nào sắp có trạm",
  content: "Xã có bốn thôn chưa có sóng. Không rõ thôn nào nằm trong kế hoạch dựng trạm nên dân không biết có nên chờ.",
  suggestion: "Đề nghị công bố bản đồ vùng lõm sóng kèm năm dự kiến phủ.",
  field: "digital-infrastructure",
  play: async (stage) => {
    await taken(stage, "bkhcn");
    const { tx, code } = stage;
    const unit = await findAgencyByCode(tx, telecoms);
    if (!unit) throw new Error(`there is no ${telecoms}`);
    const note = "Cục đối chiếu với kế hoạch năm nay và soạn trả lời.";
    await delegateCase(tx, await stage.officer("bkhcn"), { code, unitId: unit.id, note }, stage.later());
  },
};

/** Plants units below agencies, with people of their own, and a case that one of them works on. */
export async function plantUnits(
  store: Store,
  passwordHash: (person: Person) => string | null,
  now: Date,
): Promise<void> {
  const agencies = await store.write(async (tx) => {
    const admin = await demoPerson(tx, "admin@example.org", now);
    const made = [];
    for (const { parent, ...unit } of units) {
      const parentId = (await findAgencyByCode(tx, parent))?.id;
      made.push(await saveAgency(tx, admin, saveAgencyInput.parse({ ...unit, parentId }), now));
    }
    return made;
  });
  const agency = agencies.find(({ code }) => code === telecoms);
  if (!agency) throw new Error(`there is no ${telecoms}`);
  const people: readonly Person[] = [
    { email: "officer.cvt@example.org", name: "Tạ Văn U (chuyên viên)", role: "officer", agency },
    { email: "leader.cvt@example.org", name: "Lý Thị O (lãnh đạo)", role: "leader", agency },
  ];
  await hire(store, people, passwordHash, now);
  await store.write((tx) => plantScene(tx, scene, now));
}
