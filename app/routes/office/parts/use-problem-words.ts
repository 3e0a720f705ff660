import { useTranslation } from "react-i18next";

/** The words for why an act on a case was refused: those that its page has, after a refusal or beside a field. */
export function useProblemWords(): (problem: string) => string {
  const { t, i18n } = useTranslation(["office", "bulk"]);
  const first = (keys: readonly string[]) => keys.find((key) => i18n.exists(key));
  return (problem) => {
    const [field = "", rule = ""] = problem.split(".");
    if (problem === "not-found") return t("bulk:gone");
    if (rule === "") {
      const text = first([`office:refusal.${field}.text`]);
      return [t(`office:refusal.${field}.title`), text && t(text)].filter(Boolean).join(". ").replaceAll("..", ".");
    }
    const key =
      first([`office:errors.field.${field}.${rule}`, `office:errors.any.${rule}`]) ?? "office:errors.any.wrong";
    const label: string =
      first([`office:fields.any.${field}.label`, `office:fields.snooze.${field}.label`]) ?? "bulk:value";
    return t(key, { field: t(label) });
  };
}
