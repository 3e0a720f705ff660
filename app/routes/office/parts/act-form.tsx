import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import type { CaseworkName } from "../../../domain/casework-names.ts";
import { previewedActs } from "../../../domain/previewed-acts.ts";
import type { CasePage } from "../../../http/case-page.ts";
import { useLivePreview } from "../console/use-preview.ts";
import type { FormState } from "./form-words.ts";
import { Leaving } from "./leaving.tsx";

export interface ActProps {
  readonly page: CasePage;
  /** The form that was not accepted, or was only tried, if one was. */
  readonly state: FormState | null;
}

/**
 * One act on a case as a plain form: it says which act, and which version of
 * the case its reader had before them. What the act sends can be seen before:
 * by a button, and while somebody types where scripts run.
 */
export function ActForm({
  act,
  page,
  look,
  state = null,
  children,
}: {
  act: CaseworkName;
  page: CasePage;
  look?: "primary" | "secondary" | "danger";
  state?: FormState | null;
  children?: ReactNode;
}) {
  const { t } = useTranslation(["office", "console"]);
  const form = useRef<HTMLFormElement>(null);
  const { result } = useLivePreview(form, page.code, false);
  const previewed = previewedActs.includes(act);
  const tried = state?.form === act ? (state.preview ?? null) : null;
  const preview = result?.ok ? result.preview : tried;
  return (
    <form method="post" noValidate ref={form}>
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="version" value={page.version} />
      {children}
      <div className="cluster">
        <Button variant={look}>{t(`button.${act}`)}</Button>
        {previewed && (
          <Button variant="quiet" name="_preview" value="1">
            {t("console:leaving.show")}
          </Button>
        )}
      </div>
      {previewed && preview && <Leaving preview={preview} />}
    </form>
  );
}
