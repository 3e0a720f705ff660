import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { deadlineSteps } from "../../app/domain/deadlines.ts";
import { buildReferenceFiles } from "../../db/reference/build.ts";
import { communeNameEn, splitCommuneName, stateSpelling, withoutMarks } from "../../db/reference/names.ts";

const text = z.string().min(1);
const isoDate = z.iso.date();
const validity = { validFrom: isoDate.nullable(), validTo: isoDate.nullable() };

const agencies = read(
  "agencies.json",
  z.array(
    z.strictObject({
      code: text,
      kind: z.enum(["standing_body", "ministry", "ministerial", "province"]),
      nameVi: text,
      nameEn: text,
      abbreviation: text,
      provinceCode: text.nullable(),
      ...validity,
      basis: text,
    }),
  ),
);

const provinces = read(
  "provinces.json",
  z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/),
      nameVi: text,
      fullNameVi: text,
      nameEn: text,
      fullNameEn: text,
      kind: z.enum(["province", "city"]),
      ...validity,
      basis: text,
      formerNames: z.array(text),
    }),
  ),
);

const communes = read(
  "communes.json",
  z.array(
    z.strictObject({
      code: z.string().regex(/^\d{5}$/),
      provinceCode: text,
      kind: z.enum(["ward", "commune", "special_zone"]),
      nameVi: text,
      nameEn: text,
      ...validity,
    }),
  ),
);

const formerNames = read(
  "former-names.json",
  z.array(
    z.strictObject({
      formerName: text,
      formerDistrict: text.nullable(),
      formerProvince: text,
      communeCode: text,
    }),
  ),
);

const terms = read(
  "terms.json",
  z.array(
    z.strictObject({
      vocabulary: z.enum(["field", "bottleneck", "technology", "obstacle_class", "sector"]),
      code: text,
      nameVi: text,
      nameEn: text,
      position: z.int().min(1),
      ...validity,
      basis: text,
    }),
  ),
);

const calendar = read(
  "calendar.json",
  z.strictObject({
    version: z.int().min(1),
    note: text,
    days: z.array(
      z.strictObject({
        date: isoDate,
        kind: z.enum(["off", "working"]),
        nameVi: text,
        nameEn: text,
        basis: text,
      }),
    ),
  }),
);

const bases = read("calendar-basis.json", z.array(z.strictObject({ en: text, vi: text })));

const warningSteps = read(
  "warning-steps.json",
  z.array(
    z.strictObject({
      position: z.int().min(1),
      afterDays: z.int(),
      tells: z.string().regex(/^(desk|head|monitor)( (head|monitor))*$/),
      basisVi: text,
      basisEn: text,
      ...validity,
    }),
  ),
);

const extensionBudgets = read(
  "extension-budgets.json",
  z.array(
    z.strictObject({
      agencyId: z.null(),
      perYear: z.int().min(0),
      perCase: z.int().min(0),
      basisVi: text,
      basisEn: text,
      ...validity,
    }),
  ),
);

const deadlineRules = read(
  "deadline-rules.json",
  z.array(
    z.strictObject({
      code: text,
      step: z.enum(deadlineSteps),
      caseKind: z.enum(["feedback", "proposal", "barrier", "initiative"]).nullable(),
      amount: z.int().min(1),
      unit: z.enum(["working_days", "days"]),
      basisVi: text,
      basisEn: text,
      ...validity,
    }),
  ),
);

const corrections = read(
  "corrections.json",
  z.object({
    communeKinds: z.array(z.object({ code: text, from: text, to: text, validFrom: isoDate, basis: text })),
    provinceKinds: z.array(z.object({ code: text, from: text, to: text, validFrom: isoDate, basis: text })),
  }),
);

