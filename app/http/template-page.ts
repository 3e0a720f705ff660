import { spellSymbol } from "../domain/legal-names.ts";
import { fillTemplate, sampleValues } from "../domain/templates.ts";
import type { TemplateFound } from "../../db/templates.ts";

/** A template as its pages show it. */
export function templateShown({ row, laws, standing }: TemplateFound) {
  return {
    id: row.id,
    purpose: row.purpose,
    shared: row.agencyId === null,
    title: row.title,
    bodyVi: row.bodyVi,
    bodyEn: row.bodyEn,
    kinds: row.kinds,
    fields: row.fields,
    agencies: row.agencies.map(String),
    validTo: row.validTo,
    version: row.version,
    laws: laws.map(({ key, titleVi, titleEn, number, year, symbol, validTo }) => ({
      key,
      titleVi,
      titleEn,
      number: documentNumberOf({ number, year, symbol }),
      validTo,
    })),
    state: standing.state,
    /** The document that is not in force, and what took its place. */
    because:
      "law" in standing
        ? { law: printed(standing.law.key), replacedBy: standing.law.replacedBy && printed(standing.law.replacedBy) }
        : null,
  };
}
export type TemplateShown = ReturnType<typeof templateShown>;

/** A document's number as it is printed, from its key: `13/2023/nd-cp` is `13/2023/NĐ-CP`. */
function printed(key: string): string {
  const parts = key.split("/");
  const symbol = parts.at(-1) ?? "";
  return [...parts.slice(0, -1), spellSymbol(symbol, symbol)].join("/");
}

function documentNumberOf({ number, year, symbol }: { number: string; year: number | null; symbol: string | null }) {
  if (symbol?.endsWith("/TW")) return `${number}-${symbol}`;
  return [number, year, symbol].filter((part) => part !== null).join("/");
}

/** How a template reads with invented values. */
export const samplesOf = ({ bodyVi, bodyEn }: { bodyVi: string; bodyEn: string }) => ({
  vi: fillTemplate(bodyVi, sampleValues.vi),
  en: fillTemplate(bodyEn, sampleValues.en),
});
