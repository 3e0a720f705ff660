import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { dateWords } from "../../../components/date-words.ts";
import { TextField } from "../../../components/field.tsx";
import { Time } from "../../../components/time.tsx";
import type { RuleEffect } from "../../../http/calendar-page.ts";
import type { CalendarPage } from "../calendar.tsx";
import { DaysTable } from "./calendar-year.tsx";
import { type FormState, useFormWords } from "./form-words.ts";

/** What is prepared for the next version, what it would change, and the way to put it in force. */
export function CalendarDraft({ page, state }: { page: CalendarPage; state: FormState | null }) {
  const { t } = useTranslation("clocks");
  const { field } = useFormWords("calendar-force", state);
  const version = page.current + 1;
  const title = t("calendar.draft", { version });
  return (
    <section className="box" aria-labelledby="calendar-draft">
      <h2 id="calendar-draft">{title}</h2>
      <p>{t("calendar.draftAbout")}</p>
      <DaysTable
        label={title}
        days={page.draft}
        drop={(day) => (
          <form method="post">
            <input type="hidden" name="_act" value="drop" />
            <input type="hidden" name="date" value={day.date} />
            <Button variant="secondary">
              {t("calendar.drop")} <span className="visually-hidden">{day.date}</span>
            </Button>
          </form>
        )}
      />
      <h3>{t("calendar.effect")}</h3>
      <Effects effects={page.effects} />
      <form method="post" noValidate className="column field">
        <input type="hidden" name="_act" value="force" />
        <input type="hidden" name="base" value={page.current} />
        <input type="hidden" name="days" value={page.draft.length} />
        <TextField {...field("reason")} />
        <p className="muted">{t("calendar.forceAbout", { version })}</p>
        <Button>{t("calendar.force")}</Button>
      </form>
      <form method="post">
        <input type="hidden" name="_act" value="drop" />
        <Button variant="danger">{t("calendar.discard")}</Button>
      </form>
    </section>
  );
}

function Effects({ effects }: { effects: readonly RuleEffect[] }) {
  const { t } = useTranslation("clocks");
  const { t: furniture } = useTranslation("furniture");
  if (effects.length === 0) return <p>{t("calendar.noEffect")}</p>;
  const day = (date: string) => dateWords(date, "short", furniture);
  return (
    <>
      <p className="muted">{t("calendar.effectAbout")}</p>
      <DataTable
        dense
        label={t("calendar.effect")}
        rows={effects}
        rowKey={(row) => row.rule}
        columns={[
          {
            key: "rule",
            header: t("calendar.rule"),
            rowHeader: true,
            cell: (row: RuleEffect) => t(`step.${row.rule}`),
          },
          {
            key: "filed",
            header: t("calendar.filed"),
            cell: (row) => (
              <>
                <Time value={row.first} /> – <Time value={row.last} />
                <br />
                <span className="small muted">{t("calendar.filedCount", { count: row.count })}</span>
              </>
            ),
          },
          {
            key: "example",
            header: t("calendar.example"),
            cell: (row) =>
              t("calendar.exampleText", { filed: day(row.first), before: day(row.before), after: day(row.after) }),
          },
        ]}
      />
    </>
  );
}
