/** How a case stands against its deadline, in words with the working days left or over. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Standing } from "../domain/deadlines.ts";
import { Icon, type IconName } from "./icon.tsx";

const looks: Record<Standing["kind"], { icon: IconName; tone: string }> = {
  fine: { icon: "clock", tone: "fine" },
  soon: { icon: "clock", tone: "soon" },
  late: { icon: "alert", tone: "late" },
  paused: { icon: "pause", tone: "quiet" },
  done: { icon: "check", tone: "quiet" },
};

/** `word` replaces the standard words, as for an answer given in time or late. */
export function StandingBadge({ standing, word }: { standing: Standing; word?: string }) {
  const { t } = useTranslation("furniture");
  const { icon, tone } = looks[standing.kind];
  return (
    <span className={`badge badge--${tone}`}>
      <Icon name={icon} />
      {word ?? standingWords(standing, t)}
    </span>
  );
}

/** "còn 10 ngày làm việc"; `t` must know the namespace `furniture`. */
export function standingWords(standing: Standing, t: TFunction<"furniture">): string {
  switch (standing.kind) {
    case "late":
      // Over the weekend after its last day a case is late by no working day yet.
      return standing.daysLate === 0 ? t("standing.lateNow") : t("standing.late", { count: standing.daysLate });
    case "soon":
    case "fine":
      return standing.daysLeft <= 0
        ? t("standing.today")
        : t(`standing.${standing.kind}`, { count: standing.daysLeft });
    case "paused":
      return t("standing.paused");
    case "done":
      return t("standing.closed");
  }
}
