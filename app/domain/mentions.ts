import { foldText } from "./text.ts";

/** Somebody, or everybody of a unit, who can be mentioned, by every name that they go by. */
export interface Mentionable {
  /** `p12` for a person, `u5` for a unit. */
  readonly key: string;
  readonly names: readonly string[];
}

export interface FoundMentions {
  readonly keys: readonly string[];
  /** What stands after an `@` that is nobody's name, as it was typed. */
  readonly unknown: readonly string[];
}

/** A name begins where a word could: an address of a mailbox mentions nobody. */
const AT = /(?<=^|[\s([{"'“‘,;:/])@(?=[\p{L}\p{N}])/gu;
/** More than the longest name of an agency. */
const LONGEST = 150;

/**
 * Who is mentioned in a text by `@name`, with or without accents. Where two
 * names begin alike the longer one counts; people of the same name are all meant.
 */
export function findMentions(text: string, people: readonly Mentionable[]): FoundMentions {
  const folded = people.map(({ key, names }) => ({ key, names: names.map(foldText).filter(Boolean) }));
  const keys = new Set<string>();
  const unknown: string[] = [];
  for (const { index } of text.matchAll(AT)) {
    const [line = ""] = text.slice(index + 1, index + 1 + LONGEST).split("\n");
    const rest = `${foldText(line)} `;
    const length = ({ names }: Mentionable) =>
      Math.max(0, ...names.filter((name) => rest.startsWith(`${name} `)).map((name) => name.length));
    const longest = Math.max(0, ...folded.map(length));
    if (longest === 0) unknown.push(line.trim());
    else for (const one of folded) if (length(one) === longest) keys.add(one.key);
  }
  return { keys: [...keys], unknown };
}
