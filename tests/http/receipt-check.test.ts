import { createPublicKey, verify } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { kinds, languages } from "../../app/domain/case-kind.ts";
import { readReceiptJson, receiptJson, receiptText, type ReceiptFacts } from "../../app/domain/receipt.ts";
import {
  checkReceipt,
  claimOf,
  pastedText,
  publishedKeys,
  readSignature,
  signatureFile,
} from "../../app/http/receipt-check.ts";
import { receiptPdf } from "../../app/pdf/receipt-pdf.ts";
import { readPdf } from "../pdf-text.ts";
import { testKeys } from "../store/databases.ts";

const keys = testKeys();
const facts: ReceiptFacts = {
  portal: "portal.example",
  code: "PA-7K3M-92QX",
  kind: "feedback",
  receivedAt: new Date("2026-10-05T02:00:00Z"),
  agencyVi: "Văn phòng Thường trực Ban Chỉ đạo",
  agencyEn: "Standing Office of the Steering Committee",
  triageDue: "2026-10-07",
  answerDue: "2026-10-26",
  textSha256: "a1".repeat(32),
  fileSha256: ["b2".repeat(32), "c3".repeat(32)],
  keyId: "test",
};
const text = receiptText(facts);
const signature = keys.signReceipt(Buffer.from(text));
const signed = { facts, text: Buffer.from(text), signature };
const json = receiptJson(facts, signature.toString("base64"));

test("the published key alone verifies a receipt", () => {
  const [published] = publishedKeys(keys);
  expect(published).toMatchObject({ keyId: "test", algorithm: "Ed25519", current: true });
  const key = createPublicKey(published?.pem ?? "");
  expect(verify(null, Buffer.from(text), key, signature)).toBe(true);
});

test("a key ring gives the same signing key for ever, so that receipts outlive every restore", () => {
  expect(publishedKeys(keys)[0]?.sha256).toBe("630cad917686feb00025a080bb5d7384e2429b93898a86019d050d3c1a9a73bb");
  expect(publishedKeys(testKeys(8))[0]?.sha256).not.toBe(
    "630cad917686feb00025a080bb5d7384e2429b93898a86019d050d3c1a9a73bb",
  );
});

