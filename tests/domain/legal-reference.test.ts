import { expect, test } from "vitest";
import fc from "fast-check";
import {
  isUnderstood,
  type LegalReference,
  MOST_PROVISIONS,
  readReferences,
  referenceKey,
} from "../../app/domain/legal-reference.ts";
import { documentTypes, lawNames } from "../../app/domain/legal-names.ts";
import type { LegalDocument } from "../../app/domain/legal-tokens.ts";
import { groundLanguage } from "../../app/domain/text-language.ts";
import { documentKey, documentWording, referenceWording } from "../../app/domain/legal-wording.ts";

const said = (typed: string) => readReferences(typed).map((one) => referenceWording(one, "vi"));
const D13 = "Nghị định 13/2023/NĐ-CP";
const A = `điểm a khoản 2 Điều 12 ${D13}`;
const K = `khoản 2 Điều 12 ${D13}`;
const D = `Điều 12 ${D13}`;

test.each([
  // One provision, as the law writes it, in short, without marks, in English.
  ["điểm a khoản 2 Điều 12 Nghị định 13/2023/NĐ-CP", [A]],
  ["Điểm a, khoản 2, Điều 12, Nghị định số 13/2023/NĐ-CP", [A]],
  ["ĐIỂM A KHOẢN 2 ĐIỀU 12 NGHỊ ĐỊNH 13/2023/NĐ-CP", [A]],
  ["điểm a) khoản 2 Điều 12 Nghị định 13/2023/NĐ-CP", [A]],
  ["diem a khoan 2 dieu 12 nghi dinh 13/2023/nd-cp", [A]],
  ["diem a khoan 2 dieu 12 nd 13/2023", [A]],
  ["theo điểm a khoản 2 Điều 12 của Nghị định 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ", [A]],
  ["Nghị định 13/2023/NĐ-CP, Điều 12, khoản 2, điểm a", [A]],
  ["Nghị định 13/2023/NĐ-CP: điểm a khoản 2 Điều 12", [A]],
  ["Điều 12 khoản 2 điểm a Nghị định 13/2023/NĐ-CP", [A]],
  ["Điều 12, khoản 2, điểm a NĐ 13/2023/NĐ-CP", [A]],
  ["Đ.12, K.2, điểm a NĐ 13/2023", [A]],
  ["Đ12 K2 điểm a, NĐ 13/2023/NĐ-CP", [A]],
  ["đ12k2 NĐ 13/2023", [K]],
  ["đ12 k2 NĐ 13/2023", [K]],
  ["đ.12 k.2 nđ 13/2023", [K]],
  ["k2 đ12 NĐ 13/2023/NĐ-CP", [K]],
  ["k.2 đ.12 NĐ13/2023", [K]],
  ["đ.a k.2 đ.12 NĐ 13/2023/NĐ-CP", [A]],
  ["12.2.a NĐ13/2023/NĐ-CP", [A]],
  ["12.2.a Nghị định 13/2023/NĐ-CP", [A]],
  ["Điều 12.2.a Nghị định 13/2023/NĐ-CP", [A]],
  ["12.2a NĐ 13/2023", [`khoản 2a ${D}`]],
  ["12.2 NĐ 13/2023/NĐ-CP", [K]],
  ["Điều 12.2 Nghị định 13/2023/NĐ-CP", [K]],
  ["Điều 12 NĐ 13/2023", [D]],
  ["đ 12 nd13/2023/nd-cp", [D]],
  ["Điều 12 Nghị định 13/2023/NĐ/CP", [D]],
  ["Điều 12 Nghị định 13/2023/NĐ CP", [D]],
  ["Điều 12 Nghị định 13 / 2023 / NĐ-CP", [D]],
  ["Điều 12 Nghị định 13/2023/NĐ–CP", [D]],
  ["NĐ-CP 13/2023 điều 12", [D]],
  ["13/2023/NĐ-CP điều 12", [D]],
  ["point a, clause 2, Article 12 of Decree 13/2023/ND-CP", [A]],
  ["Point (a), Clause 2, Article 12 of Decree No. 13/2023/ND-CP", [A]],
  ["Art. 12(2)(a) Decree No. 13/2023", [A]],
  ["Article 12(2)(a) of Decree 13/2023/NĐ-CP", [A]],
  ["art 12 (2) (a), Decree 13/2023", [A]],
  ["Article 12.2.a Decree 13/2023/ND-CP", [A]],
  ["Decree 13/2023/ND-CP, Article 12, paragraph 2, item a", [A]],
  ["Clause 2 of Article 12 of the Decree 13/2023/ND-CP dated 17/4/2023", [K]],
  ["para. 2 art. 12 Decree No 13/2023", [K]],
  // Kinds of document and their numbers.
  ["Nghị quyết 66.22/2026/NQ-CP", ["Nghị quyết 66.22/2026/NQ-CP"]],
  ["khoản 1 Điều 3 NQ 66.22/2026/NQ-CP", ["khoản 1 Điều 3 Nghị quyết 66.22/2026/NQ-CP"]],
  ["Resolution 66.22/2026/NQ-CP, Art. 3", ["Điều 3 Nghị quyết 66.22/2026/NQ-CP"]],
  ["Nghị quyết 206/2025/QH15 Điều 2", ["Điều 2 Nghị quyết 206/2025/QH15"]],
  ["nghi quyet so 57-NQ/TW", ["Nghị quyết 57-NQ/TW"]],
  ["57-nq/tw", ["Nghị quyết 57-NQ/TW"]],
  ["Luật 59/2020/QH14", ["Luật 59/2020/QH14"]],
  ["Luật số 59/2020/QH14", ["Luật 59/2020/QH14"]],
  ["Law No. 59/2020/QH14", ["Luật 59/2020/QH14"]],
  ["Điều 17 Luật Doanh nghiệp 2020", ["Điều 17 Luật Doanh nghiệp 2020"]],
  ["dieu 17 luat doanh nghiep nam 2020", ["Điều 17 Luật Doanh nghiệp 2020"]],
  ["Luật Doanh nghiệp", ["Luật Doanh nghiệp"]],
  ["Luật Doanh nghiệp số 59/2020/QH14", ["Luật Doanh nghiệp số 59/2020/QH14"]],
  ["Luật Doanh nghiệp (59/2020/QH14) Điều 17", ["Điều 17 Luật Doanh nghiệp số 59/2020/QH14"]],
  ["Law on Enterprises 2020, Article 17", ["Điều 17 Luật Doanh nghiệp 2020"]],
  ["Article 17 of the 2020 Law on Enterprises", ["Điều 17 Luật Doanh nghiệp 2020"]],
  ["Article 17 of the Enterprise Law 2020", ["Điều 17 Luật Doanh nghiệp 2020"]],
  ["Luật Khoa học, công nghệ và đổi mới sáng tạo, Điều 9", ["Điều 9 Luật Khoa học, công nghệ và đổi mới sáng tạo"]],
  ["Law on Intellectual Property", ["Luật Sở hữu trí tuệ"]],
  ["Bộ luật Lao động 2019 Điều 35", ["Điều 35 Bộ luật Lao động 2019"]],
  ["Labour Code 2019, Art. 35", ["Điều 35 Bộ luật Lao động 2019"]],
  ["Hiến pháp 2013 Điều 33", ["Điều 33 Hiến pháp 2013"]],
  ["Thông tư 10/2025/TT-BKHCN", ["Thông tư 10/2025/TT-BKHCN"]],
  ["tt 10/2025/tt-bkhcn d5k2", ["khoản 2 Điều 5 Thông tư 10/2025/TT-BKHCN"]],
  ["Circular 08/2025/TT-BGDDT", ["Thông tư 08/2025/TT-BGDĐT"]],
  ["Thông tư liên tịch 01/2016/TTLT-BKHCN-BTC", ["Thông tư liên tịch 01/2016/TTLT-BKHCN-BTC"]],
  ["joint circular 55/2015/TTLT-BTC-BKHCN article 7", ["Điều 7 Thông tư liên tịch 55/2015/TTLT-BTC-BKHCN"]],
  ["Quyết định 1131/QĐ-TTg ngày 12/6/2025", ["Quyết định 1131/QĐ-TTg"]],
  ["qd 45/2016/qd-ttg", ["Quyết định 45/2016/QĐ-TTg"]],
  ["Decision 21/2026/QD-TTg", ["Quyết định 21/2026/QĐ-TTg"]],
  ["Quyết định 15/2024/QĐ-UBND", ["Quyết định 15/2024/QĐ-UBND"]],
  ["Nghị quyết 03/2025/NQ-HDND", ["Nghị quyết 03/2025/NQ-HĐND"]],
  ["Văn bản hợp nhất 07/VBHN-VPQH", ["Văn bản hợp nhất 07/VBHN-VPQH"]],
  ["Pháp lệnh 02/2022/PL-UBTVQH15", ["Pháp lệnh 02/2022/PL-UBTVQH15"]],
  ["công văn 1234/BTC-CST", ["Công văn 1234/BTC-CST"]],
  ["QCVN 41:2019/BGTVT", ["QCVN 41:2019/BGTVT"]],
  ["TCVN 11930:2017", ["TCVN 11930:2017"]],
  ["206/2025/QH15", ["206/2025/QH15"]],
  // Several provisions in one text.
  ["khoản 1, 2 và 3 Điều 12 NĐ 13/2023", ["1", "2", "3"].map((n) => `khoản ${n} Điều 12 ${D13}`)],
  ["khoản 1 và khoản 2 Điều 12 NĐ 13/2023", ["1", "2"].map((n) => `khoản ${n} Điều 12 ${D13}`)],
  ["các điểm a, b và đ khoản 2 Điều 12 NĐ 13/2023", ["a", "b", "đ"].map((x) => `điểm ${x} khoản 2 Điều 12 ${D13}`)],
  ["Điều 12 khoản 2 điểm a, điểm b NĐ 13/2023", ["a", "b"].map((x) => `điểm ${x} khoản 2 Điều 12 ${D13}`)],
  ["điểm a khoản 1, điểm b khoản 2 Điều 12 NĐ 13/2023", [`điểm a khoản 1 ${D}`, `điểm b khoản 2 ${D}`]],
  ["Điều 5 và khoản 2 Điều 12 NĐ 13/2023", [`Điều 5 ${D13}`, K]],
  ["khoản 1 Điều 5 và khoản 2 Điều 12 NĐ 13/2023", [`khoản 1 Điều 5 ${D13}`, K]],
  ["Điều 5, 6 và 12 Nghị định 13/2023/NĐ-CP", [`Điều 5 ${D13}`, `Điều 6 ${D13}`, D]],
  ["Articles 5, 6 and 12 of Decree 13/2023", [`Điều 5 ${D13}`, `Điều 6 ${D13}`, D]],
  ["Điều 5 đến Điều 7 Nghị định 13/2023/NĐ-CP", [`Điều 5 đến Điều 7 ${D13}`]],
  ["từ Điều 5 đến Điều 7 NĐ 13/2023", [`Điều 5 đến Điều 7 ${D13}`]],
  ["Điều 5-7 NĐ 13/2023", [`Điều 5 đến Điều 7 ${D13}`]],
  ["Articles 5 to 7 of Decree 13/2023/ND-CP", [`Điều 5 đến Điều 7 ${D13}`]],
  ["khoản 1 đến khoản 3 Điều 12 NĐ 13/2023", [`khoản 1 đến khoản 3 ${D}`]],
  ["Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP", ["Luật 91/2025/QH15", "Nghị định 356/2025/NĐ-CP"]],
  ["Luật Đầu tư 2020 và Nghị định 31/2021/NĐ-CP", ["Luật Đầu tư 2020", "Nghị định 31/2021/NĐ-CP"]],
  ["Điều 5 NĐ 13/2023 và Điều 7 NĐ 15/2020", [`Điều 5 ${D13}`, "Điều 7 Nghị định 15/2020/NĐ-CP"]],
  ["Nghị định 13/2023/NĐ-CP\nĐiều 12\nđiều 5", [D13, D, `Điều 5 ${D13}`]],
  ["Điều 5; Điều 12 NĐ 13/2023", [`Điều 5 ${D13}`, D]],
  ["- Điều 12 NĐ 13/2023\n- điều 12 nghị định 13/2023/NĐ-CP", [D]],
])("%s", (typed, wordings) => {
  expect(said(typed)).toEqual(wordings);
});

