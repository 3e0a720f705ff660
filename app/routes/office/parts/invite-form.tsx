import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { RadioGroup } from "../../../components/choice-field.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import { languages } from "../../../domain/case-kind.ts";
import { roles } from "../../../domain/actor.ts";
import type { NamedChoice } from "../../../http/case-page.ts";
import { type FormState, useFormWords } from "./form-words.ts";

/** A new account without a password; its owner sets one by the link. */
export function InviteForm({ agencies, state }: { agencies: readonly NamedChoice[]; state: FormState | null }) {
  const { t } = useTranslation(["office", "domain"]);
  const { field } = useFormWords("invite", state);
  const { defaultValue: lang = "vi", ...langWords } = field("lang");
  const { defaultValue: role, ...roleWords } = field("role");
  return (
    <form method="post" action="/office/people" noValidate>
      <input type="hidden" name="change" value="invite" />
      <TextField {...field("name")} autoComplete="off" spellCheck={false} />
      <TextField {...field("email")} type="email" autoComplete="off" spellCheck={false} />
      <RadioGroup
        {...roleWords}
        value={role}
        options={roles.map((name) => ({ value: name, label: t(`domain:role.${name}`), hint: t(`roleHint.${name}`) }))}
      />
      <SelectField {...field("agencyId")} options={agencies} width="full" />
      <RadioGroup
        {...langWords}
        value={lang}
        inline
        options={languages.map((name) => ({ value: name, label: t(`domain:language.${name}`) }))}
      />
      <Button>{t("people.inviteButton")}</Button>
    </form>
  );
}
