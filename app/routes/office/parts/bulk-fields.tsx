import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
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
