/** A published figure with its place in the open files, so that anybody can find and recompute it. */
import { useTranslation } from "react-i18next";

export interface ToldValue {
  key: string;
  n: number | null;
  state: "shown" | "few" | "merged";
}

/** The number, or in words why there is none. */
export function Told({ of }: { of: ToldValue }) {
  const { t, i18n } = useTranslation("figures");
  if (of.n !== null) return <span data-figure={of.key}>{of.n.toLocaleString(i18n.language)}</span>;
  return (
    <span className="muted" data-figure={of.key}>
      {t(`state.${of.state === "few" ? "few" : "merged"}`)}
    </span>
  );
}

/** A number of days: it is in no sum, so where there are too few cases it is simply not told. */
export function Days({ of }: { of: ToldValue }) {
  const { t } = useTranslation("figures");
  if (of.n !== null) return <Told of={of} />;
  return (
    <span className="muted" data-figure={of.key}>
      {t("state.none")}
    </span>
  );
}

/** How many in a hundred; where the rest is too small to be told, at least how many. */
export function Share({ part, rest, whole }: { part: ToldValue; rest?: ToldValue; whole: ToldValue }) {
  const { t } = useTranslation("figures");
  const least = leastShare(part, rest, whole);
  if (least !== null) return <span>{t("share.least", { percent: least })}</span>;
  const percent = shareOf(part, whole);
  if (percent === null) return <span className="muted">{t("state.none")}</span>;
  return <span data-share={`${part.key} / ${whole.key}`}>{t("share.is", { percent })}</span>;
}

/** False where nothing can be said of the share. */
export function isShareTold(part: ToldValue, rest: ToldValue | undefined, whole: ToldValue): boolean {
  return leastShare(part, rest, whole) !== null || shareOf(part, whole) !== null;
}

/** Whole percent; null where one of the two is not told, or there is nothing. */
export function shareOf(part: ToldValue, whole: ToldValue): number | null {
  return part.n === null || !whole.n ? null : Math.round((part.n * 100) / whole.n);
}

/** The threshold is 5: what is told as few is 4 at the most. */
const MOST_FEW = 4;

function leastShare(part: ToldValue, rest: ToldValue | undefined, whole: ToldValue): number | null {
  if (part.n !== null || rest?.state !== "few" || !whole.n) return null;
  return Math.floor(((whole.n - MOST_FEW) * 100) / whole.n);
}
