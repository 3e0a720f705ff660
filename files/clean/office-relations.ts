import path from "node:path/posix";
import { rewriteXml, valueOf, type XmlElement } from "./xml.ts";

/** Where a link leads that may be kept: pages and mail addresses. */
const KEPT_LINK = /^(https?:\/\/[^\\]|mailto:)/i;

/**
 * Relations of a part: those to parts that are gone are gone too; those that
 * lead out of the file stay only as links for people. What fetches something
 * from elsewhere, or tells a path on the author's machine, leads nowhere.
 */
export function cleanRelations(name: string, bytes: Buffer, dropped: ReadonlySet<string>): Buffer {
  return rewriteXml(bytes, {
    drop: (relation) => relation.name === "Relationship" && dropped.has(targetOf(name, relation)),
    attribute: (attribute, relation) => {
      if (attribute.name !== "Target" || !isExternal(relation)) return attribute.value;
      const isLink = /\/hyperlink$/i.test(valueOf(relation, "Type") ?? "");
      const target = valueOf(relation, "Target") ?? "";
      return isLink && (KEPT_LINK.test(target) || target.startsWith("#")) ? attribute.value : "about:blank";
    },
  });
}

/** The list of content types without the parts that are gone. */
export function cleanTypes(bytes: Buffer, dropped: ReadonlySet<string>): Buffer {
  return rewriteXml(bytes, {
    drop: (element) =>
      element.name === "Override" && dropped.has((valueOf(element, "PartName") ?? "").replace(/^\//, "").toLowerCase()),
  });
}

function isExternal(relation: XmlElement): boolean {
  return valueOf(relation, "TargetMode")?.toLowerCase() === "external";
}

/** The part that a relation leads to, in small letters, from the root of the archive. */
function targetOf(name: string, relation: XmlElement): string {
  if (isExternal(relation)) return "";
  const target = (valueOf(relation, "Target") ?? "").toLowerCase();
  if (target.startsWith("/")) return target.slice(1);
  const folder = path.dirname(path.dirname(name.toLowerCase()));
  return path.join(folder === "." ? "" : folder, target);
}
