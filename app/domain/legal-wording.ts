import type { Lang } from "./case-kind.ts";
import { type DocumentType, lawNames } from "./legal-names.ts";
import { foldText } from "./text.ts";
import type { LegalDocument } from "./legal-tokens.ts";
import type { LegalReference } from "./legal-reference.ts";

/** How documents are cited; the English as in official translations. */
const titles: Record<DocumentType, readonly [vi: string, en: string]> = {
  constitution: ["Hiến pháp", "Constitution"],
  code: ["Bộ luật", "Code"],
  law: ["Luật", "Law"],
  ordinance: ["Pháp lệnh", "Ordinance"],
  resolution: ["Nghị quyết", "Resolution"],
  decree: ["Nghị định", "Decree"],
  decision: ["Quyết định", "Decision"],
  circular: ["Thông tư", "Circular"],
  "joint-circular": ["Thông tư liên tịch", "Joint Circular"],
  directive: ["Chỉ thị", "Directive"],
  conclusion: ["Kết luận", "Conclusion"],
  "official-letter": ["Công văn", "Official Letter"],
  consolidated: ["Văn bản hợp nhất", "Consolidated Document"],
  "technical-regulation": ["QCVN", "QCVN"],
  standard: ["TCVN", "TCVN"],
};

/** The number of a document as it is printed: `13/2023/NĐ-CP`, `1131/QĐ-TTg`, `57-NQ/TW`; empty when it has none. */
export function documentNumber(document: LegalDocument): string {
  const { type, number, year, symbol } = document;
  if (number === null) return "";
  if (type === "technical-regulation" || type === "standard") return `${number}:${year}${symbol ? `/${symbol}` : ""}`;
  if (symbol?.endsWith("/TW")) return `${number}-${symbol}`;
  return [number, year, symbol].filter((part) => part !== null).join("/");
}

/** The canonical wording of a document: `Nghị định 13/2023/NĐ-CP`, `Decree 13/2023/NĐ-CP`. */
export function documentWording(document: LegalDocument, lang: Lang): string {
  const title = document.type === null ? "" : titles[document.type][lang === "vi" ? 0 : 1];
  const number = documentNumber(document);
  const { name } = document;
  const full = name === null ? null : lang === "vi" ? `${title} ${name}` : englishTitle(document.type, title, name);
  if (number !== "")
    return full === null ? `${title} ${number}`.trim() : `${full} ${lang === "vi" ? "số" : "No."} ${number}`;
  // Without a number a law whose name nobody has translated is called by its Vietnamese title, whole.
  const named = full ?? (lang === "en" && name !== null ? documentWording({ ...document, year: null }, "vi") : title);
  return document.year === null ? named : `${named} ${document.year}`;
}

/** What a law is called in English; null where its name has no translation: half of one would be neither language. */
function englishTitle(type: DocumentType | null, title: string, name: string): string | null {
  const known = lawNames.find(([vi]) => vi === name);
  if (!known) return null;
  const [, english, before] = known;
  return type === "code" && before !== undefined ? `${before} ${title}` : `${title} on ${english}`;
}

/** The canonical wording of a provision; what could not be read stands as it was typed. */
export function referenceWording(reference: LegalReference, lang: Lang): string {
  const { document, article, clause, point, to } = reference;
  if (document === null && article === null) return reference.typed;
  const words = lang === "vi" ? (["điểm", "khoản", "Điều"] as const) : (["point", "clause", "Article"] as const);
  const parts = [
    [words[0], point],
    [words[1], clause],
    [words[2], article],
  ] as const;
  const said = parts.flatMap(([word, value]) => (value === null ? [] : [`${word} ${value}`]));
  // A range is of the smallest part that was named.
  const [smallest = ""] = said;
  const [word = "", value = ""] = smallest.split(" ");
  if (to !== null) said[0] = lang === "vi" ? `${smallest} đến ${word} ${to}` : `${word}s ${value} to ${to}`;
  const place = said.join(lang === "vi" ? " " : ", ");
  if (document === null) return place;
  const whole = documentWording(document, lang);
  if (place === "") return whole;
  if (lang === "vi") return `${place} ${whole}`;
  // English names a law with its article: of the Law on Land, but of Decree 13.
  const named = lawNames.some(([vi]) => vi === document.name);
  return `${place} of ${named ? "the " : ""}${whole}`;
}

/** The same for every spelling of a document, for lists and counts: `13/2023/nd-cp`, `luat doanh nghiep 2020`; empty without a document. */
export function documentKey(document: LegalDocument | null): string {
  if (document === null) return "";
  const number = documentNumber(document);
  if (number === "") return foldText(documentWording(document, "vi"));
  const key = number.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  // A number without its symbol says little without its type.
  return document.symbol === null || documentTitled(document) ? `${document.type ?? "document"} ${key}` : key;
}

const documentTitled = ({ type }: LegalDocument): boolean => type === "technical-regulation" || type === "standard";

/** The key of a law that is called by its name, whatever its number and year: `luat dat dai`. */
export const nameKeyOf = (document: LegalDocument): string =>
  documentKey({ ...document, number: null, year: null, symbol: null });
