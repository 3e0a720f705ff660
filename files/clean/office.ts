import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { fateOfPart } from "../inspect/office-parts.ts";
import { inspectOffice } from "../inspect/office.ts";
import { demand } from "../inspect/refused.ts";
import { readZip, type ZipParts } from "../inspect/zip.ts";
import { cleanRelations, cleanTypes } from "./office-relations.ts";
import { cleanOfficeXml } from "./office-xml.ts";
import { stripPicture } from "./strip-picture.ts";

/** The earliest date a ZIP can hold: when parts were written says when somebody worked. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));
const TYPES = "[Content_Types].xml";

/**
 * Writes an office file anew from its parts, without those that say who wrote
 * it, and without author, date and revision marks in those that stay. What is
 * neither part nor relation (comments and gaps of the archive) is gone.
 * Documents inside the document (the data of a chart) are treated alike, once.
 */
export async function cleanOffice(parts: ZipParts, type: "docx" | "xlsx", depth = 0): Promise<Buffer> {
  const dropped = new Set([...parts.keys()].filter((name) => fateOfPart(name) === "drop").map(inSmall));
  const zip = new ZipFile();
  const add = (name: string, bytes: Buffer) =>
    zip.addBuffer(bytes, name, { mtime: NO_DATE, mode: 0o100644, forceDosTimestamp: true });
  // Readers that stream expect the types first.
  const types = parts.get(TYPES);
  if (types) add(TYPES, cleanTypes(types, dropped));
  for (const [name, bytes] of parts) {
    if (name !== TYPES && !dropped.has(inSmall(name))) add(name, await cleanPart(name, bytes, type, dropped, depth));
  }
  zip.end();
  return buffer(zip.outputStream);
}

async function cleanPart(
  name: string,
  bytes: Buffer,
  type: "docx" | "xlsx",
  dropped: ReadonlySet<string>,
  depth: number,
): Promise<Buffer> {
  const fate = fateOfPart(name);
  if (fate === "image") return stripPicture(bytes);
  if (fate === "document") return cleanInner(name, bytes, depth);
  if (fate !== "xml") return blankKept(name, bytes);
  if (name.toLowerCase().endsWith(".rels")) return cleanRelations(name, bytes, dropped);
  return cleanOfficeXml(name, bytes, type);
}

async function cleanInner(name: string, bytes: Buffer, depth: number): Promise<Buffer> {
  demand(depth === 0, "bomb");
  const type = name.toLowerCase().endsWith(".docx") ? "docx" : "xlsx";
  const parts = await readZip(bytes);
  inspectOffice(parts, type);
  return cleanOffice(parts, type, depth + 1);
}

/** An enhanced metafile may hold a line about the program and the picture: it is blanked in place. */
function blankKept(name: string, bytes: Buffer): Buffer {
  if (!name.toLowerCase().endsWith(".emf") || bytes.length < 88 || bytes.readUInt32LE(0) !== 1) return bytes;
  const [characters, offset] = [bytes.readUInt32LE(60), bytes.readUInt32LE(64)];
  const end = offset + characters * 2;
  if (offset === 0 || end > bytes.length) return bytes;
  return Buffer.from(bytes).fill(0, offset, end);
}

function inSmall(name: string): string {
  return name.toLowerCase();
}