/** Wards, communes and special zones of each province on 30/4/2026, after Resolution 237/NQ-UBTVQH16. */
const UNITS_ON_30_APRIL_2026: Record<string, [number, number, number]> = {
  "01": [51, 75, 0],
  "04": [3, 53, 0],
  "08": [7, 117, 0],
  "11": [3, 42, 0],
  "12": [2, 36, 0],
  "14": [8, 67, 0],
  "15": [10, 89, 0],
  "19": [15, 77, 0],
  "20": [4, 61, 0],
  "22": [30, 22, 2],
  "24": [33, 66, 0],
  "25": [15, 133, 0],
  "31": [45, 67, 2],
  "33": [11, 93, 0],
  "37": [32, 97, 0],
  "38": [19, 147, 0],
  "40": [11, 119, 0],
  "42": [9, 60, 0],
  "44": [8, 69, 1],
  "46": [21, 19, 0],
  "48": [23, 70, 1],
  "51": [9, 86, 1],
  "52": [25, 110, 0],
  "56": [16, 48, 1],
  "66": [14, 88, 0],
  "68": [20, 103, 1],
  "75": [33, 62, 0],
  "79": [113, 54, 1],
  "80": [14, 82, 0],
  "82": [20, 82, 0],
  "86": [19, 105, 0],
  "91": [14, 85, 3],
  "92": [31, 72, 0],
  "96": [9, 55, 0],
};

function read<T>(name: string, shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(readText(name)));
}

