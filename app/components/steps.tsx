/** Where a case is on its way: the public steps with date, agency and the working days at each desk. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DateValue } from "./date-words.ts";
import { Icon } from "./icon.tsx";
import { Time } from "./time.tsx";

export interface Step {
  key: string;
  title: ReactNode;
  state: "done" | "current" | "todo";
  at?: DateValue | null;
  agency?: ReactNode;
  /** Working days at this desk, so far when the step is current. */
  days?: number;
  note?: ReactNode;
}

export function Steps({ steps, label }: { steps: readonly Step[]; label?: string }) {
  const { t } = useTranslation("furniture");
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ key, title, state, at, agency, days, note }) => (
        <li className={`step step--${state}`} key={key} aria-current={state === "current" ? "step" : undefined}>
          <span className="step__mark">{state !== "todo" && <Icon name={state === "done" ? "check" : "dot"} />}</span>
          <p className="step__title">
            {title}
            <span className="visually-hidden"> ({t(`steps.${state}`)})</span>
          </p>
          {agency && <p>{agency}</p>}
          {(at || days !== undefined) && (
            <p className="event__meta">
              {at && <Time value={at} format="long" />}
              {at && days !== undefined && " · "}
              {days !== undefined && t(state === "current" ? "steps.daysSoFar" : "steps.days", { count: days })}
            </p>
          )}
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