test.each(["Quy định về quản lý thiết bị y tế", "pháp luật hiện hành", "khoản 2", "mục 3 phần II", "12", "???"])(
  "%s is kept as it was typed",
  (typed) => {
    const [one, ...more] = readReferences(typed);
    expect(one).toMatchObject({ document: null, article: null, typed });
    expect(more).toEqual([]);
    expect(one && isUnderstood(one)).toBe(false);
    expect(one && referenceWording(one, "en")).toBe(typed);
  },
);

test("an article whose document is not named takes the one that the form names", () => {
  const [document = null] = readReferences("Thông tư 10/2025/TT-BKHCN").map((one) => one.document);
  expect(readReferences("Điều 5 khoản 2", document).map((one) => referenceWording(one, "vi"))).toEqual([
    "khoản 2 Điều 5 Thông tư 10/2025/TT-BKHCN",
  ]);
  expect(said("Điều 5 khoản 2")).toEqual(["khoản 2 Điều 5"]);
});

test("what it reads is structured", () => {
  expect(readReferences("điểm đ khoản 1a Điều 4 Thông tư 10/2025/TT-BKHCN")).toEqual([
    {
      document: { type: "circular", number: "10", year: 2025, symbol: "TT-BKHCN", name: null },
      article: "4",
      clause: "1a",
      point: "đ",
      to: null,
      typed: "điểm đ khoản 1a Điều 4 Thông tư 10/2025/TT-BKHCN",
    },
  ]);
});

