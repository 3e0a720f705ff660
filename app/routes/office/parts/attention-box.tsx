import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField } from "../../../components/field.tsx";
import { SummaryList } from "../../../components/summary-list.tsx";
import { dateWords } from "../../../components/date-words.ts";
import { Time } from "../../../components/time.tsx";
import { type Level, levels } from "../../../domain/case-kind.ts";
import type { CaseworkName } from "../../../domain/casework-names.ts";
import { snoozeReasons } from "../../../domain/snooze.ts";
import type { ActProps } from "./act-form.tsx";
import { Folded } from "./folded.tsx";
import { Suggested } from "./suggestions.tsx";
import { useFormWords } from "./form-words.ts";

/** The acts by which a desk orders its work; they have a place of their own beside what is decided. */
export const attentionActs: readonly CaseworkName[] = [
  "claim",
  "unclaim",
  "give",
  "snooze",
  "wake",
  "heed",
  "level",
  "watch",
];

/** Who has a case, until when it rests, and who watches it; with the acts for that, as plain forms. */
export function AttentionBox({ page, state }: ActProps) {
  const { t } = useTranslation(["attention", "office"]);
  const { owner, level, snoozedUntil, heardAt, watching } = page.attention;
  const can = (act: CaseworkName) => page.acts.includes(act);
  const quick = (["heed", "wake", "claim", "unclaim"] as const).filter(can);
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">{t("title")}</h2>
      <SummaryList
        answers={[
          { label: t("owner"), value: owner ? <bdi>{owner}</bdi> : t("nobody") },
          { label: t("level"), value: t(`levels.${level}`) },
          ...(snoozedUntil ? [{ label: t("snoozed"), value: <Time value={snoozedUntil} /> }] : []),
          ...(heardAt ? [{ label: t("heard"), value: <Time value={heardAt} /> }] : []),
        ]}
      />
      <div className="cluster attention-acts">
        {quick.map((act) => (
          <PlainForm key={act} act={act} page={page}>
            <Button variant="secondary">{t(`office:button.${act}`)}</Button>
          </PlainForm>
        ))}
        {can("watch") && (
          <PlainForm act="watch" page={page}>
            <input type="hidden" name="watching" value={watching ? "no" : "yes"} />
            <Button variant="secondary">{t(watching ? "unwatch" : "watch")}</Button>
          </PlainForm>
        )}
      </div>
      {(can("give") || can("snooze") || can("level")) && (
        <div className="moves">
          {can("give") && <Give page={page} state={state} />}
          {can("snooze") && <Snooze page={page} state={state} />}
          {can("level") && <SetLevel page={page} state={state} />}
        </div>
      )}
    </section>
  );
}

function PlainForm({ act, page, children }: { act: CaseworkName; page: ActProps["page"]; children: ReactNode }) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="version" value={page.version} />
      {children}
    </form>
  );
}

function Give({ page, state }: ActProps) {
  const { t } = useTranslation(["attention", "office"]);
  const { field } = useFormWords("give", state);
  const words = useWithAbsence();
  return (
    <Folded id="act-give" summary={t("office:act.give")} open={state?.form === "give"}>
      <p className="muted">{t("office:hint.give")}</p>
      <PlainForm act="give" page={page}>
        <SelectField
          {...field("staffId")}
          options={page.attention.takers.map((one) => ({ value: one.value, label: words(one) }))}
          width="full"
        />
        <Button>{t("office:button.give")}</Button>
      </PlainForm>
    </Folded>
  );
}

function Snooze({ page, state }: ActProps) {
  const { t } = useTranslation(["attention", "office"]);
  const { t: furniture } = useTranslation("furniture");
  const { field } = useFormWords("snooze", state);
  return (
    <Folded id="act-snooze" summary={t("office:act.snooze")} open={state?.form === "snooze"}>
      <p className="muted">{t("office:hint.snooze")}</p>
      <PlainForm act="snooze" page={page}>
        <SelectField
          {...field("until")}
          options={page.attention.days.map(({ day, workingDays }) => ({
            value: day,
            label: t("day", { day: dateWords(day, "long", furniture), count: workingDays }),
          }))}
          width="full"
        />
        <SelectField
          {...field("reasonCode")}
          options={snoozeReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          width="full"
        />
        <Button>{t("office:button.snooze")}</Button>
      </PlainForm>
    </Folded>
  );
}

function SetLevel({ page, state }: ActProps) {
  const { t } = useTranslation(["attention", "office"]);
  const { field } = useFormWords("level", state);
  const others: readonly Level[] = levels.filter((level) => level !== page.attention.level);
  const likely = (page.suggestions?.level ?? []).filter(({ value }) => value !== page.attention.level);
  return (
    <Folded id="act-level" summary={t("office:act.level")} open={state?.form === "level" || likely.length > 0}>
      <p className="muted">{t("office:hint.level")}</p>
      <PlainForm act="level" page={page}>
        <Suggested choices={likely} name="level" act="level" />
        <SelectField
          {...field("level")}
          options={others.map((value) => ({ value, label: t(`levels.${value}`) }))}
          width="full"
        />
        <Button>{t("office:button.level")}</Button>
      </PlainForm>
    </Folded>
  );
}

/** Whom a note tells of itself, beside those who are named in it. */
export function MentionField({ page, state }: ActProps) {
  const { t } = useTranslation("attention");
  const { field } = useFormWords("note", state);
  const words = useWithAbsence();
  const { mentions } = page.attention;
  if (mentions.length === 0) return null;
  const group = (isUnit: boolean) =>
    mentions.filter((one) => one.isUnit === isUnit).map((one) => ({ value: one.key, label: words(one) }));
  return (
    <SelectField
      {...field("mention")}
      optional
      width="full"
      groups={[
        { label: t("people"), options: group(false) },
        { label: t("units"), options: group(true) },
      ].filter(({ options }) => options.length > 0)}
    />
  );
}

type Listed = Pick<ActProps["page"]["attention"]["mentions"][number], "name" | "away">;

/** A name in a list, with who stands in while that person is away. */
function useWithAbsence(): (one: Listed) => string {
  const { t } = useTranslation("absences");
  const { t: furniture } = useTranslation("furniture");
  return ({ name, away }) =>
    away === null
      ? name
      : t("onList", { name, substitute: away.substitute, until: dateWords(away.until, "short", furniture) });
}
