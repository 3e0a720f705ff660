import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import { stepNumbers, tellings } from "../../../domain/warning-plan.ts";
import type { ClockRulesPage } from "../../../http/clock-rules-page.ts";
import { AgencyField } from "./agency-field.tsx";
import { type FieldWords, type FormState, useFormWords } from "./form-words.ts";

interface FormProps {
  readonly page: ClockRulesPage;
  readonly state: FormState | null;
}

/** How many extensions one agency, or every other one, may sign from a day on. */
export function BudgetForm({ page, state }: FormProps) {
  const { t } = useTranslation("extensions");
  const { field } = useFormWords("budget", state);
  const agency = field("agencyId");
  return (
    <form method="post" noValidate>
      <Hidden act="budget" page={page} />
      <p className="muted">{agency.hint}</p>
      <AgencyField {...agency} typed={state?.form === "budget" ? state.values : {}} groups={page.agencies} />
      <TextField {...field("perYear")} inputMode="numeric" autoComplete="off" width="short" />
      <TextField {...field("perCase")} inputMode="numeric" autoComplete="off" width="short" />
      <Dated field={field} page={page} />
      <Button>{t("clock.save")}</Button>
    </form>
  );
}

/** The steps of the warnings, each with its day and whom it tells; as they are in force until something is typed. */
export function WarningsForm({ page, state }: FormProps) {
  const { t } = useTranslation("extensions");
  const { field } = useFormWords("warnings", state);
  const now = page.warnings.find(({ standing }) => standing !== "ended")?.steps ?? [];
  const options = tellings.map((value) => ({ value, label: t(`clock.tells.${value}`) }));
  return (
    <form method="post" noValidate>
      <Hidden act="warnings" page={page} />
      <p className="muted">{t("clock.dayHint")}</p>
      {stepNumbers.map((place) => {
        const known = now[place - 1];
        const { defaultValue: tells, ...words } = field(`tells.t${place}`, known?.tells);
        const days = field(`days.d${place}`, known && String(known.afterDays));
        return (
          <div key={place}>
            <TextField {...days} autoComplete="off" width="short" />
            <SelectField {...words} defaultValue={tells} options={options} width="full" />
          </div>
        );
      })}
      <Dated field={field} page={page} />
      <Button>{t("clock.save")}</Button>
    </form>
  );
}

function Hidden({ act, page }: { act: "budget" | "warnings"; page: ClockRulesPage }) {
  return (
    <>
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="version" value={page.version} />
    </>
  );
}

function Dated({ field, page }: { field: (name: string, stored?: string | null) => FieldWords; page: ClockRulesPage }) {
  return (
    <>
      <TextField {...field("from", page.tomorrow)} type="date" width="short" />
      <TextField {...field("basisVi")} lang="vi" />
      <TextField {...field("basisEn")} lang="en" />
    </>
  );
}
