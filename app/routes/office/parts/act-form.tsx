import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import type { CaseworkName } from "../../../domain/casework-names.ts";
import type { CasePage } from "../../../http/case-page.ts";
import type { FormState } from "./form-words.ts";

export interface ActProps {
  readonly page: CasePage;
  /** The form that was not accepted, if one was. */
  readonly state: FormState | null;
}

/** One act on a case as a plain form: it says which act, and which version of the case its reader had before them. */
export function ActForm({
  act,
  page,
  look,
  children,
}: {
  act: CaseworkName;
  page: CasePage;
  look?: "primary" | "secondary" | "danger";
  children?: ReactNode;
}) {
  const { t } = useTranslation("office");
  return (
    <form method="post" noValidate>
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="version" value={page.version} />
      {children}
      <Button variant={look}>{t(`button.${act}`)}</Button>
    </form>
  );
}
