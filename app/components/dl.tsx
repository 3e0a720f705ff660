/** Names and values, one pair to a row. */
import type { ReactNode } from "react";

export interface Pair {
  label: ReactNode;
  value: ReactNode;
  /** The language of the value where it is not the page's. */
  lang?: string;
}

/** Pairs whose value is empty (`null`, `undefined`, `""`, `false`) are left out. */
export function Dl({ pairs, look }: { pairs: readonly Pair[]; look?: "tight" | "stacked" }) {
  const shown = pairs.filter(({ value }) => value !== null && value !== undefined && value !== "" && value !== false);
  return (
    <dl className={look ? `dl dl--tight${look === "stacked" ? " dl--stacked" : ""}` : "dl"}>
      {shown.map(({ label, value, lang }, index) => (
        <div className="dl__row" key={index}>
          <dt>{label}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
