/** A date or a moment in the reader's language, with the exact value for machines. */
import { useTranslation } from "react-i18next";
import { type DateStyle, type DateValue, dateWords, machineDate } from "./date-words.ts";

export function Time({ value, format = "short" }: { value: DateValue; format?: DateStyle }) {
  const { t } = useTranslation("furniture");
  return <time dateTime={machineDate(value)}>{dateWords(value, format, t)}</time>;
}
