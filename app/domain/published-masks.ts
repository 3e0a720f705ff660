import type { Lang } from "./case-kind.ts";
import type { MaskReasons } from "./mask.ts";
import { answerLang, type TextsInTwo } from "./publication-parts.ts";

/** Why words are masked, by the part of a publication: null where nothing is. Those of the outcome by its field. */
export interface PublishedMasks {
  readonly title: MaskReasons | null;
  readonly question: MaskReasons | null;
  readonly answer: MaskReasons | null;
  readonly outcome: Readonly<Record<string, MaskReasons>>;
}

/** The reasons for the masks of each text in its own language; a translation has the same masks in the same order. */
export function publishedMasks(
  publication: Pick<TextsInTwo, "answerVi" | "answerEn" | "outcomeVi" | "outcomeEn"> & {
    readonly lang: Lang;
    readonly masks: Readonly<Record<string, MaskReasons>> | null;
  },
): PublishedMasks {
  const masks = publication.masks ?? {};
  const asked = publication.lang === "en" ? "En" : "Vi";
  const outcome = `outcome${answerLang(publication) === "en" ? "En" : "Vi"}`;
  return {
    title: masks[`title${asked}`] ?? null,
    question: masks[`question${asked}`] ?? null,
    answer: masks[`answer${outcome.slice(-2)}`] ?? null,
    outcome: Object.fromEntries(
      Object.entries(masks).flatMap(([field, reasons]) => {
        const [own, name] = field.split(".");
        return own === outcome && name !== undefined ? [[name, reasons]] : [];
      }),
    ),
  };
}
