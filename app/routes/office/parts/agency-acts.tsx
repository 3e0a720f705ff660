import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import type { NamedChoice } from "../../../http/case-page.ts";
import { type FormState, useFormWords } from "./form-words.ts";

export interface AgencyActsProps {
  readonly agency: { id: number; code: string; version: number; nameVi: string; nameEn: string; abbreviation: string };
  /** What would go on elsewhere if it ended. */
  readonly burden: { readonly cases: number; readonly people: number; readonly units: number };
  readonly today: string;
  readonly others: readonly NamedChoice[];
  /** The communes of a province that have no agency yet; empty for every other agency. */
  readonly communes: readonly NamedChoice[];
  readonly state: FormState | null;
}

/** What happens to an agency over time: another name from a day on, its end with a successor, its communes. */
export function AgencyActs(props: AgencyActsProps) {
  const { t } = useTranslation("walls");
  const { state, communes } = props;
  return (
    <div className="moves">
      <Disclosure id="rename-agency" summary={t("agency.rename")} open={state?.form === "rename-agency"}>
        <Rename {...props} />
      </Disclosure>
      <Disclosure id="dissolve-agency" summary={t("agency.dissolve")} open={state?.form === "dissolve-agency"}>
        <Dissolve {...props} />
      </Disclosure>
      {communes.length > 0 && (
        <Disclosure id="open-commune" summary={t("agency.commune")} open={state?.form === "open-commune"}>
          <OpenCommune {...props} />
        </Disclosure>
      )}
    </div>
  );
}

function Rename({ agency, today, state }: AgencyActsProps) {
  const { t } = useTranslation("walls");
  const { field } = useFormWords("rename-agency", state);
  return (
    <form method="post" noValidate>
      <Hidden act="rename-agency" agency={agency} />
      <p className="muted">{t("agency.renameHint")}</p>
      <TextField {...field("nameVi", agency.nameVi)} lang="vi" />
      <TextField {...field("nameEn", agency.nameEn)} lang="en" />
      <TextField {...field("abbreviation", agency.abbreviation)} width="short" />
      <TextField {...field("from", today)} type="date" width="short" />
      <Button>{t("agency.rename")}</Button>
    </form>
  );
}

function Dissolve({ agency, burden, others, state }: AgencyActsProps) {
  const { t } = useTranslation("walls");
  const { field } = useFormWords("dissolve-agency", state);
  return (
    <form method="post" noValidate>
      <Hidden act="dissolve-agency" agency={agency} />
      <p className="muted">{t("agency.dissolveHint")}</p>
      <p>{t("agency.burden", { ...burden })}</p>
      <TextField {...field("lastDay")} type="date" width="short" />
      <SelectField {...field("successorId")} options={others} empty={t("agency.nobody")} width="full" />
      <TextField {...field("confirmCode")} width="short" autoComplete="off" spellCheck={false} />
      <Button variant="danger">{t("agency.dissolve")}</Button>
    </form>
  );
}

function OpenCommune({ agency, communes, state }: AgencyActsProps) {
  const { t } = useTranslation("walls");
  const { field } = useFormWords("open-commune", state);
  return (
    <form method="post" noValidate>
      <Hidden act="open-commune" agency={agency} />
      <SelectField {...field("communeCode")} options={communes} width="full" />
      <Button>{t("agency.commune")}</Button>
    </form>
  );
}

function Hidden({ act, agency }: { act: string; agency: AgencyActsProps["agency"] }) {
  return (
    <>
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="agencyId" value={agency.id} />
      <input type="hidden" name="version" value={agency.version} />
    </>
  );
}
