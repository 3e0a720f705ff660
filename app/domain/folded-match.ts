import { foldText } from "./text.ts";

/** Words that carry no initial in the short names of agencies. */
const silent = ["va", "cua", "ve", "and", "of", "the", "for"];

/**
 * The initials by which people know a name, from every word on: `Sở Xây dựng`
 * gives `sxd` and `xd`, so that "so xd" finds it. At least two letters each.
 */
export function initialsOf(name: string): string[] {
  const letters = foldText(name)
    .split(" ")
    .filter((word) => word !== "" && !silent.includes(word))
    .map((word) => word[0] ?? "");
  return letters.map((_letter, index) => letters.slice(index).join("")).filter((initials) => initials.length > 1);
}

/** What an agency is found by: its names, its short name and code, and the initials of its name. */
export function agencySearchText(agency: {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly abbreviation: string;
  readonly code: string;
}): string {
  const { nameVi, nameEn, abbreviation, code } = agency;
  return foldText([nameVi, nameEn, abbreviation, code, ...initialsOf(nameVi)].join(" "));
}

/** True when every word typed begins a word of the label, or its initials, with or without accents. */
export function foldedMatch(label: string, typed: string): boolean {
  const words = [...foldText(label).split(" "), ...initialsOf(label)];
  return foldText(typed)
    .split(" ")
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
