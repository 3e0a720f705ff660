import { useTranslation } from "react-i18next";
import type { TemplateShown } from "../../../http/template-page.ts";

/** Whether a template is offered; where a law has ended, which one and what took its place. */
export function TemplateState({ template }: { template: Pick<TemplateShown, "state" | "because"> }) {
  const { t } = useTranslation("templates");
  const { state, because } = template;
  const law = because?.law;
  return (
    <>
      {state === "in-force" ? t("state.in-force") : <strong>{t(`state.${state}`, { law })}</strong>}
      {because?.replacedBy && (
        <>
          <br />
          <span className="small">{t("replacedBy", { law: because.replacedBy })}</span>
        </>
      )}
    </>
  );
}
