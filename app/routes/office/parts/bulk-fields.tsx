import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { Dl } from "../../../components/dl.tsx";
import { type Option, SelectField, TextArea } from "../../../components/field.tsx";
import type { BulkAct } from "../../../domain/bulk-acts.ts";
import { levels } from "../../../domain/case-kind.ts";
import { declineReasons } from "../../../domain/outcome.ts";
import { snoozeReasons } from "../../../domain/snooze.ts";
import { type FormState, useFormWords } from "./form-words.ts";

/** What the fields of acts on many cases offer. */
export interface BulkLists {
  readonly agencies: readonly Option[];
  readonly field: readonly Option[];
  readonly bottleneck: readonly Option[];
  readonly days: readonly { readonly day: string; readonly workingDays: number }[];
}

/** What an act on many cases asks for: once, for all of them. */
export function BulkFields({ act, lists, state }: { act: BulkAct; lists: BulkLists; state: FormState | null }) {
  const { t } = useTranslation(["attention", "domain", "furniture"]);
  const { t: furniture } = useTranslation("furniture");
  const { field } = useFormWords(act, state);
  const named = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  switch (act) {
    case "assign":
      return (
        <>
          <SelectField {...field("agencyId")} hint={undefined} options={lists.agencies} width="full" />
          <TextArea {...field("note")} rows={3} optional />
        </>
      );
    case "classify":
      return (
        <>
          <SelectField {...field("field")} options={lists.field} optional width="full" />
          <SelectField {...field("bottleneck")} options={lists.bottleneck} optional width="full" />
        </>
      );
    case "level":
      return <SelectField {...field("level")} options={named(levels, "attention:levels")} />;
    case "decline":
      return (
        <>
          <SelectField {...field("reasonCode")} options={named(declineReasons, "domain:decline")} width="full" />
          <TextArea {...field("reason")} rows={5} />
        </>
      );
    case "snooze":
      return (
        <>
          <SelectField
            {...field("until")}
            options={lists.days.map(({ day, workingDays }) => ({
              value: day,
              label: t("attention:day", { day: dateWords(day, "long", furniture), count: workingDays }),
            }))}
            width="full"
          />
          <SelectField {...field("reasonCode")} options={named(snoozeReasons, "attention:reason")} width="full" />
        </>
      );
    case "claim":
    case "approve-translation":
      return null;
  }
}

/** What was rehearsed, as text: it goes with the form and cannot be changed without going back. */
export function RehearsedFields({ act, lists, state }: { act: BulkAct; lists: BulkLists; state: FormState }) {
  const { t } = useTranslation(["attention", "domain", "bulk", "furniture"]);
  const { t: furniture } = useTranslation("furniture");
  const { field } = useFormWords(act, state);
  const typed = Object.entries(state.values).filter(([, value]) => value !== "");
  const optionOf = (options: readonly Option[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  const wordsOf = (name: string, value: string) => {
    if (name === "agencyId") return optionOf(lists.agencies, value);
    if (name === "field") return optionOf(lists.field, value);
    if (name === "bottleneck") return optionOf(lists.bottleneck, value);
    if (name === "until") return dateWords(value, "long", furniture);
    const level = name === "level" ? levels.find((known) => known === value) : undefined;
    if (level) return t(`attention:levels.${level}`);
    const declined = name === "reasonCode" ? declineReasons.find((known) => known === value) : undefined;
    if (declined && act === "decline") return t(`domain:decline.${declined}`);
    const snoozed = name === "reasonCode" ? snoozeReasons.find((known) => known === value) : undefined;
    return snoozed ? t(`attention:reason.${snoozed}`) : value;
  };
  return (
    <>
      {Object.entries(state.values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typed.length > 0 && (
        <Dl
          look="stacked"
          pairs={typed.map(([name, value]) => ({ label: field(name).label, value: wordsOf(name, value) }))}
        />
      )}
    </>
  );
}
