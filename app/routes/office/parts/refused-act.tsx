import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { Dl } from "../../../components/dl.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { CaseAct } from "../../../domain/acts.ts";
import type { RefusalCode } from "../../../domain/refusal.ts";
import type { CasePage, HistoryEntry } from "../../../http/case-page.ts";
import type { FormState } from "./form-words.ts";

/**
 * Why an act was not done: on one side what has changed since its writer opened
 * the case, on the other what they typed. That stays in its form too, where the
 * act is still possible.
 */
export function RefusedAct({
  page,
  state,
  refusal,
}: {
  page: CasePage;
  state: FormState;
  refusal: RefusalCode | "unavailable";
}) {
  const { t } = useTranslation(["office", "console"]);
  const possible = page.acts.includes(state.form as CaseAct);
  const words = refusal === "stale" && !possible ? "wrong-state" : refusal;
  const changed = refusal === "stale" || refusal === "wrong-state";
  return (
    <Notice tone="warning" title={t(`refusal.${words}.title`)} live>
      <p>{t(`refusal.${words}.text`)}</p>
      {changed && (
        <div className="versions">
          <Changes page={page} state={state} />
          <Typed page={page} state={state} />
        </div>
      )}
    </Notice>
  );
}

/** The events that came after the version which the writer had, and the state of what the form is about. */
function Changes({ page, state }: { page: CasePage; state: FormState }) {
  const { t } = useTranslation("console");
  const since = page.history.filter((event) => Number(event.id) > (state.version ?? 0));
  const events = since.length > 0 ? since : page.history.slice(-1);
  const now = {
    title: state.form === "classify" ? page.title : null,
    agency: state.form === "assign" || state.form === "refuse" ? page.agency || null : null,
    answer: state.form === "answer" ? (page.answer?.body ?? null) : null,
  };
  return (
    <section>
      <p className="strong">{t("versions.theirs")}</p>
      <ul>
        {events.map((event) => (
          <li key={event.id}>
            <Change event={event} />
          </li>
        ))}
      </ul>
      <Dl
        look="stacked"
        pairs={Object.entries(now).flatMap(([name, value]) =>
          value === null ? [] : [{ label: t(`versions.${name}`), value }],
        )}
      />
    </section>
  );
}

function Change({ event }: { event: HistoryEntry }) {
  const { t } = useTranslation(["office", "domain", "console"]);
  const { t: furniture } = useTranslation("furniture");
  return (
    <>
      {t("console:versions.event", {
        event: t(`domain:event.${event.type}`),
        by: event.person || t(`history.${event.by}`),
        time: dateWords(event.at, "time", furniture),
      })}
      {event.toAgency && `: ${event.toAgency}`}
      {event.text && <span className="mail-text"> {event.text.body}</span>}
    </>
  );
}

function Typed({ page, state }: { page: CasePage; state: FormState }) {
  const { t } = useTranslation(["office", "console", "domain"]);
  const agencies = page.agencies.flatMap(({ options }) => options);
  const typed = Object.entries(state.values).filter(([name, value]) => value !== "" && !name.startsWith("_"));
  const shown = (name: string, value: string) => {
    if (name === "agencyId") return agencies.find((agency) => agency.value === value)?.label ?? value;
    return name === "reasonCode" ? t([`domain:decline.${value}`, value]) : value;
  };
  return (
    <section>
      <p className="strong">{t("console:versions.yours")}</p>
      {typed.length === 0 && <p>{t("console:versions.nothing")}</p>}
      <Dl
        look="stacked"
        pairs={typed.map(([name, value]) => ({
          label: t([`fields.${state.form}.${name}.label`, `fields.any.${name.replace(/^.*\./, "")}.label`]),
          value: shown(name, value),
        }))}
      />
    </section>
  );
}
