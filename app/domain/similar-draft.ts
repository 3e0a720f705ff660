import type { Kind } from "./case-kind.ts";
import type { Place } from "./similarity.ts";

/** The answers that tell what a submission is about. */
const telling = ["title", "content", "legalDocument", "suggestion", "solution"] as const;

/** What is compared of a draft: its words, and the place as far as the matter is bound to one. */
export function askedOf(kind: Kind, answers: Readonly<Record<string, string>>): Place & { kind: Kind; text: string } {
  const text = telling.flatMap((name) => answers[name] ?? []).join("\n");
  const everywhere = answers.extent === "country";
  return {
    kind,
    text,
    provinceCode: everywhere ? null : (answers.provinceCode ?? null),
    communeCode: everywhere || answers.extent === "province" ? null : (answers.communeCode ?? null),
  };
}
