import fc from "fast-check";
import { expect, test } from "vitest";
import { kinds } from "../../app/domain/case-kind.ts";
import {
  readReceiptJson,
  readReceiptText,
  receiptJson,
  receiptText,
  type ReceiptFacts,
} from "../../app/domain/receipt.ts";

const facts: ReceiptFacts = {
  portal: "portal.example",
  code: "PA-7K3M-92QX",
  kind: "feedback",
  receivedAt: new Date("2026-10-05T02:00:00Z"),
  agencyVi: "Văn phòng Thường trực Ban Chỉ đạo",
  agencyEn: "Standing Office of the Steering Committee",
  triageDue: "2026-10-07",
  answerDue: "2026-10-26",
  textSha256: "a".repeat(64),
  fileSha256: ["b".repeat(64), "c".repeat(64)],
  keyId: "k1",
};

test("the signed form stands for ever: a line per fact, in this order, in these bytes", () => {
  expect(receiptText(facts)).toBe(
    [
      "BIÊN NHẬN ĐIỆN TỬ / ELECTRONIC RECEIPT",
      "Định dạng / Format: cau-noi-receipt-1",
      "Cổng tiếp nhận / Portal: portal.example",
      "Mã hồ sơ / Case code: PA-7K3M-92QX",
      "Loại hồ sơ / Kind: phản ánh / feedback",
      "Tiếp nhận lúc / Received at: 2026-10-05T09:00:00+07:00",
      "Giờ UTC / In UTC: 2026-10-05T02:00:00Z",
      "Cơ quan đang giữ hồ sơ / Agency (vi): Văn phòng Thường trực Ban Chỉ đạo",
      "Cơ quan đang giữ hồ sơ / Agency (en): Standing Office of the Steering Committee",
      "Hạn phân loại / Triage due: 2026-10-07",
      "Hạn trả lời / Answer due: 2026-10-26",
      `SHA-256 của nội dung / of the text: ${"a".repeat(64)}`,
      "Số tệp / Files: 2",
      `SHA-256 của tệp 1 / of file 1: ${"b".repeat(64)}`,
      `SHA-256 của tệp 2 / of file 2: ${"c".repeat(64)}`,
      "Khóa ký / Signing key: k1",
      "",
    ].join("\n"),
  );
});

const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const name = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyFacts: fc.Arbitrary<ReceiptFacts> = fc.record({
  portal: fc.webAuthority(),
  code: fc.constant("PA-7K3M-92QX"),
  kind: fc.constantFrom(...kinds),
  receivedAt: fc.date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
  agencyVi: name,
  agencyEn: name,
  triageDue: day,
  answerDue: day,
  textSha256: hex,
  fileSha256: fc.array(hex, { maxLength: 10 }),
  keyId: fc.stringMatching(/^k[0-9a-f]{6}$/),
});

test("what is written is read back, from the text and from the JSON, and written the same again", () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const text = receiptText(given);
      const read = readReceiptText(text);
      expect(text).toBe(text.normalize("NFC"));
      expect(read && receiptText(read)).toBe(text);
      const json = readReceiptJson(receiptJson(given, "c2ln"));
      expect(json && receiptText(json.facts)).toBe(text);
      expect(json?.signature).toBe("c2ln");
    }),
  );
});

test("a text in any other form is no receipt", () => {
  const text = receiptText(facts);
  const others = [
    "",
    "xin chào",
    text.slice(1),
    text.slice(0, -1),
    `${text}\n`,
    text.replaceAll("\n", "\r\n"),
    text.normalize("NFD"),
    text.replace("Files: 2", "Files: 1"),
    text.replace("Files: 2", "Files: 1e9"),
    text.replace("phản ánh / feedback", "kiến nghị"),
    text.replace("02:00:00Z", "02:00:01Z"),
  ];
  expect(others.map(readReceiptText)).toEqual(others.map(() => null));
});

test("JSON may be indented otherwise, and nothing else", () => {
  const json = receiptJson(facts, "c2ln");
  expect(readReceiptJson(JSON.stringify(JSON.parse(json)))?.facts).toEqual(facts);
  const others = [
    "",
    "[]",
    "null",
    "{",
    json.replace('"kind"', '"Kind"'),
    json.replace('"code"', '"more": 1,\n  "code"'),
    json.replace("Steering Committee", "Steering  Committee"),
    json.replace("2026-10-05T02:00:00Z", "2026-10-05T02:00:01Z"),
    json.replace("cau-noi-receipt-1", "cau-noi-receipt-2"),
  ];
  expect(others.map(readReceiptJson)).toEqual(others.map(() => null));
});
