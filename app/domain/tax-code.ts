const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * The plain digits of a Vietnamese tax code, or null. Ten digits with a check
 * digit for an enterprise, thirteen for its branch, twelve for a household or
 * person whose personal number is the tax code (Circular 86/2024/TT-BTC).
 */
export function readTaxCode(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, "");
  if (!/^(\d{10}|\d{12}|\d{13})$/.test(digits)) return null;
  if (digits.length === 12) return digits;
  if (digits.startsWith("00") || digits.slice(2, 9) === "0000000") return null;
  if (digits.length === 13 && digits.endsWith("000")) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return 10 - (sum % 11) === Number(digits[9]) ? digits : null;
}
