import { useTranslation } from "react-i18next";
import { RadioGroup } from "../../../components/choice-field.tsx";
import { SelectField, TextArea, TextField } from "../../../components/field.tsx";
import type { CaseworkName } from "../../../domain/casework-names.ts";
import type { ActProps } from "./act-form.tsx";
import { AgencyField } from "./agency-field.tsx";
import { useFormWords } from "./form-words.ts";

/** The fields of the acts on conflicts and units; nothing for every other act. */
export function WallFields({ act, page, state }: ActProps & { act: CaseworkName }) {
  const { t } = useTranslation("walls");
  const { field } = useFormWords(act, state);
  const { wall } = page;
  const { defaultValue: signed, ...signing } = field("unitApproves");
  switch (act) {
    case "delegate":
      return (
        <>
          <SelectField {...field("unitId")} options={wall.units} width="full" />
          <TextField {...field("dueOn")} type="date" min={wall.today} max={wall.lastDay} width="short" optional />
          <RadioGroup
            {...signing}
            value={signed ?? "no"}
            options={(["no", "yes"] as const).map((value) => ({ value, label: t(`signs.${value}`) }))}
          />
          <TextArea {...field("note")} rows={3} optional />
        </>
      );
    case "hand-back":
      return <TextArea {...field("reason")} rows={3} />;
    case "declare-conflict":
      return <TextArea {...field("reason")} rows={3} optional />;
    case "name-conflict":
      return (
        <>
          <AgencyField {...field("agencyId")} typed={state?.form === act ? state.values : {}} groups={page.agencies} />
          <TextField {...field("person")} type="email" autoComplete="off" spellCheck={false} />
          <TextArea {...field("reason")} rows={3} />
        </>
      );
    case "lift-conflict":
      return (
        <>
          <SelectField
            {...field("conflictId")}
            width="full"
            options={wall.conflicts
              .filter(({ liftedAt }) => liftedAt === null)
              .map(({ id, who }) => ({ value: String(id), label: who }))}
          />
          <TextArea {...field("reason")} rows={3} />
        </>
      );
    default:
      return null;
  }
}
