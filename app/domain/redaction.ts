import { foldText } from "./text.ts";

/** Something in a text that may name a person. */
export interface Finding {
  readonly kind: "phone" | "email" | "identity-number" | "plate" | "name";
  readonly start: number;
  readonly end: number;
}

const patterns: readonly [Finding["kind"], RegExp][] = [
  ["email", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ["plate", /\b\d{2}[A-ZĐ]{1,2}\d?[-\s]?\d{3}\.?\d{2}\b/g],
  ["identity-number", /(?<![\d.,/])(?:\d{12}|\d{9})(?![\d.,/]\d|\d)/g],
  ["phone", /(?<![\d.,])(?:\+84|0)(?:[\s.-]?\d){8,10}(?!\d)/g],
];

/** Finds telephone and identity numbers, addresses, number plates and the submitter's own name. */
export function findPersonal(text: string, name: string | null): Finding[] {
  const found: Finding[] = [];
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ kind, start, end });
    }
  }
  if (name && foldText(name).includes(" ")) {
    for (const match of text.matchAll(nameSpelling(name))) {
      found.push({ kind: "name", start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with every finding masked. */
export function maskPersonal(text: string, name: string | null): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findPersonal(text, name)) {
    masked += `${text.slice(from, start)}[…]`;
    from = end;
  }
  return masked + text.slice(from);
}

function nameSpelling(name: string): RegExp {
  const words = name
    .normalize("NFC")
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(words.join("\\s+"), "giu");
}
