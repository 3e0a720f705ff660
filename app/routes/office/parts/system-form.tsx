import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Checkbox, RadioGroup } from "../../../components/choice-field.tsx";
import { TextField } from "../../../components/field.tsx";
import { caseNews, systemKinds } from "../../../domain/webhook.ts";
import { type FormState, useFormWords } from "./form-words.ts";

interface System {
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** A system to be connected, or the name, address and events of one that is. */
export function SystemForm({ system, state }: { system: System | null; state: FormState | null }) {
  const { t } = useTranslation("systems");
  const { field, values } = useFormWords("system", state);
  const typed = Object.keys(values).length > 0;
  const { defaultValue: kind = "public", ...kindWords } = field("kind");
  return (
    <form method="post" noValidate>
      <input type="hidden" name="change" value={system ? "edit" : "connect"} />
      {system && <input type="hidden" name="version" value={system.version} />}
      <TextField {...field("name", system?.name)} autoComplete="off" />
      <TextField {...field("url", system?.url)} type="url" inputMode="url" autoComplete="off" spellCheck={false} />
      {!system && (
        <RadioGroup
          {...kindWords}
          value={kind}
          options={systemKinds.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`kindHint.${value}`) }))}
        />
      )}
      <fieldset className="field">
        <legend className="strong">{t("news.title")}</legend>
        {caseNews.map((event) => {
          const name = `events.${event.replace(".", "-")}`;
          const checked = typed ? values[name] === "yes" : (system?.events.includes(event) ?? true);
          return (
            <Checkbox
              key={event}
              name={name}
              id={`system-${event.replace(".", "-")}`}
              label={t(`event.${event}`)}
              checked={checked}
            />
          );
        })}
      </fieldset>
      <Button>{t(system ? "save" : "connect")}</Button>
    </form>
  );
}
