/** The state of a case as a word with an icon; colour only repeats it. */
import { useTranslation } from "react-i18next";
import type { Status } from "../domain/case-status.ts";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "info" | "fine" | "soon" | "quiet";

const looks: Record<Status, { icon: IconName; tone: Tone }> = {
  submitted: { icon: "inbox", tone: "info" },
  waiting: { icon: "pause", tone: "soon" },
  assigned: { icon: "arrow-right", tone: "info" },
  in_progress: { icon: "pencil", tone: "info" },
  awaiting_approval: { icon: "clock", tone: "info" },
  answered: { icon: "check", tone: "fine" },
  closed: { icon: "check-circle", tone: "fine" },
  declined: { icon: "cross", tone: "quiet" },
  withdrawn: { icon: "undo", tone: "quiet" },
  merged: { icon: "merge", tone: "quiet" },
};

export function statusIcon(status: Status): IconName {
  return looks[status].icon;
}

/** The word is `domain:status.*` unless given. */
export function StatusBadge({ status, word }: { status: Status; word?: string }) {
  const { t } = useTranslation("domain");
  const { icon, tone } = looks[status];
  return (
    <span className={`badge badge--${tone}`}>
      <Icon name={icon} />
      {word ?? t(`status.${status}`)}
    </span>
  );
}