function readText(name: string): string {
  return readFileSync(new URL(`../../db/reference/${name}`, import.meta.url), "utf8");
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The kind each commune had on a day, from its kind now and the changes after that day. */
function kindsOn(day: string): Map<string, string> {
  const kinds = new Map<string, string>(communes.map((c) => [c.code, c.kind]));
  for (const change of corrections.communeKinds) if (change.validFrom > day) kinds.set(change.code, change.from);
  return kinds;
}

function countKinds(kinds: Iterable<string>): [number, number, number] {
  const all = [...kinds];
  const count = (kind: string) => all.filter((k) => k === kind).length;
  return [count("ward"), count("commune"), count("special_zone")];
}

describe("provinces", () => {
  test("are 34, of which 9 are centrally run cities", () => {
    expect(provinces).toHaveLength(34);
    const cities = provinces.filter((p) => p.kind === "city").map((p) => p.nameVi);
    expect(cities).toEqual([
      "Hà Nội",
      "Quảng Ninh",
      "Bắc Ninh",
      "Hải Phòng",
      "Huế",
      "Đà Nẵng",
      "Đồng Nai",
      "Hồ Chí Minh",
      "Cần Thơ",
    ]);
  });

  test("were 7 cities and 27 provinces on 30/4/2026", () => {
    const later = corrections.provinceKinds.filter((c) => c.validFrom > "2026-04-30").map((c) => c.code);
    expect(provinces.filter((p) => p.kind === "city" && !later.includes(p.code))).toHaveLength(7);
  });

  test("carry the date and the resolution that made them a city", () => {
    expect(provinces.find((p) => p.code === "75")).toMatchObject({
      fullNameVi: "Thành phố Đồng Nai",
      fullNameEn: "Dong Nai City",
      validFrom: "2026-04-30",
      formerNames: ["Tỉnh Bình Phước", "Tỉnh Đồng Nai"],
    });
    expect(provinces.find((p) => p.code === "24")).toMatchObject({
      fullNameVi: "Thành phố Bắc Ninh",
      validFrom: "2026-09-20",
      formerNames: ["Tỉnh Bắc Giang", "Tỉnh Bắc Ninh"],
    });
  });

  test("lead from each of the 63 old names to one province", () => {
    const old = provinces
      .flatMap((p) => [p.fullNameVi, ...p.formerNames])
      .map((n) => n.replace(/^(Tỉnh|Thành phố) /u, ""));
    expect(new Set(old).size).toBe(63 + 1); // Thừa Thiên Huế beside Huế
    expect(new Set(formerNames.map((f) => f.formerProvince)).size).toBe(63);
  });

  test("have English names as State documents print them", () => {
    expect(provinces.find((p) => p.code === "01")).toMatchObject({
      nameEn: "Hanoi",
      fullNameEn: "Hanoi City",
    });
    expect(provinces.find((p) => p.code === "79")?.fullNameEn).toBe("Ho Chi Minh City");
    expect(provinces.find((p) => p.code === "56")).toMatchObject({
      fullNameVi: "Tỉnh Khánh Hòa",
      fullNameEn: "Khanh Hoa Province",
    });
  });
});

describe("communes", () => {
  test("are 3,321: 709 wards, 2,599 communes, 13 special zones", () => {
    expect(communes).toHaveLength(3321);
    expect(countKinds(communes.map((c) => c.kind))).toEqual([709, 2599, 13]);
  });

  test("were 697 wards, 2,611 communes and 13 special zones on 30/4/2026", () => {
    expect(countKinds(kindsOn("2026-04-30").values())).toEqual([697, 2611, 13]);
  });

  test("were 687 wards, 2,621 communes and 13 special zones on 1/7/2025", () => {
    expect(countKinds(kindsOn("2025-07-01").values())).toEqual([687, 2621, 13]);
  });

  test.each(Object.entries(UNITS_ON_30_APRIL_2026))("of province %s were %j on 30/4/2026", (code, units) => {
    const kinds = kindsOn("2026-04-30");
    const own = communes.filter((c) => c.provinceCode === code).map((c) => kinds.get(c.code) ?? "");
    expect(countKinds(own)).toEqual(units);
  });

  test("belong to a province in the list and share no full name within it", () => {
    const codes = provinces.map((p) => p.code);
    expect(communes.filter((c) => !codes.includes(c.provinceCode))).toEqual([]);
    expect(repeated(communes.map((c) => `${c.provinceCode} ${c.nameVi}`))).toEqual([]);
  });

  test("include the ten wards of Đồng Nai and the twelve of Bắc Ninh with their dates", () => {
    const since = (day: string) => communes.filter((c) => c.validFrom === day);
    expect(
      since("2026-04-30")
        .map((c) => c.nameVi)
        .sort(),
    ).toEqual(
      [
        "Phường Dầu Giây",
        "Phường Long Thành",
        "Phường Lộc Ninh",
        "Phường Nhơn Trạch",
        "Phường Trảng Bom",
        "Phường Trị An",
        "Phường Tân Khai",
        "Phường Tân Phú",
        "Phường Xuân Lộc",
        "Phường Đồng Phú",
      ].sort(),
    );
    expect(since("2026-04-30").every((c) => c.provinceCode === "75")).toBe(true);
    expect(since("2026-09-20")).toHaveLength(12);
    expect(since("2026-09-20").every((c) => c.provinceCode === "24" && c.kind === "ward")).toBe(true);
  });

  test("include Hoàng Sa in Đà Nẵng and Trường Sa in Khánh Hòa", () => {
    const zone = (nameVi: string) => communes.find((c) => c.nameVi === nameVi);
    expect(zone("Đặc khu Hoàng Sa")).toMatchObject({
      provinceCode: "48",
      nameEn: "Hoang Sa Special Zone",
    });
    expect(zone("Đặc khu Trường Sa")).toMatchObject({
      provinceCode: "56",
      nameEn: "Truong Sa Special Zone",
    });
  });

  test("carry the codes of the National Statistics Office where copies differ", () => {
    expect(communes.find((c) => c.nameVi === "Xã Ba Chẽ")?.code).toBe("06970");
    expect(communes.find((c) => c.nameVi === "Xã Ia Mơ")?.code).toBe("23938");
  });

  test("have an English name without Vietnamese marks that names their kind", () => {
    expect(communes.filter((c) => !/^[A-Za-z0-9' -]+$/.test(c.nameEn))).toEqual([]);
    expect(communes.filter((c) => !/ (Ward|Commune|Special Zone)( \d+)?$/.test(c.nameEn))).toEqual([]);
    expect(communes.find((c) => c.nameVi === "Phường Sài Gòn")?.nameEn).toBe("Sai Gon Ward");
  });
});

describe("former names", () => {
  test("lead to communes in the list, and every commune has one", () => {
    const codes = new Set(communes.map((c) => c.code));
    expect(formerNames.filter((f) => !codes.has(f.communeCode))).toEqual([]);
    expect(new Set(formerNames.map((f) => f.communeCode)).size).toBe(communes.length);
  });

  test("are given once each", () => {
    expect(new Set(formerNames.map((f) => JSON.stringify(f))).size).toBe(formerNames.length);
  });

  test("find the ward for an address of before 1/7/2025", () => {
    const found = formerNames.find((f) => f.formerName === "Phường Bến Nghé" && f.formerDistrict === "Quận 1");
    expect(communes.find((c) => c.code === found?.communeCode)?.nameVi).toBe("Phường Sài Gòn");
  });

  test("lead a split unit to each of its parts", () => {
    const places = Map.groupBy(formerNames, (f) => [f.formerName, f.formerDistrict, f.formerProvince].join("|"));
    expect([...places.values()].some((parts) => parts.length > 1)).toBe(true);
  });

  test("keep the name a new ward had as a commune", () => {
    expect(formerNames).toContainEqual({
      formerName: "Xã Long Thành",
      formerDistrict: null,
      formerProvince: "Tỉnh Đồng Nai",
      communeCode: "26368",
    });
  });
});

describe("agencies", () => {
  test("are the standing body, 14 ministries, 3 ministerial-level agencies and 34 People's Committees", () => {
    const count = (kind: string) => agencies.filter((a) => a.kind === kind).length;
    expect([count("standing_body"), count("ministry"), count("ministerial"), count("province")]).toEqual([
      1, 14, 3, 34,
    ]);
  });

  test("name each province as the list of provinces does", () => {
    const committees = agencies.filter((a) => a.provinceCode !== null);
    expect(committees.map((a) => a.nameVi)).toEqual(
      provinces.map((p) => `Ủy ban nhân dân ${p.fullNameVi.charAt(0).toLowerCase()}${p.fullNameVi.slice(1)}`),
    );
    expect(committees.map((a) => a.nameEn)).toEqual(provinces.map((p) => `People's Committee of ${p.fullNameEn}`));
    expect(committees.map((a) => a.code)).toEqual(provinces.map((p) => `UBND-${p.code}`));
  });
});

describe("terms", () => {
  test("are 16 fields, 7 bottlenecks, 11 and 10 technologies, 3 obstacle classes, 22 sectors", () => {
    const count = (prefix: string) => terms.filter((t) => `${t.vocabulary}:${t.code}`.startsWith(prefix)).length;
    expect([
      count("field:"),
      count("bottleneck:"),
      count("technology:1131-2025."),
      count("technology:21-2026."),
      count("obstacle_class:"),
      count("sector:"),
    ]).toEqual([16, 7, 11, 10, 3, 22]);
  });

  test("of the two lists of strategic technologies are never valid on the same day", () => {
    const technologies = terms.filter((t) => t.vocabulary === "technology");
    const list = (prefix: string) => technologies.filter((t) => t.code.startsWith(prefix));
    const ends = list("1131-2025.").map((t) => t.validTo);
    const starts = list("21-2026.").map((t) => t.validFrom);
    expect(new Set(ends)).toEqual(new Set(["2026-06-30"]));
    expect(new Set(starts)).toEqual(new Set(["2026-07-01"]));
    expect(ends.length + starts.length).toBe(technologies.length);
  });

  test("are numbered from 1 within their list", () => {
    const lists = Map.groupBy(terms, (t) => `${t.vocabulary} ${t.validFrom}`);
    for (const list of lists.values()) expect(list.map((t) => t.position)).toEqual(list.map((_, index) => index + 1));
  });
});

describe("calendar", () => {
  test("gives each day once, in order", () => {
    const dates = calendar.days.map((d) => d.date);
    expect(dates).toEqual([...new Set(dates)].sort());
  });

  test("makes only Saturdays and Sundays working days", () => {
    const weekdays = calendar.days
      .filter((d) => d.kind === "working")
      .map((d) => new Date(`${d.date}T00:00:00Z`).getUTCDay());
    expect(weekdays).toEqual([6, 6]);
  });

  test.each([2026, 2027])("gives 12 paid holidays or days in lieu on weekdays of %i, besides swapped days", (year) => {
    const offOnWeekdays = calendar.days.filter((d) => {
      const weekday = new Date(`${d.date}T00:00:00Z`).getUTCDay();
      return d.date.startsWith(`${year}`) && d.kind === "off" && weekday !== 0 && weekday !== 6;
    });
    const swapped = calendar.days.filter((d) => d.date.startsWith(`${year}`) && d.kind === "working");
    expect(offOnWeekdays.length - swapped.length).toBe(12);
  });
});

describe("deadline rules", () => {
  test("give every kind of case exactly one limit for each step", () => {
    for (const step of deadlineSteps) {
      for (const kind of ["feedback", "proposal", "barrier", "initiative"]) {
        const rules = deadlineRules.filter((r) => r.step === step && (r.caseKind === null || r.caseKind === kind));
        expect(rules, `${step} of ${kind}`).toHaveLength(1);
      }
    }
  });

  test("say plainly which numbers are the portal's own", () => {
    const own = deadlineRules.filter((r) => r.basisEn.startsWith("The portal's own service commitment"));
    expect(own.map((r) => r.code)).toEqual([
      "answer-feedback",
      "answer-proposal",
      "answer-initiative",
      "supplement",
      "close",
      "dispute",
      "handle-feedback",
      "handle-proposal",
      "handle-barrier",
      "handle-initiative",
      "unit",
      "extension-feedback",
      "extension-proposal",
      "extension-barrier",
      "extension-initiative",
    ]);
    expect(own.every((r) => r.basisVi.startsWith("Cam kết phục vụ của cổng"))).toBe(true);
  });
});

describe("warning steps", () => {
  test("climb: each comes after the one before it, and the last reaches the monitor", () => {
    expect(warningSteps.map((step) => step.position)).toEqual(warningSteps.map((_step, place) => place + 1));
    for (const [place, step] of warningSteps.entries()) {
      if (place > 0) expect(step.afterDays).toBeGreaterThan(warningSteps[place - 1]?.afterDays ?? 0);
    }
    expect(warningSteps[0]?.tells).toBe("desk");
    expect(warningSteps.at(-1)?.tells).toContain("monitor");
  });
});

test("one budget of extensions holds for every agency without its own", () => {
  expect(extensionBudgets).toHaveLength(1);
});

describe("all reference files", () => {
  test("give every code once", () => {
    for (const records of [agencies, provinces, communes, terms, deadlineRules]) {
      expect(repeated(records.map((r) => r.code))).toEqual([]);
    }
  });

  test("say on what each day of the calendar rests in both languages", () => {
    const told = bases.map(({ en }) => en);
    expect(calendar.days.map(({ basis }) => basis).filter((basis) => !told.includes(basis))).toEqual([]);
  });

  test("never end before they begin", () => {
    const records = [...agencies, ...provinces, ...communes, ...terms, ...deadlineRules];
    expect(records.filter((r) => r.validFrom && r.validTo && r.validFrom > r.validTo)).toEqual([]);
  });

  test.each([
    "agencies.json",
    "provinces.json",
    "communes.json",
    "former-names.json",
    "terms.json",
    "calendar.json",
    "calendar-basis.json",
    "deadline-rules.json",
    "warning-steps.json",
    "extension-budgets.json",
    "corrections.json",
  ])("%s is spelled as State documents spell, in NFC", (name) => {
    const content = readText(name);
    const oldStyle = /(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu;
    expect(content.match(oldStyle)).toBeNull();
    expect(content.normalize("NFC")).toBe(content);
    expect(content).not.toContain("\u2019");
  });

  test("are what build.ts makes of the package and the corrections, byte for byte", () => {
    const built = buildReferenceFiles();
    expect(Object.keys(built)).toEqual(["provinces.json", "communes.json", "former-names.json"]);
    for (const [name, content] of Object.entries(built)) expect(content === readText(name), name).toBe(true);
  });
});

describe("names", () => {
  test.each([
    ["Khánh Hoà", "Khánh Hòa"],
    ["Thuỷ Nguyên", "Thủy Nguyên"],
    ["Hoè Thị", "Hòe Thị"],
    ["Quý Lộc", "Quý Lộc"],
    ["Hoàng Sa", "Hoàng Sa"],
    ["Huỳnh Văn", "Huỳnh Văn"],
    ["Xoài Hột", "Xoài Hột"],
    ["Ea H\u2019Leo", "Ea H'Leo"],
    ["Phường Gò Vấp".normalize("NFD"), "Phường Gò Vấp"],
  ])("%s is spelled %s", (given, expected) => {
    expect(stateSpelling(given)).toBe(expected);
  });

  test("in English lose their marks and say their kind", () => {
    expect(withoutMarks("Đắk Lắk")).toBe("Dak Lak");
    expect(communeNameEn("ward", "Bến Nghé")).toBe("Ben Nghe Ward");
    expect(communeNameEn("ward", "1 Bảo Lộc")).toBe("Bao Loc Ward 1");
  });

  test("of another kind are refused", () => {
    expect(() => splitCommuneName("Thị trấn Trảng Bom")).toThrow("Thị trấn Trảng Bom");
  });
});
