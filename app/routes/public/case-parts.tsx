import { useTranslation } from "react-i18next";
import { dateWords } from "../../components/date-words.ts";
import { DeskBars } from "../../components/desk-bars.tsx";
import { Dl, type Pair } from "../../components/dl.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { MaskedText } from "../../components/masked-text.tsx";
import { SegmentedText } from "./segmented-text.tsx";
import { StandingBadge } from "../../components/standing-badge.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { Steps } from "../../components/steps.tsx";
import { Timeline } from "../../components/timeline.tsx";
import type { IconName } from "../../components/icon.tsx";
import { lastDay } from "../../domain/deadlines.ts";
import type { MaskReasons } from "../../domain/mask.ts";
import type { Piece } from "../../domain/segment-state.ts";
import { type Outcome, outcomeFields } from "../../domain/outcome.ts";
import type { CaseWay } from "./case-model.ts";

/** Status and standing as badges, and the one sentence that says where the case is. */
export function CaseHeadline({ way, waitUntil }: { way: CaseWay; waitUntil?: Date | null }) {
  const { t } = useTranslation("public");
  const { t: furniture } = useTranslation("furniture");
  const date = dateWords(way.dueOn, "long", furniture);
  const ended = way.standing.kind === "done";
  const words = {
    agency: way.holder || t("case.someAgency"),
    date,
    reply: waitUntil ? dateWords(lastDay(waitUntil), "long", furniture) : date,
  };
  const key = way.status === "waiting" && waitUntil ? "waitingYou" : way.status;
  return (
    <>
      <p className="cluster">
        <StatusBadge status={way.status} />
        {!ended && <StandingBadge standing={way.standing} />}
      </p>
      <p className="lead">{t(`case.sentence.${key}`, words)}</p>
    </>
  );
}

/** The steps with their dates, the days at each desk, and every event. */
export function CaseWaySections({ way }: { way: CaseWay }) {
  const { t } = useTranslation("public");
  const { t: domain } = useTranslation("domain");
  return (
    <>
      <section>
        <h2>{t("case.stepsTitle")}</h2>
        <Steps
          label={t("case.stepsTitle")}
          steps={way.progress.map((step) => ({
            key: step.key,
            title: t(`case.step.${step.key}`),
            state: step.state,
            at: step.at,
            agency: step.agency || undefined,
          }))}
        />
      </section>
      <section>
        <h2>{t("case.deadlineTitle")}</h2>
        <DeadlinePairs way={way} />
        {way.desks.length > 0 && (
          <DeskBars
            desks={way.desks.map((desk) => ({
              ...desk,
              agency: desk.submitter ? t("case.deskSubmitter") : desk.agency,
            }))}
            allowed={way.allowed}
            total={way.total}
          />
        )}
      </section>
      <section>
        <h2>{t("case.timelineTitle")}</h2>
        <Timeline
          label={t("case.timelineTitle")}
          events={way.events.map((event, index) => ({
            id: String(index + 1),
            at: event.at,
            title: domain(`event.${event.told}`),
            actor: event.agency || undefined,
            icon: iconOf(event.type),
          }))}
        />
      </section>
    </>
  );
}

function DeadlinePairs({ way }: { way: CaseWay }) {
  const { t } = useTranslation("public");
  const { t: furniture } = useTranslation("furniture");
  const day = (value: Date | string) => capital(dateWords(value, "long", furniture));
  const moved = way.dueOn !== way.promisedOn;
  const pairs: Pair[] = [
    { label: t("case.receivedAt"), value: day(way.receivedAt) },
    { label: t("case.dueOn"), value: day(way.dueOn) },
    {
      label: t("case.promisedOn"),
      value: moved && `${day(way.promisedOn)}. ${t(way.extended ? "case.extended" : "case.moved")}`,
    },
    { label: t("case.basis"), value: way.basis },
  ];
  return <Dl pairs={pairs} />;
}

/** The outcome of an answer: its kind, and what that kind has to show. */
export function OutcomeDetails({
  outcome,
  lang,
  texts = {},
  masks = {},
}: {
  outcome: Outcome;
  lang: string;
  /** Its texts in the reader's language, by field; without them they stand as they are. */
  texts?: Readonly<Record<string, readonly Piece[]>>;
  /** Why each `[…]` of a field is there, in their order. */
  masks?: Readonly<Record<string, MaskReasons>>;
}) {
  const { t } = useTranslation("public");
  const { t: domain } = useTranslation("domain");
  const { t: furniture } = useTranslation("furniture");
  const values: Record<string, unknown> = { ...outcome };
  const shown = (field: string, value: string) => {
    const pieces = texts[field];
    if (pieces) return <SegmentedText pieces={pieces} lang={lang} masks={masks[field]} />;
    // A field without words, of which all may be masked.
    return masks[field] ? <MaskedText text={value} masks={masks[field]} /> : <LangText text={value} lang={lang} />;
  };
  const pairs = outcomeFields[outcome.kind].map((field) => {
    const value = String(values[field] ?? "");
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
    return {
      label: t(`outcome.${field}`),
      value: isDay ? capital(dateWords(value, "long", furniture)) : value && shown(field, value),
    };
  });
  return (
    <Dl pairs={[{ label: t("outcome.kind"), value: <strong>{domain(`outcome.${outcome.kind}`)}</strong> }, ...pairs]} />
  );
}

/** Words of a sentence as they stand alone: "thứ Hai" becomes "Thứ Hai". */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);
}

const icons: Record<string, IconName> = {
  submit: "inbox",
  ask: "chat",
  reply: "chat",
  assign: "arrow-right",
  accept: "pencil",
  refuse: "undo",
  approve: "check",
  answer: "clock",
  publish: "file",
  close: "check-circle",
  rate: "check-circle",
  merge: "merge",
  decline: "cross",
  withdraw: "undo",
};

function iconOf(type: string): IconName {
  return icons[type] ?? "dot";
}
