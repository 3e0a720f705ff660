import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPersonal, maskPersonal } from "../../app/domain/redaction.ts";

const NAME = "Nguyễn Thị Hoà Bình";
const found = (text: string, ...names: string[]) =>
  findPersonal(text, names).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe("is found", () => {
  test.each([
    ["phone", "0912345678"],
    ["phone", "0912.345.678"],
    ["phone", "0912 345 678"],
    ["phone", "091-234-5678"],
    ["phone", "+84 912 345 678"],
    ["phone", "84912345678"],
    ["phone", "(024) 3825 5888"],
    ["phone", "024 3825 5888"],
    ["email", "nguoi.gui+x@thu.example.vn"],
    ["identity-number", "001099012345"],
    ["identity-number", "001 099 012 345"],
    ["identity-number", "001.099.012.345"],
    ["identity-number", "123456789"],
    ["tax-code", "9900123459"],
    ["tax-code", "0100000074"],
    ["tax-code", "9900123459-001"],
    ["tax-code", "9900123459001"],
    ["plate", "30A-123.45"],
    ["plate", "30A 12345"],
    ["plate", "29-B1 123.45"],
    ["plate", "29H-1234"],
    ["plate", "29LD-123.45"],
    ["plate", "29MĐ1-123.45"],
    ["plate", "30a-123.45"],
    ["plate", "29h1 234.56"],
    ["plate", "51g12345"],
    ["phone", "0084 912 345 678"],
    ["phone", "０９１２３４５６７８"],
    ["email", "nguoi.gui＠thu.example.vn"],
  ])("%s %s", (kind, value) => {
    expect(found(`Xin gọi ${value} giúp tôi.`)).toEqual([[kind, value]]);
    expect(found(value)).toEqual([[kind, value]]);
    expect(found(`(${value}), nhé`)[0]?.[0]).toBe(kind);
    expect(found(`nhé,${value}`)).toEqual([[kind, value]]);
  });

  test.each([
    "Nguyễn Thị Hoà Bình",
    "nguyễn thị hòa bình",
    "NGUYỄN THỊ HÒA BÌNH",
    "Nguyen Thi Hoa Binh",
    "Nguyễn  Thị\nHoà Bình",
    "Nguyễn Thị Hoà-Bình",
    NAME.normalize("NFD"),
  ])("the name written %o", (written) => {
    const text = `Tôi là ${written}, ở phường này.`;
    expect(found(text, NAME)).toEqual([["name", written]]);
    expect(maskPersonal(text, [NAME])).toBe("Tôi là […], ở phường này.");
  });
});

test.each([
  ["tax-code", "MST: 0312345673", "0312345673"],
  ["tax-code", "Mã số doanh nghiệp 0312345673", "0312345673"],
  ["tax-code", "MÃ SỐ THUẾ: 0312345673", "0312345673"],
  ["tax-code", "tax code 0312345673", "0312345673"],
  // Without those words, ten digits that begin like a mobile number are one.
  ["phone", "gọi 0312345673", "0312345673"],
  ["phone", "MST 0312345674", "0312345674"],
])("%s in %o", (kind, text, words) => {
  expect(found(text)).toEqual([[kind, words]]);
});

test.each([
  ["CMND 123 456 789", "123 456 789"],
  ["Chứng minh nhân dân của ông là 123.456.789", "123.456.789"],
  ["số căn cước: 123-456-789", "123-456-789"],
  ["ID 123 456 789", "123 456 789"],
])("the identity number in groups in %o", (text, words) => {
  expect(found(text)).toEqual([["identity-number", words]]);
});

test.each([
  ["001099012345,0912345678", ["identity-number", "phone"]],
  ["0912345678/001099012345", ["phone", "identity-number"]],
  ["001099012345/001099012346", ["identity-number", "identity-number"]],
  ["123456789,987654321", ["identity-number", "identity-number"]],
  ["001 099 012 345,001 099 012 346", ["identity-number", "identity-number"]],
  ["0912 345 678,0987 654 321", ["phone", "phone"]],
])("every number of %s, which has no spaces", (text, kinds) => {
  expect(found(text).map(([kind]) => kind)).toEqual(kinds);
  expect(maskPersonal(text)).toBe(text.replace(/\d[\d ]*\d/g, "[…]"));
});

test("the sender's own tax code is found however it is spaced, whatever its check digit", () => {
  expect(found("Mã của tôi là 99 0012 3458.", "9900123458")).toEqual([["tax-code", "99 0012 3458"]]);
  expect(found("Hồ sơ số 199001234580", "9900123458")).toEqual([["identity-number", "199001234580"]]);
});

describe("is not taken for a person", () => {
  test.each([
    // Ten or thirteen digits without the right check digit, and a branch that cannot be.
    "hồ sơ số 9900123458",
    "số 9900123458001",
    "mã 9900123459-000",
    // As long as an identity number, but part of something else.
    "12345678",
    "1234567890123456",
    "TCVN 7322:2009",
    "https://vanban.example/12/34",
    "nguoi.gui tại thu.example",
    "@ông Bình",
    "30 A1 lớp học",
    "3A-123",
    "quốc lộ 1A 20 km",
    "0 9 1 phẩy 2",
    "1900 6789",
    "Nghị định 20/2008/NĐ-CP, điều 9 khoản 1",
    "Công điện 89/CĐ-TTg ngày 16/6/2025",
    "chi phí 100.000.000 đồng",
    "chi phí 12.500.000.000 đồng",
    "từ 05/10/2026 đến 26/10/2026",
    "66.22/2026/NQ-CP",
    "12.345,6789 tấn",
    "mã PA-7K3M-92QX, mã KN-29A2-3456",
    "chi 123.456.789 đồng, còn 123 456 789 đồng",
    "trong 24h 1234 người, điều 12a 1234",
    "tệp a12bc3456f, mã kn-29a2-3456",
    "0,123456789 và 123456789,50",
    "lúc 09:15 ngày 05.10.2026",
    "2026",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("part of another word, one word of the name, or no name at all", () => {
    expect(found("lan nam", "An Na")).toEqual([]);
    expect(found("Hoà Bình là một tỉnh cũ", NAME)).toEqual([]);
    expect(found("Bình đã gửi", "Bình")).toEqual([]);
    expect(found("abc", "")).toEqual([]);
  });
});

test("a name with the signs of a pattern is plain text", () => {
  expect(found("gửi A.* (B) nhé", "A.* (B)")).toEqual([["name", "A.* (B"]]);
});

test("everything that was found is masked, in order and once", () => {
  const text = `${NAME}: 0912345678, a@b.vn; 001099012345`;
  expect(maskPersonal(text, [NAME])).toBe("[…]: […], […]; […]");
});

test("findings never overlap, lie in order within the text, and masking leaves none", () => {
  const piece = fc.constantFrom(
    NAME,
    "0912345678",
    "a@b.vn",
    "001099012345",
    "30A-123.45",
    " ",
    ", ",
    "chữ",
    "09",
    ".",
    "@",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      let from = 0;
      for (const { start, end } of findPersonal(text, [NAME])) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("a long text of one letter takes no more steps than letters", () => {
  expect(found("a".repeat(20_000))).toEqual([]);
});