test("every spelling of a document has one key", () => {
  const keyOf = (typed: string) => readReferences(typed).map((one) => documentKey(one.document));
  const spellings = ["Nghị định 13/2023/NĐ-CP", "nd13/2023", "Decree No. 13/2023/ND-CP", "điều 5 NĐ 13/2023/NĐ-CP"];
  expect(new Set(spellings.flatMap(keyOf))).toEqual(new Set(["13/2023/nd-cp"]));
  expect(keyOf("Law on Enterprises 2020")).toEqual(keyOf("luật doanh nghiệp năm 2020"));
  expect(keyOf("Quyết định 5/2020")).not.toEqual(keyOf("Thông tư 5/2020"));
});

test("a law is named in English as it is translated, or not at all: never half of it", () => {
  const english = (document: Partial<LegalDocument>) =>
    documentWording({ type: "law", number: null, year: null, symbol: null, name: null, ...document }, "en");
  const civil = { type: "code" as const, number: "91", year: 2015, symbol: "QH13", name: "Dân sự" };
  expect(english(civil)).toBe("Civil Code No. 91/2015/QH13");
  const citizen = { number: "59", year: 2014, symbol: "QH13", name: "Căn cước công dân" };
  expect(english(citizen)).toBe("Law on Citizen Identification No. 59/2014/QH13");
  const unknown = { number: "93", year: 2015, symbol: "QH13", name: "Thử nghiệm mới" };
  expect(english(unknown)).toBe("Law 93/2015/QH13");
  expect(english({ ...unknown, number: null, symbol: null })).toBe("Luật Thử nghiệm mới 2015");
});

