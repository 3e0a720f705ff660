/** One published case in a list: what was asked, of whom, where, and how it ended. Goes inside `<CardList>`. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Kind } from "../domain/case-kind.ts";
import type { Status } from "../domain/case-status.ts";
import type { OutcomeKind } from "../domain/outcome.ts";
import { CodeText } from "./code-text.tsx";
import type { DateValue } from "./date-words.ts";
import { OutcomeBadge, StatusBadge } from "./status-badge.tsx";
import { Time } from "./time.tsx";
import { UntranslatedMark } from "./untranslated.tsx";

export interface CaseCardProps {
  href: string;
  code: string;
  title: ReactNode;
  /** The language the title is written in. */
  titleLang?: string;
  kind: Kind;
  status: Status;
  /** How it ended, which then stands in place of the status. */
  outcome?: OutcomeKind;
  agency?: ReactNode;
  place?: ReactNode;
  at: DateValue;
  excerpt?: ReactNode;
  excerptLang?: string;
  badge?: ReactNode;
  /** What can be done with it, below everything else. */
  actions?: ReactNode;
  headingLevel?: 2 | 3;
}

export function CardList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="cards" aria-label={label}>
      {children}
    </ol>
  );
}

export function CaseCard(props: CaseCardProps) {
  const { t, i18n } = useTranslation("domain");
  const Heading = `h${props.headingLevel ?? 2}` as const;
  return (
    <li className="card">
      <Heading className="card__title">
        <a href={props.href} lang={props.titleLang}>
          {props.title}
        </a>
      </Heading>
      {props.titleLang && props.titleLang !== i18n.language && (
        <p className="small">
          <UntranslatedMark />
        </p>
      )}
      {props.excerpt && <p lang={props.excerptLang}>{props.excerpt}</p>}
      <p className="cluster">
        {props.outcome ? <OutcomeBadge outcome={props.outcome} /> : <StatusBadge status={props.status} />}
        {props.badge}
      </p>
      <p className="card__meta">
        <span>{t(`kind.${props.kind}`)}</span>
        {props.agency && <span>{props.agency}</span>}
        {props.place && <span>{props.place}</span>}
        <Time value={props.at} />
        <CodeText>{props.code}</CodeText>
      </p>
      {props.actions && <p>{props.actions}</p>}
    </li>
  );
}
