/** The state of a case as a word with an icon; colour only repeats it. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Status } from "../domain/case-status.ts";
import type { OutcomeKind } from "../domain/outcome.ts";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "info" | "fine" | "soon" | "quiet";

const looks: Record<Status, { icon: IconName; tone: Tone }> = {
  submitted: { icon: "inbox", tone: "info" },
  waiting: { icon: "pause", tone: "soon" },
  assigned: { icon: "arrow-right", tone: "info" },
  in_progress: { icon: "pencil", tone: "info" },
  awaiting_approval: { icon: "clock", tone: "info" },
  answered: { icon: "check", tone: "fine" },
  disputed: { icon: "chat", tone: "soon" },
  closed: { icon: "check-circle", tone: "fine" },
  declined: { icon: "cross", tone: "quiet" },
  withdrawn: { icon: "undo", tone: "quiet" },
  merged: { icon: "merge", tone: "quiet" },
};

const outcomeLooks: Record<OutcomeKind, { icon: IconName; tone: Tone }> = {
  solved: { icon: "check-circle", tone: "fine" },
  explained: { icon: "check", tone: "info" },
  not_accepted: { icon: "cross", tone: "quiet" },
  referred: { icon: "arrow-right", tone: "info" },
  commitment: { icon: "clock", tone: "soon" },
};

/** The word is `domain:status.*` unless given. */
export function StatusBadge({ status, word }: { status: Status; word?: string }) {
  const { t } = useTranslation("domain");
  return <Badge {...looks[status]}>{word ?? t(`status.${status}`)}</Badge>;
}

/** How an answered case ended: a refusal never looks like a success. */
export function OutcomeBadge({ outcome }: { outcome: OutcomeKind }) {
  const { t } = useTranslation("domain");
  return <Badge {...outcomeLooks[outcome]}>{t(`outcome.${outcome}`)}</Badge>;
}

/** A word with an icon, in a tone that only repeats it. */
export function Badge({ icon, tone, children }: { icon: IconName; tone: Tone; children: ReactNode }) {
  return (
    <span className={`badge badge--${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
