import { foldText } from "./text.ts";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** What about a person a password must not be made of. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** Words that everybody who guesses tries first, folded. Longer ones stand before the ones they contain. */
const common = [
  ..."matkhaucuatoi toiyeuvietnam anhyeuem emyeuanh vietnamvodich correcthorsebatterystaple iloveyou".split(" "),
  ..."letmein welcome password passw0rd matkhau matma administrator quantri dangnhap changeme".split(" "),
  ..."qwertyuiop qwerty asdfghjkl asdf zxcvbnm zxcv qazwsx abcdef abcd abc 1q2w3e4r 1q2w3e".split(" "),
  ..."0123456789 1234567890 123456789 987654321 12345678 1234567 123456 654321 12345 1234 123".split(" "),
  ..."superman batman dragon monkey football baseball sunshine princess master shadow".split(" "),
  ..."hanoi saigon hochiminh danang vietnam welcome hello admin root test demo user guest".split(" "),
];

/** Words of this portal and of offices. */
const context =
  "caunoi portal cong phananh kiennghi sangkien congdan nghiquyet57 nghiquyet office coquan canbo bo so".split(" ");

const leet: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** What must be left of a password once everything easy to guess is taken away. */
const LEAST_LEFT = 5;

/** A password as it is hashed: NFC, so that one typed on another keyboard is the same. */
export function normalPassword(typed: string): string {
  return typed.toWellFormed().normalize("NFC");
}

/**
 * The rule that a new password breaks, or null. Length counts in characters;
 * nothing is asked of its letters. Refused is what consists of common words, of
 * words of the portal, of the owner's own name, or of repeats and rows of keys.
 */
export function passwordError(
  typed: string,
  owner: PasswordOwner,
): "empty" | "too-short" | "too-long" | "common" | null {
  const password = normalPassword(typed);
  const length = [...password].length;
  if (length === 0) return "empty";
  if (length < PASSWORD_MIN) return "too-short";
  if (length > PASSWORD_MAX) return "too-long";
  return isGuessable(password, owner) ? "common" : null;
}

function isGuessable(password: string, owner: PasswordOwner): boolean {
  const plain = foldText(password).replace(/ /g, "");
  const unleet = foldText([...password.toLowerCase()].map((sign) => leet[sign] ?? sign).join("")).replace(/ /g, "");
  return (
    [plain, unleet].some((text) => leftOver(text, owner) < LEAST_LEFT) || hasFewSigns(password) || isRepeat(password)
  );
}

/** How many different characters remain without the words that are tried first and without years. */
function leftOver(text: string, owner: PasswordOwner): number {
  const own = [...foldText(owner.name).split(" "), ...foldText(owner.email.replace(/@.*/, "")).split(" ")];
  const words = [...common, foldText(owner.name).replace(/ /g, ""), ...own, ...context].filter(
    (word) => word.length > 1,
  );
  const rest = words
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, " "), text)
    .replace(/(?:19|20)\d\d/g, " ");
  return new Set(rest.replace(/ /g, "")).size;
}

function hasFewSigns(password: string): boolean {
  return new Set(password.toLowerCase()).size < LEAST_LEFT;
}

/** One short piece over and over, or a row of signs that follow each other. */
function isRepeat(password: string): boolean {
  const signs = [...password];
  const repeats = [1, 2, 3, 4, 5, 6].some((size) => signs.every((sign, index) => sign === signs[index % size]));
  const codes = signs.map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return repeats || steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
