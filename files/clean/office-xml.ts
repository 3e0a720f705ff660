import { localName, rewriteXml, unescapeXml, valueOf, visitXml, type XmlAttribute, type XmlElement } from "./xml.ts";

/** Stands where the format demands a name. */
const NOBODY = "Author";

/** Elements that tell of the author, their machine or their editing, and hold nothing to read. */
const DROPPED = new Set([
  "rsids",
  "docId",
  "docVars",
  "attachedTemplate",
  "mailMerge",
  "proofState",
  "dataBinding",
  "fileSharing",
  "revisionPtr",
  "absPath",
  "customWorkbookViews",
  "customSheetViews",
  "webPublishing",
  "webPublishItems",
  "smartTagPr",
  "customProperties",
  "documentTasks",
]);

/** Extensions of drawings: the original picture beside the shown one, and its other formats. */
const DROPPED_EXTENSIONS = new Set([
  "{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}",
  "{96DAC541-7B7A-43D3-8B79-37D633B846F1}",
]);

const DROPPED_ATTRIBUTES = new Set([
  "initials",
  "date",
  "dateUtc",
  "dT",
  "paraId",
  "textId",
  "uid",
  "userName",
  "documentId",
  "userId",
  "providerId",
  "lastModifiedBy",
  "codeName",
  "crashSave",
  "refreshedBy",
  "refreshedDate",
  "refreshedDateIso",
]);
const NAMED_ATTRIBUTES = new Set(["author", "displayName"]);
/** A path on somebody's machine, as older versions of Word write it into the description of a picture. */
const MACHINE_PATH = /^(file:|[A-Za-z]:[\\/]|\\\\|\/(Users|home)\/)/;

/** A part of a document or workbook without the marks of who wrote it and when. */
export function cleanOfficeXml(name: string, bytes: Buffer, type: "docx" | "xlsx"): Buffer {
  const isComments = type === "xlsx" && /comments/i.test(name);
  const authors = isComments ? authorsOf(bytes) : new Set<string>();
  return rewriteXml(bytes, {
    drop: (element) =>
      DROPPED.has(element.name) ||
      (element.name === "ext" && DROPPED_EXTENSIONS.has((valueOf(element, "uri") ?? "").toUpperCase())),
    attribute: cleanAttribute,
    text: (text, parent) => {
      if (isComments && parent === "author") return NOBODY;
      return authors.has(unescapeXml(text).trim().replace(/:$/, "")) ? "" : text;
    },
  });
}

function cleanAttribute(attribute: XmlAttribute, element: XmlElement): string | null {
  const name = localName(attribute.name);
  if (name.startsWith("rsid") || (DROPPED_ATTRIBUTES.has(name) && !isNeeded(name, element))) return null;
  if (NAMED_ATTRIBUTES.has(name)) return NOBODY;
  // The settings of a printer are gone, and with them what pointed there.
  if (element.name === "pageSetup" && attribute.name === "r:id") return null;
  if (element.name === "imagedata" && /^(o:title|o:href|r:href|title)$/.test(attribute.name)) return null;
  if (element.name === "cNvPr" && /\.(jpe?g|png|gif|bmp|tiff?|heic|webp)$/i.test(attribute.value)) return "";
  return MACHINE_PATH.test(unescapeXml(attribute.value)) && name !== "Target" ? "" : attribute.value;
}

/** Names that mean something else on elements of the page itself. */
function isNeeded(name: string, element: XmlElement): boolean {
  // Sheets are told apart by their code names in forms and controls; the file version's is a mark of the machine.
  return name === "codeName" && element.name !== "fileVersion";
}

/** Excel begins the text of a note with its author's name: it is to go from there too. */
function authorsOf(bytes: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  visitXml(bytes, {
    text: (text, parent) => {
      const name = unescapeXml(text).trim();
      if (parent === "author" && name !== "") names.add(name);
    },
  });
  return names;
}
