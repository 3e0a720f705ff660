import type { Kind } from "./case-kind.ts";

/** Thirty-one symbols, a prime number, without 0, 1, I, L and O, which people misread. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BODY = 7;

export const kindPrefix: Record<Kind, string> = {
  feedback: "PA",
  proposal: "KN",
  barrier: "RC",
  initiative: "SK",
};

/**
 * The check character of a code: a weighted sum modulo 31 over prefix and body.
 * The modulus is prime and every weight differs, so each single wrong symbol
 * and each swap of two symbols of the body is noticed.
 */
function checkSymbol(prefix: string, body: string): string {
  let sum = 0;
  for (const [index, symbol] of [...body].entries()) sum += (index + 2) * ALPHABET.indexOf(symbol);
  for (const [index, symbol] of [...prefix].entries()) sum += (index + 11) * symbol.charCodeAt(0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}

/** The prefix of a follower's code: it opens what somebody follows, and is no case. */
const FOLLOW_PREFIX = "TD";
/** The prefix of a dossier's code. */
const DOSSIER_PREFIX = "HS";

/** A public case code such as `PA-7K3M-92QX` from at least seven random bytes. */
export function makeCaseCode(kind: Kind, random: Uint8Array): string {
  return makeCode(kindPrefix[kind], random);
}

/** The code of somebody who follows a case, such as `TD-7K3M-92QX`, from at least seven random bytes. */
export function makeFollowCode(random: Uint8Array): string {
  return makeCode(FOLLOW_PREFIX, random);
}

/** The code of a dossier, in which one sender filed many cases, such as `HS-7K3M-92QX`, from at least seven random bytes. */
export function makeDossierCode(random: Uint8Array): string {
  return makeCode(DOSSIER_PREFIX, random);
}

/**
 * The canonical spelling of a code that somebody typed (small letters, spaces,
 * missing dashes), or null when it cannot be a code: wrong prefix, wrong
 * symbol, wrong length or wrong check character.
 */
export function readCaseCode(typed: string): string | null {
  return readCode(typed, Object.values(kindPrefix));
}

/** The canonical spelling of a follower's code that somebody typed, or null when it cannot be one. */
export function readFollowCode(typed: string): string | null {
  return readCode(typed, [FOLLOW_PREFIX]);
}

function makeCode(prefix: string, random: Uint8Array): string {
  const body = [...random.subarray(0, BODY)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  const all = body + checkSymbol(prefix, body);
  return `${prefix}-${all.slice(0, 4)}-${all.slice(4)}`;
}

function readCode(typed: string, prefixes: readonly string[]): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const prefix = plain.slice(0, 2);
  const body = plain.slice(2, 2 + BODY);
  if (plain.length !== 2 + BODY + 1 || !prefixes.includes(prefix)) return null;
  if ([...body].some((symbol) => !ALPHABET.includes(symbol))) return null;
  if (plain.at(-1) !== checkSymbol(prefix, body)) return null;
  return `${prefix}-${plain.slice(2, 6)}-${plain.slice(6)}`;
}
