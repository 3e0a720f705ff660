/** "Step 2 of 4" above the heading of a form page. */
import { useTranslation } from "react-i18next";

export function StepCounter({ step, of }: { step: number; of: number }) {
  const { t } = useTranslation("furniture");
  return <p className="muted step-counter">{t("form.step", { step, of })}</p>;
}
