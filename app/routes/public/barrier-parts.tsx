import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { numberWords } from "../../components/answer-words.ts";
import type { IconName } from "../../components/icon.tsx";
import { Badge } from "../../components/status-badge.tsx";
import { Time } from "../../components/time.tsx";
import type { EntryState } from "../../domain/register.ts";
import type { EntryView } from "./barrier-view.ts";

const looks: Record<EntryState, { icon: IconName; tone: "info" | "fine" | "soon" | "quiet" }> = {
  reported: { icon: "inbox", tone: "quiet" },
  review: { icon: "pencil", tone: "info" },
  promised: { icon: "clock", tone: "soon" },
  fixed: { icon: "check-circle", tone: "fine" },
};

/** How an entry of the register stands. */
export function EntryBadge({ state }: { state: EntryState }) {
  const { t } = useTranslation("register");
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}

type Claimed = Pick<EntryView, "minutes" | "minutesFrom" | "money" | "moneyFrom">;

/** What senders claim that a provision costs, with how many said so; nothing where nobody did. */
export function claimedWords(t: TFunction<"register">, lang: string, claimed: Claimed): string[] {
  const { minutes, minutesFrom, money, moneyFrom } = claimed;
  const hours = numberWords(String(Math.round(minutes / 60)), lang);
  return [
    ...(minutesFrom > 0 ? [t("hours", { count: minutesFrom, amount: hours })] : []),
    ...(moneyFrom > 0 ? [t("money", { count: moneyFrom, amount: numberWords(String(money), lang) })] : []),
  ];
}

/** One provision in a list: where it stands, how often it was reported and what it is said to cost. */
export function EntryCard({ entry, inDocument }: { entry: EntryView; inDocument?: boolean }) {
  const { t, i18n } = useTranslation("register");
  const claimed = claimedWords(t, i18n.language, entry);
  const whole = entry.place === entry.document;
  return (
    <li className="card">
      <h2 className="card__title">
        <a href={entry.href}>{inDocument || whole ? entry.place : `${entry.place}, ${entry.document}`}</a>
      </h2>
      {!inDocument && <p className="small">{entry.title}</p>}
      <p className="cluster">
        <EntryBadge state={entry.state} />
        <span>{t("reports", { count: entry.reports })}</span>
      </p>
      {claimed.length > 0 && (
        <p className="small">
          {t("claimed")} {claimed.join("; ")}
        </p>
      )}
      <p className="card__meta">
        <span>
          {t("newest")}: <Time value={entry.newestAt} />
        </span>
      </p>
    </li>
  );
}
