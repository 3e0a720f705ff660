/** Text size and contrast as page settings: buttons of a plain form, remembered by the server. */
import { useTranslation } from "react-i18next";

export interface DisplaySettingsProps {
  /** Where the form posts `textSize`, `contrast` and `back`. */
  action: string;
  /** The page to come back to. */
  back: string;
  textSize: "normal" | "large" | "larger";
  contrast: "normal" | "high";
}

export function DisplaySettings({ action, back, textSize, contrast }: DisplaySettingsProps) {
  const { t } = useTranslation("furniture");
  return (
    <form className="display" method="post" action={action} aria-label={t("display.label")}>
      <input type="hidden" name="back" value={back} />
      <p>
        <span>{t("display.size")}:</span>
        {(["normal", "large", "larger"] as const).map((size) => (
          <button key={size} type="submit" name="textSize" value={size} aria-pressed={size === textSize}>
            {t(`display.${size}`)}
          </button>
        ))}
      </p>
      <p>
        <span>{t("display.contrast")}:</span>
        {(["normal", "high"] as const).map((value) => (
          <button key={value} type="submit" name="contrast" value={value} aria-pressed={value === contrast}>
            {t(value === "high" ? "display.contrastHigh" : "display.contrastNormal")}
          </button>
        ))}
      </p>
    </form>
  );
}
