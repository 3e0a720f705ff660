const SEPARATED = /^([+-]?)(\d[\d.,]*)$/;

/**
 * A plain number as people write it in Vietnamese or English (`1.234,5`,
 * `1,234.5`, `12,5`, `- 3`), as canonical digits with a point (`1234.5`); null
 * when it is none. A single separator before exactly three digits groups
 * thousands, unless nothing but zero stands before it. What it gives reads as
 * itself again.
 */
export function readQuantity(typed: string): string | null {
  const plain = typed.normalize("NFKC").replace(/\s/g, "").replace(/[−–]/g, "-");
  const [, sign = "", digits = ""] = SEPARATED.exec(plain) ?? [];
  if (digits === "" || /[.,]$|[.,]{2}/.test(digits)) return null;
  const [whole, part] = split(digits);
  if (whole === null || whole.length > 15 || part.length > 6) return null;
  const clean = whole.replace(/^0+(?=\d)/, "");
  const fraction = part.replace(/0+$/, "");
  // Three decimals after more than a zero would read as thousands the next time.
  const full = fraction.length === 3 && clean !== "0" ? `${fraction}0` : fraction;
  const value = full === "" ? clean : `${clean}.${full}`;
  return sign === "-" && Number(value) !== 0 ? `-${value}` : value;
}

/** Whole part and fraction; the whole is null when the separators make no sense. */
function split(digits: string): [string | null, string] {
  const mark = decimalMark(digits);
  const at = mark === null ? -1 : digits.lastIndexOf(mark);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const grouped = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(whole);
  return [grouped || /^\d+$/.test(whole) ? whole.replace(/[.,]/g, "") : null, at < 0 ? "" : digits.slice(at + 1)];
}

function decimalMark(digits: string): "." | "," | null {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return null;
  const mark = digits[last] === "." ? "." : ",";
  const other = mark === "." ? "," : ".";
  if (digits.includes(other)) return mark;
  const once = digits.indexOf(mark) === last;
  const thousands = digits.length - last - 1 === 3 && !/^0+$/.test(digits.slice(0, last));
  return once && !thousands ? mark : null;
}
