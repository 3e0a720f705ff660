import { demand } from "../inspect/refused.ts";

/** A start tag: local name (without prefix) and attributes as they stand, names with their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
}
export interface XmlAttribute {
  /** With prefix: `w:author`. */
  readonly name: string;
  /** Still escaped, without quotes. */
  readonly value: string;
}

export interface XmlRules {
  /** True leaves the element out with everything in it. */
  readonly drop?: (element: XmlElement) => boolean;
  /** The value an attribute gets (escaped), or null to leave it out. */
  readonly attribute?: (attribute: XmlAttribute, element: XmlElement) => string | null;
  /** The text an element directly holds, escaped; called for every run of text. */
  readonly text?: (text: string, parent: string) => string;
  /** True when only the visits matter: the copy stays empty. */
  readonly discard?: boolean;
}

const MAX_DEPTH = 256;

/**
 * Copies an XML document in one pass while leaving out and changing what the
 * rules say. Comments and processing instructions are left out; a document type
 * refuses the file, so there are no entities to expand. Office files are UTF-8.
 */
export function rewriteXml(bytes: Buffer, rules: XmlRules): Buffer {
  const text = decode(bytes);
  const out: string[] = [];
  const put = (markup: string): unknown => !rules.discard && out.push(markup);
  const open: string[] = [];
  let dropped = 0;
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("<", at);
    const end = start === -1 ? text.length : start;
    if (end > at && dropped === 0) {
      const run = text.slice(at, end);
      put(rules.text ? rules.text(run, open.at(-1) ?? "") : run);
    }
    if (start === -1) break;
    at = endOfMarkup(text, start);
    const markup = text.slice(start, at);
    if (markup.startsWith("<!--") || (markup.startsWith("<?") && !markup.startsWith("<?xml "))) continue;
    if (markup.startsWith("<?xml ") || markup.startsWith("<![CDATA[")) {
      if (dropped === 0) put(markup);
    } else if (markup.startsWith("</")) {
      demand(open.length > 0, "broken");
      open.pop();
      if (dropped === 0) put(markup);
      else if (open.length < dropped) dropped = 0;
    } else {
      const element = readElement(markup);
      const alone = markup.endsWith("/>");
      const gone = dropped > 0 || rules.drop?.(element) === true;
      if (!gone) put(writeElement(markup, element, rules, alone));
      if (alone) continue;
      open.push(element.name);
      demand(open.length <= MAX_DEPTH, "bomb");
      if (gone && dropped === 0) dropped = open.length;
    }
  }
  demand(open.length === 0, "broken");
  return Buffer.from(out.join(""), "utf8");
}

function decode(bytes: Buffer): string {
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  const declared = /^<\?xml [^>]*encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? "utf-8";
  demand(/^(utf-?8|us-ascii)$/i.test(declared) && text.startsWith("<"), "broken");
  return text;
}

/** The place after the markup that begins at `start`; a quoted `>` does not end it. */
function endOfMarkup(text: string, start: number): number {
  const closed = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    demand(end !== -1, "broken");
    return end + mark.length;
  };
  if (text.startsWith("<!--", start)) return closed("-->", start + 4);
  if (text.startsWith("<![CDATA[", start)) return closed("]]>", start);
  if (text.startsWith("<?", start)) return closed("?>", start);
  demand(!text.startsWith("<!", start), "broken");
  let at = start + 1;
  for (;;) {
    const sign = text[at];
    demand(sign !== undefined && sign !== "<", "broken");
    if (sign === ">") return at + 1;
    at = sign === '"' || sign === "'" ? closed(sign, at + 1) : at + 1;
  }
}

function readElement(markup: string): XmlElement {
  const name = /^<([^\s/>"'=]+)/.exec(markup)?.[1];
  demand(name !== undefined, "broken");
  const attributes = [...markup.slice(name.length + 1).matchAll(/([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, key = "", double, single]) => ({ name: key, value: (double ?? single ?? "").replaceAll('"', "&quot;") }),
  );
  return { name: localName(name), attributes };
}

function writeElement(markup: string, element: XmlElement, { attribute }: XmlRules, alone: boolean): string {
  if (!attribute) return markup;
  const tag = /^<[^\s/>]+/.exec(markup)?.[0] ?? "";
  const kept = element.attributes.map((one) => {
    const value = attribute(one, element);
    return value === null ? "" : ` ${one.name}="${value}"`;
  });
  return `${tag}${kept.join("")}${alone ? "/>" : ">"}`;
}

/** A name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The value of an attribute by its local name, unescaped, or undefined. */
export function valueOf(element: XmlElement, name: string): string | undefined {
  const found = element.attributes.find((attribute) => localName(attribute.name) === name);
  return found && unescapeXml(found.value);
}

export function unescapeXml(text: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp|#\d{1,7}|#x[0-9a-f]{1,6});/gi, (whole, name: string) => {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return name.startsWith("#") ? characterOf(code) : (signs[name.toLowerCase()] ?? whole);
  });
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Visits every element and run of text without changing anything. */
export function visitXml(
  bytes: Buffer,
  visit: { element?: (element: XmlElement) => void; text?: (text: string, parent: string) => void },
): void {
  rewriteXml(bytes, {
    discard: true,
    drop: (element) => {
      visit.element?.(element);
      return false;
    },
    text: (text, parent) => {
      visit.text?.(text, parent);
      return text;
    },
  });
}
