/** What happened to a case, newest last: each event with its time, who did it, who sees it, and what was said. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DateValue } from "./date-words.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Time } from "./time.tsx";

export interface TimelineEvent {
  id: string;
  at: DateValue;
  title: ReactNode;
  /** The person's name or unit and agency as they were. */
  actor?: ReactNode;
  icon?: IconName;
  /** Shown in words on office pages; public pages leave it out. */
  audience?: "public" | "submitter" | "internal" | "system";
  body?: ReactNode;
}

export function Timeline({
  events,
  label,
  headingLevel = 3,
}: {
  events: readonly TimelineEvent[];
  label?: string;
  headingLevel?: 2 | 3 | 4;
}) {
  const { t } = useTranslation("furniture");
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="timeline" aria-label={label}>
      {events.map(({ id, at, title, actor, icon = "dot", audience, body }) => (
        <li className={audience ? `event event--${audience}` : "event"} id={`event-${id}`} key={id}>
          <span className="event__mark">
            <Icon name={audience === "internal" ? "lock" : icon} />
          </span>
          <Heading className="event__title">{title}</Heading>
          <p className="event__meta">
            <Time value={at} format="time" />
            {actor && <> · {actor}</>}
            {audience && <> · {t(`timeline.${audience}`)}</>}
          </p>
          {body && <div className="event__body">{body}</div>}
        </li>
      ))}
    </ol>
  );
}