test("a provision in English is of the law with its article, and reads back as it was", () => {
  const english = (typed: string) => readReferences(typed).map((one) => referenceWording(one, "en"));
  expect(english("khoản 1 Điều 44 Luật Viễn thông số 24/2023/QH15")).toEqual([
    "clause 1, Article 44 of the Law on Telecommunications No. 24/2023/QH15",
  ]);
  expect(english("Điều 12 Nghị định 13/2023/NĐ-CP")).toEqual(["Article 12 of Decree 13/2023/NĐ-CP"]);
  const labour = ["Article 154 of the Labour Code No. 45/2019/QH14"];
  expect(english("Điều 154 Bộ luật Lao động số 45/2019/QH14")).toEqual(labour);
  const telecoms = ["clause 1, Article 44 of the Law on Telecommunications No. 24/2023/QH15"];
  expect(english("khoản 1 Điều 44 Luật Viễn thông số 24/2023/QH15")).toEqual(telecoms);
  expect([...labour, ...telecoms].flatMap(english)).toEqual([...labour, ...telecoms]);
  expect(english("Điều 12 Nghị định 13/2023/NĐ-CP")).toEqual(["Article 12 of Decree 13/2023/NĐ-CP"]);
});

test("the language of a legal ground is that of its words, not of its numbers", () => {
  expect(groundLanguage("Điều 5 Nghị định 13/2023/NĐ-CP")).toBe("vi");
  expect(groundLanguage("Article 5 of Decree 13/2023/NĐ-CP")).toBe("en");
  expect(groundLanguage("13/2023/NĐ-CP")).toBe("vi");
});

