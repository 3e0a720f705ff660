const formats = new Map<string, Intl.NumberFormat>();

/** So many in a hundred, in a language: `40%`. The words in `locales/` write it as `{{share, percent}}`. */
export function percentWords(percent: number, lang: string): string {
  const format = formats.get(lang) ?? new Intl.NumberFormat(lang, { style: "percent" });
  formats.set(lang, format);
  return format.format(percent / 100);
}