test("any altered byte of the text or of the signature fails with the published key", () => {
  const key = createPublicKey(publishedKeys(keys)[0]?.pem ?? "");
  const flip = (bytes: Buffer, at: number, by: number) => {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ by;
    return other;
  };
  const by = fc.integer({ min: 1, max: 255 });
  fc.assert(
    fc.property(fc.nat(Buffer.byteLength(text) - 1), by, (at, change) => {
      const other = flip(Buffer.from(text), at, change);
      expect(verify(null, other, key, signature)).toBe(false);
      expect(checkReceipt(keys, { ...claimOf(other), signature }).kind).not.toBe("genuine");
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.nat(63), by, (at, change) => {
      const other = flip(signature, at, change);
      expect(verify(null, Buffer.from(text), key, other)).toBe(false);
      expect(checkReceipt(keys, { text, signature: other })).toEqual({ kind: "altered" });
    }),
  );
});

const others: { [name in keyof ReceiptFacts]: ReceiptFacts[name] } = {
  portal: "other.example",
  code: "PA-7K3M-92QY",
  kind: "proposal",
  receivedAt: new Date("2026-10-05T02:00:01Z"),
  agencyVi: "Văn phòng Thường trực Ban chỉ đạo",
  agencyEn: "Standing office of the Steering Committee",
  triageDue: "2026-10-08",
  answerDue: "2026-10-25",
  textSha256: "a2".repeat(32),
  fileSha256: [...facts.fileSha256].reverse(),
  keyId: "test2",
};

test.each(Object.keys(others) as (keyof ReceiptFacts)[])("a receipt with another %s fails", (name) => {
  const altered: ReceiptFacts = { ...facts, [name]: others[name] };
  const verdict = name === "keyId" ? { kind: "unknown-key", keyId: "test2" } : { kind: "altered" };
  expect(checkReceipt(keys, { text: receiptText(altered), signature })).toEqual(verdict);
  const asJson = receiptJson(altered, signature.toString("base64"));
  expect(readReceiptJson(asJson)).not.toBeNull();
  expect(checkReceipt(keys, claimOf(Buffer.from(asJson)))).toEqual(verdict);
});

test("the genuine one is told from all others, from text, JSON and PDF", async () => {
  const genuine = { kind: "genuine", facts };
  const bytes = { json: Buffer.from(json), pdf: await receiptPdf(signed, "vi", "https://portal.example") };
  expect(checkReceipt(keys, { text, signature })).toEqual(genuine);
  expect(checkReceipt(keys, claimOf(bytes.json))).toEqual(genuine);
  expect(checkReceipt(keys, claimOf(bytes.pdf))).toEqual(genuine);
  expect(checkReceipt(testKeys(8), { text, signature })).toEqual({ kind: "altered" });
  expect(checkReceipt(keys, { text, signature: null })).toEqual({ kind: "altered" });
  expect(checkReceipt(keys, claimOf(Buffer.from("%PDF-1.7 of somebody else")))).toEqual({ kind: "unreadable" });
  expect(checkReceipt(keys, claimOf(Buffer.from("Kính gửi cơ quan")))).toEqual({ kind: "unreadable" });
  const more = Buffer.from(json.replace('"kind"', '"note": "x",\n  "kind"'));
  expect(checkReceipt(keys, claimOf(more))).toEqual({ kind: "altered" });
});

test("what is pasted may have other line ends, and the signature may be broken into lines", () => {
  const pasted = `\r\n${text.replaceAll("\n", "\r\n")}\r\n\r\n`;
  const base64 = signature.toString("base64");
  const broken = ` ${base64.slice(0, 40)}\r\n${base64.slice(40)} `;
  expect(checkReceipt(keys, { text: pastedText(pasted), signature: readSignature(broken) }).kind).toBe("genuine");
  expect(pastedText(json)).toBe(json.trim());
  expect(signatureFile(signature)).toEqual(signature);
  expect(signatureFile(Buffer.from(`${base64}\n`))).toEqual(signature);
  expect(readSignature(`${base64.slice(0, -3)}h==`)).toBeNull();
  expect(readSignature("abc")).toBeNull();
});

test.each(languages)("the PDF in %s is tagged, has its fonts inside, and its text reads right", async (lang) => {
  const bytes = await receiptPdf(signed, lang, "https://portal.example");
  const pdf = await readPdf(bytes);
  expect(pdf).toMatchObject({ lang: lang === "vi" ? "vi-VN" : "en-GB", tagged: true, fontsEmbedded: true });
  expect(pdf.roles.slice(0, 4)).toEqual(["Document", "H1", "P", "Figure"]);
  expect(pdf.roles.filter((role) => role === "H2").length).toBe(4);
  for (const line of text.trim().split("\n").slice(0, 11)) expect(pdf.text).toContain(line);
  for (const words of ["PA-7K3M-92QX", facts.textSha256, ...facts.fileSha256, signature.toString("base64")])
    expect(pdf.text.replaceAll("\n", "")).toContain(words);
  expect(pdf.text).toContain(lang === "vi" ? "Biên nhận điện tử" : "Electronic receipt");
  expect(pdf.text).toContain(lang === "vi" ? "thứ Hai, 26/10/2026" : "Monday, 26 October 2026");
  expect(pdf.text).not.toContain("\ufffd");
  expect(bytes.includes(Buffer.from(text))).toBe(true);
  expect(bytes.includes(signature)).toBe(true);
});

test("the same receipt gives the same PDF, byte for byte, for every kind", async () => {
  for (const kind of kinds) {
    const own = { ...signed, facts: { ...facts, kind } };
    const [one, two] = [
      await receiptPdf(own, "vi", "https://portal.example"),
      await receiptPdf(own, "vi", "https://portal.example"),
    ];
    expect(one.equals(two)).toBe(true);
  }
});
