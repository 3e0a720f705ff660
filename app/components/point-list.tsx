import { useTranslation } from "react-i18next";
import { dateWords } from "./date-words.ts";
import type { AnswerPoint } from "../domain/question-points.ts";

/** The points of a question and what became of each, as they go with the answer. */
export function PointList({ points }: { points: readonly AnswerPoint[] }) {
  const { t } = useTranslation("answering");
  const { t: furniture } = useTranslation("furniture");
  if (points.length === 0) return null;
  return (
    <>
      <h3>{t("points.title")}</h3>
      <ol>
        {points.map(({ text, state, body, until, note }) => (
          <li key={text}>
            {text}{" "}
            <span className="strong">
              {t(`points.became.${state}`, {
                body: body ?? "",
                until: until ? dateWords(until, "short", furniture) : "",
                interpolation: { escapeValue: false },
              })}
            </span>
            {note && ` ${note}`}
          </li>
        ))}
      </ol>
    </>
  );
}
