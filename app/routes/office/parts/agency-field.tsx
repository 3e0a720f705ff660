import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../../components/field.tsx";
import type { ChoiceGroup } from "../../../http/case-page.ts";
import { AgencyCombobox } from "./agency-combobox.tsx";
import type { FieldWords } from "./form-words.ts";

/** An agency to choose: a plain list, replaced by a search that understands unaccented typing once scripts run. */
export function AgencyField({
  groups,
  typed,
  ...words
}: FieldWords & { groups: readonly ChoiceGroup[]; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("office");
  const enhanced = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const chosen = groups.flatMap((group) => group.options).find((option) => option.value === typed[words.name]);
  if (enhanced) return <AgencyCombobox words={words} chosen={chosen ?? null} />;
  return (
    <SelectField
      {...words}
      hint={undefined}
      width="full"
      groups={groups.map(({ kind, options }) => ({ label: t(`agencyKind.${kind}`), options }))}
    />
  );
}

/** Scripts either run or they do not: nothing ever changes afterwards. */
const never = () => () => {};
