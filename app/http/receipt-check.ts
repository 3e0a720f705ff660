import { createHash, verify } from "node:crypto";
import type { Keyring } from "../../db/keyring.server.ts";
import { RECEIPT_FORMAT, type ReceiptFacts, readReceiptJson, readReceiptText, receiptText } from "../domain/receipt.ts";

/** What a check of a receipt found. `genuine` names exactly the facts that were signed. */
export type Verdict =
  | { readonly kind: "genuine"; readonly facts: ReceiptFacts }
  | { readonly kind: "altered" }
  | { readonly kind: "unknown-key"; readonly keyId: string }
  | { readonly kind: "unreadable" };

/** A text and its signature (64 bytes) as somebody brought them. */
export interface Claim {
  readonly text: string;
  readonly signature: Buffer | null;
}

/** Holds a receipt against the portal's keys. Nothing else is asked: no case, no database. */
export function checkReceipt(keys: Keyring, { text, signature }: Claim): Verdict {
  const facts = readReceiptText(text);
  const keyId = facts?.keyId ?? KEY_LINE.exec(text)?.[1];
  // JSON that names the format and differs from what the portal writes has been changed.
  if (keyId === undefined) return { kind: JSON_FORMAT.test(text) ? "altered" : "unreadable" };
  const known = keys.receiptPublicKeys().find((key) => key.keyId === keyId);
  if (!known) return { kind: "unknown-key", keyId };
  const right = facts !== null && signature?.length === 64 && verify(null, Buffer.from(text), known.key, signature);
  return right ? { kind: "genuine", facts } : { kind: "altered" };
}

const JSON_FORMAT = new RegExp(`"format"\\s*:\\s*"${RECEIPT_FORMAT}"`);
const KEY_LINE = /^BIÊN NHẬN ĐIỆN TỬ[^]*\nKhóa ký \/ Signing key: (\S{1,40})\n?$/;

/**
 * Text and signature in a file from the portal: the JSON, the PDF (which holds
 * the JSON as it is), or the text alone. The bytes of a text are taken exactly.
 */
export function claimOf(bytes: Buffer): Claim {
  const inside = bytes.subarray(0, 5).toString("latin1") === "%PDF-" ? jsonInside(bytes) : bytes;
  const text = exactText(inside);
  const json = readReceiptJson(text);
  if (!json) return { text, signature: null };
  return { text: receiptText(json.facts), signature: readSignature(json.signature) };
}

/** What was pasted: browsers send other line ends, and a copy often loses the last one or gains blank ones. */
export function pastedText(pasted: string): string {
  const text = pasted.replace(/\r\n?/g, "\n").trim();
  return text.startsWith("{") ? text : `${text}\n`;
}

/** A signature in its one base64 form, however it is broken into lines; null when it is none. */
export function readSignature(typed: string): Buffer | null {
  const plain = typed.replace(/\s+/g, "");
  const bytes = Buffer.from(plain, "base64");
  return bytes.length === 64 && bytes.toString("base64") === plain ? bytes : null;
}

/** A `.sig` file: the 64 bytes themselves, or their base64 form. */
export function signatureFile(bytes: Buffer): Buffer | null {
  return bytes.length === 64 ? bytes : readSignature(bytes.toString("latin1"));
}

/** The public keys as JSON: PEM for openssl, and the fingerprint of each (SHA-256 of its DER form). */
export function publishedKeys(keys: Keyring) {
  return keys.receiptPublicKeys().map(({ keyId, key }, index) => ({
    keyId,
    algorithm: "Ed25519",
    current: index === 0,
    pem: key.export({ type: "spki", format: "pem" }).toString(),
    sha256: createHash("sha256")
      .update(key.export({ type: "spki", format: "der" }))
      .digest("hex"),
  }));
}

function jsonInside(pdf: Buffer): Buffer {
  const start = pdf.indexOf(`{\n  "format": "${RECEIPT_FORMAT}"`);
  const end = start < 0 ? -1 : pdf.indexOf("\n}\n", start);
  return end < 0 ? Buffer.alloc(0) : pdf.subarray(start, end + 3);
}

/** UTF-8 as it stands; bytes that are no UTF-8 give a text that no signature fits. */
function exactText(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : "";
}
