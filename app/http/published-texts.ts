import type { PublicationSummary, PublicationTexts } from "../../db/publication-lists.ts";

/** Everything that the public reads of a case, for whoever looks for words as they were typed. */
export function allTexts(item: PublicationSummary, texts: PublicationTexts | undefined): string {
  const { questionVi = null, questionEn = null, answerVi = null, answerEn = null } = texts ?? {};
  return [item.titleVi, item.titleEn, questionVi, questionEn, answerVi, answerEn].filter(Boolean).join(" ");
}
