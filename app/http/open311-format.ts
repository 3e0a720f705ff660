import XMLBuilder from "fast-xml-builder";

/** What an answer is made of; the same tree gives XML and, by the Spark convention of the specification, JSON. */
export type Leaf = string | number | boolean | null;
export type Part = Leaf | List | { readonly [name: string]: Part };
/** A container of repeated children: an array in JSON. */
export interface List {
  readonly item: string;
  readonly parts: readonly Part[];
}
export type Format = "xml" | "json";

export const list = (item: string, parts: readonly Part[]): List => ({ item, parts });

const types: Record<Format, string> = {
  xml: "text/xml; charset=utf-8",
  json: "application/json; charset=utf-8",
};
export const contentType = (format: Format): string => types[format];

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const builder = new XMLBuilder({ suppressEmptyNode: true });

/** A document with its root element; JSON leaves the root out. */
export function write(format: Format, root: string, part: Part): string {
  if (format === "json") return JSON.stringify(forJson(part));
  return `${DECLARATION}${builder.build({ [root]: forXml(part) })}`;
}

function forJson(part: Part): unknown {
  if (typeof part === "string") return part === "" ? null : carriable(part);
  if (typeof part !== "object" || part === null) return part;
  if (isList(part)) return part.parts.map(forJson);
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, forJson(inner)]));
}

function forXml(part: Part): unknown {
  if (typeof part === "string") return carriable(part);
  if (typeof part !== "object" || part === null) return part === null ? "" : String(part);
  if (isList(part)) return { [part.item]: part.parts.map(forXml) };
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, forXml(inner)]));
}

function isList(part: List | { readonly [name: string]: Part }): part is List {
  return Array.isArray(part.parts);
}

// What XML 1.0 cannot hold even escaped; JSON leaves it out too, so that both say the same.
const UNCARRIABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as both formats carry it: well-formed, line feeds only, no character that XML forbids. */
export function carriable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(UNCARRIABLE, "");
}
