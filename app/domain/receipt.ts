import { z } from "zod";
import { type Kind, kinds } from "./case-kind.ts";

/**
 * What a receipt certifies. Neither the secret nor anything about the sender:
 * a receipt may be shown to anybody.
 */
export interface ReceiptFacts {
  /** The host of the portal that received the case. */
  readonly portal: string;
  readonly code: string;
  readonly kind: Kind;
  /** To the second. */
  readonly receivedAt: Date;
  /** The body that answers for the case when it is received. */
  readonly agencyVi: string;
  readonly agencyEn: string;
  /** The last days, in Viet Nam, for passing the case on and for answering it. */
  readonly triageDue: string;
  readonly answerDue: string;
  /** SHA-256 of the text as it was received (UTF-8), hexadecimal. */
  readonly textSha256: string;
  /** SHA-256 of each file as it was received, in the order of the files; a dash where it was not known yet. */
  readonly fileSha256: readonly string[];
  /** Which of the portal's keys signs. */
  readonly keyId: string;
}

export const RECEIPT_FORMAT = "cau-noi-receipt-1";
export const HASH_UNKNOWN = "-";

// The labels belong to the signed form: a change of any of them is another format.
const TITLE = "BIÊN NHẬN ĐIỆN TỬ / ELECTRONIC RECEIPT";
const kindWords: Record<Kind, string> = {
  feedback: "phản ánh / feedback",
  proposal: "kiến nghị / proposal",
  barrier: "rào cản thể chế / institutional barrier",
  initiative: "sáng kiến, giải pháp / initiative or solution",
};
const labels = {
  format: "Định dạng / Format",
  portal: "Cổng tiếp nhận / Portal",
  code: "Mã hồ sơ / Case code",
  kind: "Loại hồ sơ / Kind",
  receivedAt: "Tiếp nhận lúc / Received at",
  receivedAtUtc: "Giờ UTC / In UTC",
  agencyVi: "Cơ quan đang giữ hồ sơ / Agency (vi)",
  agencyEn: "Cơ quan đang giữ hồ sơ / Agency (en)",
  triageDue: "Hạn phân loại / Triage due",
  answerDue: "Hạn trả lời / Answer due",
  textSha256: "SHA-256 của nội dung / of the text",
  files: "Số tệp / Files",
  keyId: "Khóa ký / Signing key",
} as const;

/**
 * The one form that is signed: UTF-8, NFC, a line per fact in this order, each
 * ended by a line feed. People can read it, and the same facts give the same
 * bytes for ever.
 */
export function receiptText(facts: ReceiptFacts): string {
  const lines: readonly (readonly [label: string, value: string])[] = [
    [labels.format, RECEIPT_FORMAT],
    [labels.portal, facts.portal],
    [labels.code, facts.code],
    [labels.kind, kindWords[facts.kind]],
    [labels.receivedAt, inVietNam(facts.receivedAt)],
    [labels.receivedAtUtc, inUtc(facts.receivedAt)],
    [labels.agencyVi, facts.agencyVi],
    [labels.agencyEn, facts.agencyEn],
    [labels.triageDue, facts.triageDue],
    [labels.answerDue, facts.answerDue],
    [labels.textSha256, facts.textSha256],
    [labels.files, String(facts.fileSha256.length)],
    ...facts.fileSha256.map((hash, index) => [fileLabel(index), hash] as const),
    [labels.keyId, facts.keyId],
  ];
  const body = lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join("");
  return `${TITLE}\n${body}`.normalize("NFC");
}

/** The facts of a text in exactly the signed form; null for any other text. */
export function readReceiptText(text: string): ReceiptFacts | null {
  const values = new Map<string, string>();
  for (const line of text.split("\n").slice(1)) {
    const colon = line.indexOf(": ");
    if (colon > 0) values.set(line.slice(0, colon), line.slice(colon + 2));
  }
  const count = Number(values.get(labels.files));
  if (!Number.isInteger(count) || count < 0 || count > MOST_FILES) return null;
  const facts = factsShape.safeParse({
    ...Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, values.get(label)])),
    kind: kinds.find((kind) => kindWords[kind] === values.get(labels.kind)),
    fileSha256: Array.from({ length: count }, (_none, index) => values.get(fileLabel(index))),
  });
  return facts.success && receiptText(facts.data) === text ? facts.data : null;
}

/** The same facts with their signature (base64) as JSON in a fixed order, for programs. */
export function receiptJson(facts: ReceiptFacts, signature: string): string {
  const body = {
    format: RECEIPT_FORMAT,
    portal: facts.portal,
    code: facts.code,
    kind: facts.kind,
    receivedAt: inVietNam(facts.receivedAt),
    receivedAtUtc: inUtc(facts.receivedAt),
    agencyVi: oneLine(facts.agencyVi),
    agencyEn: oneLine(facts.agencyEn),
    triageDue: facts.triageDue,
    answerDue: facts.answerDue,
    textSha256: facts.textSha256,
    fileSha256: facts.fileSha256,
    keyId: facts.keyId,
    signature,
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

/**
 * Facts and signature of a receipt's JSON, however it is indented; null when it
 * differs in anything else from what `receiptJson` writes.
 */
export function readReceiptJson(text: string): { facts: ReceiptFacts; signature: string } | null {
  const given = parseJson(text);
  const facts = factsShape.safeParse(given).data;
  const signed = z.object({ signature: z.string() }).safeParse(given).data;
  if (!facts || !signed) return null;
  const written: unknown = JSON.parse(receiptJson(facts, signed.signature));
  return JSON.stringify(written) === JSON.stringify(given) ? { facts, signature: signed.signature } : null;
}

/** A moment in Viet Nam's time, RFC 3339, to the second. */
export function inVietNam(at: Date): string {
  return `${new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

const inUtc = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
const fileLabel = (index: number): string => `SHA-256 của tệp ${index + 1} / of file ${index + 1}`;
const oneLine = (value: string): string => value.normalize("NFC").replace(/\s+/g, " ").trim();

const OFFSET_MS = 7 * 3600 * 1000;
const MOST_FILES = 100;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const factsShape = z.object({
  portal: z.string().min(1),
  code: z.string().min(1),
  kind: z.enum(kinds),
  receivedAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
    .transform((value) => new Date(value))
    .refine((value) => !Number.isNaN(value.getTime())),
  agencyVi: z.string(),
  agencyEn: z.string(),
  triageDue: day,
  answerDue: day,
  textSha256: hash,
  fileSha256: z.array(hash.or(z.literal(HASH_UNKNOWN))).max(MOST_FILES),
  keyId: z.string().min(1),
});
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
