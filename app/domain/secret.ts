/** Crockford's base32 symbols. */
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 26;

/** A tracking secret of 26 symbols, 130 bits, from at least 26 random bytes, in groups for reading aloud. */
export function makeSecret(random: Uint8Array): string {
  const plain = [...random.subarray(0, LENGTH)].map((byte) => SYMBOLS[byte & 31]).join("");
  return groupSecret(plain);
}

/** The plain 26 symbols of a secret somebody typed (spaces, dashes, small letters, O for 0, I and L for 1), or null. */
export function readSecret(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const known = [...plain].every((symbol) => SYMBOLS.includes(symbol));
  return plain.length === LENGTH && known ? plain : null;
}

function groupSecret(plain: string): string {
  return plain.replace(/(.{5})(?=.{5})/g, "$1-");
}
