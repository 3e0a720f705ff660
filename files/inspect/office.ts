import { valueOf, visitXml, unescapeXml, type XmlElement } from "../clean/xml.ts";
import { fateOfPart } from "./office-parts.ts";
import { demand, RefusedFile } from "./refused.ts";
import type { ZipParts } from "./zip.ts";

const TYPES = "[Content_Types].xml";
const MAIN = /^application\/vnd\.(openxmlformats-officedocument|ms-)[\w.-]*main\+xml$/i;
const MAIN_OF = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
} as const;

/** Relations that are opened by themselves with the document. */
const FETCHED =
  /\/(attachedTemplate|oleObject|frame|subDocument|aFChunk|mailMerge\w*|externalLinkLong|package|control)$/i;
const FROM_AFAR = /^(https?|ftp|ftps|smb|dav|mhtml|ms-\w+):|^(file:)?[\\/]{2,}(?![\\/]*[A-Za-z]:)/i;

/** Looks through the parts of an unpacked office file; nothing is changed. */
export function inspectOffice(parts: ZipParts, type: "docx" | "xlsx"): void {
  const types = parts.get(TYPES);
  demand(types !== undefined, "type-mismatch");
  checkTypes(types, type);
  for (const name of parts.keys()) {
    const fate = fateOfPart(name);
    if (fate === "macros" || fate === "script" || fate === "external-links" || fate === "embedded-files")
      throw new RefusedFile(fate);
  }
  for (const [name, bytes] of parts) {
    if (name.toLowerCase().endsWith(".rels")) checkRelations(bytes);
    else if (fateOfPart(name) === "xml" && name !== TYPES) checkFields(bytes);
  }
}

function checkTypes(types: Buffer, type: "docx" | "xlsx"): void {
  const mains: string[] = [];
  visitXml(types, {
    element: (element) => {
      const media = valueOf(element, "ContentType") ?? "";
      demand(!/macroEnabled|vbaProject|activeX|macrosheet/i.test(media), "macros");
      if (MAIN.test(media)) mains.push(media.toLowerCase());
    },
  });
  demand(mains.length === 1 && mains[0] === MAIN_OF[type], "type-mismatch");
}

function checkRelations(bytes: Buffer): void {
  visitXml(bytes, {
    element: (relation) => {
      const kind = valueOf(relation, "Type") ?? "";
      demand(!/vbaProject|activeX|xlMacrosheet/i.test(kind), "macros");
      if (valueOf(relation, "TargetMode")?.toLowerCase() !== "external") return;
      const target = valueOf(relation, "Target")?.trim() ?? "";
      demand(!FETCHED.test(kind) || !FROM_AFAR.test(target), "external-links");
      demand(!/^(javascript|vbscript|data|mhtml|ms-\w+|search-ms|shell):/i.test(target), "script");
    },
  });
}

/** Fields and formulas that run or fetch something when the document is opened. */
function checkFields(bytes: Buffer): void {
  const fields: string[] = [];
  visitXml(bytes, {
    element: (element: XmlElement) => {
      demand(element.name !== "ddeLink" && element.name !== "altChunk", "script");
      if (element.name === "fldChar") fields.push(" ");
      const instruction = element.name === "fldSimple" ? valueOf(element, "instr") : undefined;
      if (instruction !== undefined) fields.push(instruction, " ");
    },
    text: (text, parent) => {
      // Word cuts one field into several runs: they are judged together.
      if (parent === "instrText") fields.push(unescapeXml(text));
      if (parent === "f" || parent === "definedName") checkFormula(unescapeXml(text));
    },
  });
  const all = fields.join("");
  demand(!/(^|[\s"])DDE(AUTO)?[\s"]/i.test(all), "script");
  demand(!/INCLUDE(TEXT|PICTURE)\s+"?\s*(https?:|ftp:|file:|\\\\)/i.test(all), "external-links");
}

function checkFormula(formula: string): void {
  demand(!/\b(WEBSERVICE|FILTERXML|RTD|IMAGE)\s*\(\s*"?(https?:|\\\\|")/i.test(formula), "external-links");
  demand(!/\b(CALL|EXEC|REGISTER(\.ID)?)\s*\(|\b\w+\|\s*'/i.test(formula), "script");
}
