import { useTranslation } from "react-i18next";
import type { PromiseStanding } from "../domain/commitment.ts";
import { dateWords } from "./date-words.ts";
import { Notice } from "./notice.tsx";

/** Until when something was promised in an answer, and what became of it. */
export function PromiseLine({ promise }: { promise: PromiseStanding }) {
  const { t } = useTranslation("answering");
  const { t: furniture } = useTranslation("furniture");
  const { state, promisedOn, firstOn } = promise;
  const day = (value: string) => dateWords(value, "long", furniture);
  return (
    <Notice tone={state === "missed" ? "warning" : state === "kept" ? "success" : "info"} title={t("commitment.title")}>
      <p>
        {t(`commitment.public.${state}`, { day: day(promisedOn) })}
        {firstOn !== promisedOn && ` ${t("commitment.public.first", { day: day(firstOn) })}`}
      </p>
    </Notice>
  );
}
