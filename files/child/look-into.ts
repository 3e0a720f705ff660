import type { FilePlace, FileRefusal, FileType } from "../../app/domain/attachments.ts";
import { refuseByName, typeOfName } from "../../app/domain/file-name.ts";
import type { CleanFile } from "../clean/image.ts";
import { expectedSignature, signatureOf } from "../inspect/content-type.ts";
import { inspectImage } from "../inspect/image.ts";
import { refusePolyglot } from "../inspect/polyglot.ts";
import { demand, RefusedFile } from "../inspect/refused.ts";

/** What looking into a file gives: why it is not taken, or what officers open. */
export type Look =
  | { readonly refusal: FileRefusal }
  | { readonly refusal: null; readonly type: FileType; readonly place: FilePlace | null; readonly bytes: Buffer };

/**
 * Judges a file by its name and its content and makes the copy without
 * metadata. Runs in the child process only: what parses here was written by
 * strangers.
 */
export async function lookInto(name: string, bytes: Buffer): Promise<Look> {
  try {
    const refusal = refuseByName(name, bytes.length);
    if (refusal !== null) return { refusal };
    const type = typeOfName(name);
    demand(type !== null, "wrong-type");
    checkSignature(bytes, type);
    refusePolyglot(bytes, type);
    const clean = await makeClean(bytes, type);
    demand(clean.bytes.length > 0, "broken");
    return { refusal: null, ...clean };
  } catch (error) {
    if (error instanceof RefusedFile) return { refusal: error.refusal };
    // A parser that stumbles (too deep, past the end) has met a file that nobody can open either.
    return { refusal: "broken" };
  }
}

function checkSignature(bytes: Buffer, type: FileType): void {
  const found = signatureOf(bytes);
  const isOffice = type === "docx" || type === "xlsx";
  // A locked document is an old compound file around the sealed one.
  if (isOffice && found === "ole") demand(!bytes.includes(Buffer.from("EncryptedPackage", "utf16le")), "locked");
  demand(found === expectedSignature(type), "type-mismatch");
}

/** Parsers are loaded when their type comes: most files need one of them. */
async function makeClean(bytes: Buffer, type: FileType): Promise<CleanFile> {
  if (type === "pdf") {
    const [{ inspectPdf }, { cleanPdf }] = await Promise.all([import("../inspect/pdf.ts"), import("../clean/pdf.ts")]);
    return { type, place: null, bytes: await cleanPdf(await inspectPdf(bytes)) };
  }
  if (type === "docx" || type === "xlsx") {
    const { readZip } = await import("../inspect/zip.ts");
    const [{ inspectOffice }, { cleanOffice }] = await Promise.all([
      import("../inspect/office.ts"),
      import("../clean/office.ts"),
    ]);
    const parts = await readZip(bytes);
    inspectOffice(parts, type);
    return { type, place: null, bytes: await cleanOffice(parts, type) };
  }
  if (type === "mp4") {
    const [{ inspectMp4 }, { cleanMp4, placeOfMp4 }] = await Promise.all([
      import("../inspect/mp4.ts"),
      import("../clean/mp4.ts"),
    ]);
    const boxes = inspectMp4(bytes);
    return { type, place: placeOfMp4(bytes, boxes), bytes: cleanMp4(bytes, boxes) };
  }
  inspectImage(bytes, type);
  const { cleanImage } = await import("../clean/image.ts");
  return cleanImage(bytes, type);
}
