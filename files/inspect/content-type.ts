import type { FileType } from "../../app/domain/attachments.ts";

/** What the first bytes of a file say it is; `zip` and `ole` are looked into further. */
export type Signature = "jpg" | "png" | "webp" | "pdf" | "mp4" | "zip" | "ole";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** Brands under which an MP4 film goes about; a renamed QuickTime film (`qt  `) is not one. */
const FILM_BRANDS = /^(isom|iso[2-9]|avc1|av01|mp4[12]|M4V[ HP]|MSNV|mmp4|dash|f4v |3g[pg2].|hvc1|hev1)$/;

/** Reads the signature at the very start; null for anything that is not on the list. */
export function signatureOf(bytes: Buffer): Signature | null {
  if (bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return "jpg";
  if (bytes.subarray(0, 8).equals(PNG)) return "png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (/^[\s\u00ef\u00bb\u00bf]{0,8}%PDF-[12]\.\d/.test(ascii(bytes, 0, 20))) return "pdf";
  if (ascii(bytes, 0, 4) === "PK\u0003\u0004") return "zip";
  if (bytes.subarray(0, 8).equals(OLE)) return "ole";
  return ascii(bytes, 4, 8) === "ftyp" && isFilm(bytes) ? "mp4" : null;
}

/** The signature that a file of a type must have. */
export function expectedSignature(type: FileType): Signature {
  return type === "docx" || type === "xlsx" ? "zip" : type;
}

function isFilm(bytes: Buffer): boolean {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  if (FILM_BRANDS.test(ascii(bytes, 8, 12))) return true;
  for (let at = 16; at + 4 <= end; at += 4)
    if (FILM_BRANDS.test(ascii(bytes, at, at + 4))) return ascii(bytes, 8, 12) !== "qt  ";
  return false;
}

export function ascii(bytes: Buffer, from: number, to: number): string {
  return bytes.toString("latin1", from, to);
}
