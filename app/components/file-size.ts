/** A size in the words of a language: `2,4 MB`, `640 KB`. */
export function fileSize(bytes: number, lang: string): string {
  const [amount, unit] = bytes < 1_048_576 ? [Math.max(1, bytes / 1024), "KB"] : [bytes / 1_048_576, "MB"];
  const digits = unit === "MB" && amount < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(amount)} ${unit}`;
}
