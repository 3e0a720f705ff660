import { PDFDict, PDFName, type PDFDocument, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import { dictionariesOf, nameOf, reachable } from "../inspect/pdf.ts";
import { RefusedFile } from "../inspect/refused.ts";
import { stripJp2 } from "./strip-jp2.ts";
import { stripJpeg } from "./strip-picture.ts";

/** Keys that tell of programs, authors and dates wherever they stand. */
const DROPPED = [
  "Metadata",
  "PieceInfo",
  "LastModified",
  "Info",
  "ID",
  "SpiderInfo",
  "LegalAttestation",
  "DSS",
  "Perms",
  "CreatorInfo",
];
/** Keys of remarks on a page that tell who made them and when; the remark itself stays. */
const DROPPED_OF_REMARKS = ["T", "M", "CreationDate", "NM", "RC"];

/**
 * Writes a PDF anew from what it shows: without document information, XMP and
 * earlier versions, without the names and dates of remarks, and with photos
 * stripped of their own metadata. A digital signature does not survive being
 * rewritten and is left out; the original keeps it.
 */
export async function cleanPdf(document: PDFDocument): Promise<Buffer> {
  try {
    const { context } = document;
    const used = reachable(context);
    for (const [ref, object] of used) {
      for (const dict of dictionariesOf(object)) cleanDictionary(dict);
      if (object instanceof PDFRawStream) context.assign(ref, cleanStream(object));
    }
    delete context.trailerInfo.Info;
    delete context.trailerInfo.ID;
    const kept = reachable(context);
    for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref);
    const saved = await document.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: true });
    return Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile("broken");
  }
}

function cleanDictionary(dict: PDFDict): void {
  for (const key of DROPPED) dict.delete(PDFName.of(key));
  const subtype = nameOf(dict, "Subtype");
  const isRemark = dict.has(PDFName.of("Rect")) && subtype !== null && subtype !== "Widget" && subtype !== "Link";
  if (isRemark) for (const key of DROPPED_OF_REMARKS) dict.delete(PDFName.of(key));
  if (subtype === "Widget") dict.delete(PDFName.of("M"));
  if (nameOf(dict, "FT") === "Sig") dict.delete(PDFName.of("V"));
}

/** A photo stands in a PDF as it came from the camera, its EXIF included. */
function cleanStream(stream: PDFRawStream): PDFObject {
  const bytes = Buffer.from(stream.contents.buffer, stream.contents.byteOffset, stream.contents.byteLength);
  const filters = filtersOf(stream);
  const isPhoto = filters === "DCTDecode" && bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPhoto && filters !== "JPXDecode") return stream;
  const plain = isPhoto ? stripJpeg(bytes) : stripJp2(bytes);
  stream.dict.delete(PDFName.of("Length"));
  return PDFRawStream.of(stream.dict, new Uint8Array(plain));
}

/** Its filters in one word: `DCTDecode`, whether it stands alone or in a list of one. */
function filtersOf(stream: PDFRawStream): string {
  return String(stream.dict.lookup(PDFName.of("Filter")) ?? "").replace(/[[\]/\s]/g, "");
}
