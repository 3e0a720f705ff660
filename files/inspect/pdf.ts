import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  PDFRawStream,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
} from "@cantoo/pdf-lib";
import { MAX_PAGES } from "./limits.ts";
import { limitPdfStreams, limitStreams } from "./pdf-streams.ts";
import { demand, RefusedFile } from "./refused.ts";

/** Actions that run code, start programs or send what was filled in. */
const SCRIPTED = new Set([
  "JavaScript",
  "Launch",
  "SubmitForm",
  "ImportData",
  "Rendition",
  "RichMediaExecute",
  "GoTo3DView",
]);
const ELSEWHERE = new Set(["GoToR", "GoToE", "Thread"]);
const CARRIERS = new Set(["FileAttachment", "RichMedia", "Screen", "3D", "Movie", "Sound"]);

/** Reads a PDF whole and refuses what acts by itself, carries files or hides behind a password. */
export async function inspectPdf(bytes: Buffer): Promise<PDFDocument> {
  demand(bytes.includes("%%EOF") || bytes.includes("startxref"), "broken");
  await limitPdfStreams(bytes);
  const document = await parse(bytes);
  const { context } = document;
  const catalog = context.lookup(context.trailerInfo.Root);
  demand(catalog instanceof PDFDict, "broken");
  checkPages(context, catalog);
  checkOpening(catalog);
  for (const object of reachable(context).values()) checkObject(context, object);
  return document;
}

const LOADING = { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY, preserveXFA: true };

async function parse(bytes: Buffer): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { ...LOADING, ignoreEncryption: true });
    return document.isEncrypted ? await unlock(bytes) : document;
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    // What is locked may well look broken from outside.
    throw new RefusedFile(bytes.includes("/Encrypt") ? "locked" : "broken");
  }
}

/**
 * Many offices forbid changes to their PDFs with a password that nobody needs
 * for reading: such a file opens with the empty one. Its streams can be
 * measured only now; until then the limits of the process hold.
 */
async function unlock(bytes: Buffer): Promise<PDFDocument> {
  const document = await PDFDocument.load(bytes, { ...LOADING, password: "" });
  demand(!document.isEncrypted, "locked");
  const streams = document.context.enumerateIndirectObjects().map(([, object]) => object);
  await limitStreams(streams.filter((object) => object instanceof PDFRawStream).map(({ contents }) => contents));
  return document;
}

/**
 * Every object that the document still uses, direct ones with their holders'
 * reference. What an earlier version of the file used, and nothing points to
 * any more, is not among them.
 */
export function reachable(context: PDFContext): Map<PDFRef, PDFObject> {
  const found = new Map<PDFRef, PDFObject>();
  const waiting: PDFObject[] = [context.trailerInfo.Root ?? PDFNull];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      const object = found.has(next) ? undefined : context.lookup(next);
      if (object === undefined) continue;
      found.set(next, object);
      waiting.push(object);
    } else for (const member of membersOf(next)) waiting.push(member);
  }
  return found;
}

function membersOf(object: PDFObject): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}

/** Every dictionary of an object: its own, and those written inside it. */
export function dictionariesOf(object: PDFObject): PDFDict[] {
  const found: PDFDict[] = [];
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFDict) found.push(next);
    else if (next instanceof PDFStream) found.push(next.dict);
    for (const member of membersOf(next)) waiting.push(member);
  }
  return found;
}

/** Counts the pages by walking the tree, whatever the file claims; a page that is shown twice is an attack. */
function checkPages(context: PDFContext, catalog: PDFDict): void {
  const seen = new Set<PDFObject>();
  const waiting: (PDFObject | undefined)[] = [catalog.get(PDFName.of("Pages"))];
  let pages = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    demand(!seen.has(next), "broken");
    seen.add(next);
    const node = context.lookup(next);
    demand(node instanceof PDFDict, "broken");
    const kids = node.lookup(PDFName.of("Kids"));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) waiting.push(kid);
    else pages += 1;
    demand(pages + waiting.length <= MAX_PAGES * 2 && pages <= MAX_PAGES, "too-many-pages");
  }
  demand(pages > 0, "broken");
}

/** What happens when the document or a page is opened may only be a jump inside it. */
function checkOpening(catalog: PDFDict): void {
  const action = catalog.lookup(PDFName.of("OpenAction"));
  if (action instanceof PDFDict) demand(["GoTo", "Named"].includes(nameOf(action, "S") ?? ""), "script");
  const names = catalog.lookup(PDFName.of("Names"));
  if (names instanceof PDFDict) {
    demand(!names.has(PDFName.of("JavaScript")), "script");
    demand(!names.has(PDFName.of("EmbeddedFiles")), "embedded-files");
  }
  demand(!catalog.has(PDFName.of("Collection")) && !catalog.has(PDFName.of("AF")), "embedded-files");
}

function checkObject(context: PDFContext, object: PDFObject): void {
  demand(!(object instanceof PDFInvalidObject), "broken");
  // Bytes that lie outside of the file.
  if (object instanceof PDFStream) demand(!object.dict.has(PDFName.of("F")), "external-links");
  for (const dict of dictionariesOf(object)) checkDictionary(context, dict);
}

function checkDictionary(context: PDFContext, dict: PDFDict): void {
  const has = (key: string) => dict.has(PDFName.of(key));
  demand(!has("JS") && !has("JavaScript") && !has("XFA"), "script");
  demand(!SCRIPTED.has(nameOf(dict, "S") ?? ""), "script");
  demand(!has("EF") && !CARRIERS.has(nameOf(dict, "Subtype") ?? ""), "embedded-files");
  demand(nameOf(dict, "Type") !== "EmbeddedFile", "embedded-files");
  demand(!ELSEWHERE.has(nameOf(dict, "S") ?? ""), "external-links");
  const address = textOf(context.lookup(dict.get(PDFName.of("URI"))));
  demand(address === null || !/^\s*(javascript|vbscript|data|file|\\\\)/i.test(address), "script");
  checkTriggers(context, dict);
}

/** Additional actions (`AA`) happen by themselves; even a harmless-looking link tells somebody that the file was opened. */
function checkTriggers(context: PDFContext, dict: PDFDict): void {
  const triggers = dict.lookup(PDFName.of("AA"));
  if (!(triggers instanceof PDFDict)) return;
  for (const value of triggers.values()) {
    const action = context.lookup(value);
    demand(!(action instanceof PDFDict) || nameOf(action, "S") !== "URI", "script");
  }
}

export function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

export function textOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null;
}
