/** Vietnamese place names: the spelling State documents use, and their English form. */

/** What a commune-level unit can be. */
export type CommuneKind = "ward" | "commune" | "special_zone";

/** The word that opens the Vietnamese name of each kind. */
export const KIND_WORD_VI: Record<CommuneKind, string> = {
  ward: "Phường",
  commune: "Xã",
  special_zone: "Đặc khu",
};

const KIND_WORD_EN: Record<CommuneKind, string> = {
  ward: "Ward",
  commune: "Commune",
  special_zone: "Special Zone",
};

const TONE = "[\\u0300\\u0301\\u0303\\u0309\\u0323]";
const OPEN_OA_OE = new RegExp(`([oO])([aeAE])(${TONE})(?![\\p{L}\\p{M}])`, "gu");
const OPEN_UY = new RegExp(`(?<![qQ])([uU])([yY])(${TONE})(?![\\p{L}\\p{M}])`, "gu");

/**
 * The name as State documents spell it: NFC, single spaces, the plain apostrophe, and the tone mark
 * on the first vowel of an open oa, oe or uy (Hòa, Thủy), except after q (Quý).
 */
export function stateSpelling(name: string): string {
  return name
    .normalize("NFD")
    .replace(OPEN_OA_OE, "$1$3$2")
    .replace(OPEN_UY, "$1$3$2")
    .normalize("NFC")
    .replaceAll("\u2019", "'")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The name without Vietnamese marks: "Đắk Lắk" becomes "Dak Lak". */
export function withoutMarks(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}

/** Splits "Phường Sài Gòn" into its kind and its own name. Throws on a name of another form. */
export function splitCommuneName(full: string): { kind: CommuneKind; own: string } {
  for (const kind of ["ward", "commune", "special_zone"] as const) {
    const word = `${KIND_WORD_VI[kind]} `;
    if (full.startsWith(word)) return { kind, own: full.slice(word.length) };
  }
  throw new Error(`Not the name of a ward, commune or special zone: ${full}`);
}

/** "Sai Gon Ward"; a name that opens with a number puts it last: "Bao Loc Ward 1". */
export function communeNameEn(kind: CommuneKind, own: string): string {
  const plain = withoutMarks(own);
  const numbered = /^(\d+) (.+)$/u.exec(plain);
  if (numbered) return `${numbered[2]} ${KIND_WORD_EN[kind]} ${numbered[1]}`;
  return `${plain} ${KIND_WORD_EN[kind]}`;
}