/** Numbers and letters as laws have them. */
const part = fc
  .tuple(fc.integer({ min: 1, max: 399 }), fc.constantFrom("", "a", "b"))
  .map(([n, letter]) => `${n}${letter}`);
const place = fc.oneof(
  fc.record({ article: part, clause: fc.constant(null), point: fc.constant(null) }),
  fc.record({ article: part, clause: part, point: fc.constant(null) }),
  fc.record({ article: part, clause: part, point: fc.constantFrom("a", "b", "d", "đ", "k", "x") }),
);
const symbols = {
  decree: "NĐ-CP",
  circular: "TT-BGDĐT",
  resolution: "NQ-CP",
  decision: "QĐ-TTg",
  law: "QH15",
} as const;
const numbered = fc
  .tuple(
    fc.constantFrom(...(Object.keys(symbols) as (keyof typeof symbols)[])),
    fc.oneof(
      fc.integer({ min: 1, max: 9999 }).map(String),
      fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map((two) => two.join(".")),
    ),
    fc.integer({ min: 1945, max: 2099 }),
  )
  .map(([type, number, year]) => ({ type, number, year, symbol: symbols[type], name: null }));
const named = fc
  .tuple(fc.constantFrom(...lawNames), fc.option(fc.integer({ min: 1945, max: 2099 })))
  .map(([[name], year]) => ({ type: "law" as const, number: null, year, symbol: null, name }));
const reference: fc.Arbitrary<LegalReference> = fc
  .tuple(fc.oneof(numbered, named), fc.option(place))
  .map(([document, where]) => ({
    document,
    article: null,
    clause: null,
    point: null,
    ...where,
    to: null,
    typed: "",
  }));

test("the canonical wording of any provision is read as that provision, in both languages", () => {
  fc.assert(
    fc.property(reference, fc.constantFrom("vi" as const, "en" as const), (one, lang) => {
      const wording = referenceWording(one, lang);
      expect(readReferences(wording)).toEqual([{ ...one, typed: wording }]);
    }),
    { numRuns: 500 },
  );
});

test("marks, capitals and wide spaces make no difference", () => {
  fc.assert(
    fc.property(reference, (one) => {
      const wording = referenceWording(one, "vi");
      const plain = wording.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
      const keys = [wording.toUpperCase(), wording.replaceAll(" ", "  "), one.point === "đ" ? wording : plain];
      const same = keys.map((typed) => readReferences(typed).map(referenceKey));
      expect(new Set(same.map(String)).size).toBe(1);
    }),
  );
});

test("nothing that people type breaks it, and nothing is lost", () => {
  const words = fc.constantFrom(
    "Điều",
    "khoản",
    "điểm",
    "đ",
    "k",
    "NĐ",
    "12",
    "a",
    "13/2023",
    "/",
    "-",
    ",",
    "và",
    "Luật",
    ";",
    "(",
    "\u0301",
    "𝒜",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const read = readReferences(typed);
      if (read.length === 0) expect(typed.replace(/[\s;•*–-]|\p{C}/gu, "")).toBe("");
      for (const one of read) expect(`${referenceWording(one, "vi")}${one.typed}`).not.toBe("");
    }),
    { numRuns: 400 },
  );
});

test("a text as long as a form takes is read at once", () => {
  const read = readReferences("khoản 1, 2 và 3 Điều 5, Điều 7 đến Điều 9, đ k ".repeat(400));
  expect(read.length).toBeLessThan(4_000);
  expect(MOST_PROVISIONS).toBe(10);
});

test("every type of document has its words", () => {
  for (const type of documentTypes) {
    const document = { type, number: "1", year: 2025, symbol: null, name: null };
    expect(documentWording(document, "vi")).toMatch(/\p{L}/u);
    expect(documentWording(document, "en")).toMatch(/\p{L}/u);
  }
});
