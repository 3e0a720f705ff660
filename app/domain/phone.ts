/**
 * A telephone number in international form (`+84912345678`), or null. Takes
 * Vietnamese mobile (03, 05, 07, 08, 09) and fixed (02) numbers as people write
 * them, and any number that begins with a plus sign and a country code.
 */
export function readPhone(typed: string): string | null {
  const plain = typed.replace(/[\s().-]/g, "");
  const national = plain.replace(/^(?:\+84|0084)0?/, "0");
  if (/^0[35789]\d{8}$/.test(national) || /^02\d{9}$/.test(national)) return `+84${national.slice(1)}`;
  return /^\+(?!84)[1-9]\d{7,14}$/.test(plain) ? plain : null;
}
