import type { FileType } from "../../app/domain/attachments.ts";
import { demand } from "./refused.ts";

/** How far from its start or end a reader of another format would still find that format. */
const NEAR = 1_024;
const MARKUP = /<(script|html|iframe)[\s>]|<!doctype\s|<\?php\s|<svg\s+xmlns/i;

/** Refuses a file that a reader of another format would open as well. */
export function refusePolyglot(bytes: Buffer, type: FileType): void {
  const isZip = type === "docx" || type === "xlsx";
  const isImage = type === "jpg" || type === "png" || type === "webp";
  const head = bytes.toString("latin1", 0, NEAR);
  demand(isZip || !endsAsZip(bytes), "polyglot");
  demand(type === "pdf" || !head.includes("%PDF-"), "polyglot");
  // Compressed pictures hold no markup by chance: the whole file is searched.
  demand(!MARKUP.test(isImage ? bytes.toString("latin1") : head), "polyglot");
  demand(!isImage || !holdsArchive(bytes), "polyglot");
}

/** True where a ZIP reader, which starts from the end, finds a directory. */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1"); at >= from;) {
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) return true;
    at = at === 0 ? -1 : bytes.lastIndexOf("PK\u0005\u0006", at - 1, "latin1");
  }
  return false;
}

function holdsArchive(bytes: Buffer): boolean {
  return (
    bytes.includes(Buffer.from("Rar!\u001a\u0007", "latin1")) || bytes.includes(Buffer.from("377abcaf271c", "hex"))
  );
}
