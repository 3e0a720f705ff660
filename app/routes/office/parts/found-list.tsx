import { useTranslation } from "react-i18next";
import { RadioGroup } from "../../../components/choice-field.tsx";
import type { ReviewView } from "../../../http/publishing-page.ts";

/** What was found in one text, each to be judged: harmless, or masked. */
export function FoundList({ review, field }: { review: ReviewView; field: string }) {
  const { t } = useTranslation(["publishing", "office"]);
  const lang = /^[a-z]+En/.test(field) ? "en" : "vi";
  return review.found.map((found, place) => {
    if (found.field !== field) return null;
    const { words, nth, before, after, kind, verdict } = found;
    return (
      <div className="box" key={`${field} ${nth} ${words}`}>
        <input type="hidden" name={`found.${place}`} value={JSON.stringify({ field, text: words, nth })} />
        <p lang={lang}>
          {before}
          <mark>{words}</mark>
          {after}
        </p>
        <RadioGroup
          name={`verdicts.${place}`}
          id={`verdict-${place}`}
          label={t("found.question", {
            words,
            kind: t(`office:personal.${kind}`),
            interpolation: { escapeValue: false },
          })}
          value={verdict ?? undefined}
          inline
          options={[
            { value: "masked", label: t("found.masked") },
            { value: "harmless", label: t("found.harmless") },
          ]}
        />
      </div>
    );
  });
}
