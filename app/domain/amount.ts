import { foldText } from "./text.ts";

/**
 * Amounts as people write them: "1,5 tỷ", "40 triệu một tháng", "1.500.000",
 * "60 ngày". Each reader gives a plain number per year, or null when the text
 * holds no number, more than one number, or a unit that it does not know.
 */

/** One working day has eight hours (Labour Code 45/2019/QH14, article 105), a week five days, a month twenty-two. */
export const HOURS_A_DAY = 8;
const DAYS_A_WEEK = 5;
const DAYS_A_MONTH = 22;
/** Amounts beyond this are slips of the keyboard. */
export const MOST = 10 ** 15;

const PREFIX =
  /^(?:(?:khoang|chung|gan|hon|tren|toi|den|uoc|uoc tinh|about|around|some|nearly|almost|over|up to|approximately|approx|vnd|usd)\s+|[~≈><=+]\s*)+/;
const EACH = "(?:/|moi|mot|hang|tren|trong|cho|a|an|per|each|every|in a|in one|1)?\\s*";
/** How often a year, by the words at the end. */
const PERIODS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`\\s*(?:${EACH}(?:nam|year|annum)|yearly|annually|/\\s*(?:y|yr))$`), 1],
  [new RegExp(`\\s*(?:${EACH}(?:quy|quarter)|quarterly)$`), 4],
  [new RegExp(`\\s*(?:(?:/|moi|hang|per|each|every|a|mot)\\s*(?:thang|month)|monthly)$`), 12],
  [new RegExp(`\\s*(?:(?:/|moi|hang|per|each|every|a|mot)\\s*(?:tuan|week)|weekly)$`), 52],
];

const MONEY: Readonly<Record<string, number>> = {
  "": 1,
  d: 1,
  dong: 1,
  vnd: 1,
  vnđ: 1,
  k: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  thousand: 1e3,
  tr: 1e6,
  trieu: 1e6,
  m: 1e6,
  mil: 1e6,
  million: 1e6,
  ty: 1e9,
  ti: 1e9,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const TIME: Readonly<Record<string, number>> = {
  "": 1,
  h: 1,
  g: 1,
  gio: 1,
  tieng: 1,
  hour: 1,
  hours: 1,
  hrs: 1,
  "gio cong": 1,
  "gio lam viec": 1,
  "working hours": 1,
  phut: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
  min: 1 / 60,
  ngay: HOURS_A_DAY,
  cong: HOURS_A_DAY,
  "ngay cong": HOURS_A_DAY,
  "ngay lam viec": HOURS_A_DAY,
  day: HOURS_A_DAY,
  days: HOURS_A_DAY,
  "working days": HOURS_A_DAY,
  tuan: HOURS_A_DAY * DAYS_A_WEEK,
  week: HOURS_A_DAY * DAYS_A_WEEK,
  weeks: HOURS_A_DAY * DAYS_A_WEEK,
  thang: HOURS_A_DAY * DAYS_A_MONTH,
  month: HOURS_A_DAY * DAYS_A_MONTH,
  months: HOURS_A_DAY * DAYS_A_MONTH,
};
const COUNT_SCALE: Readonly<Record<string, number>> = {
  "": 1,
  nghin: 1e3,
  ngan: 1e3,
  thousand: 1e3,
  k: 1e3,
  trieu: 1e6,
  million: 1e6,
  tr: 1e6,
};
/** How often, in one word. */
const OFTEN: Readonly<Record<string, number>> = {
  "hang nam": 1,
  "moi nam": 1,
  yearly: 1,
  "every year": 1,
  once: 1,
  twice: 2,
  "hang quy": 4,
  "moi quy": 4,
  quarterly: 4,
  "hang thang": 12,
  "moi thang": 12,
  monthly: 12,
  "every month": 12,
  "hang tuan": 52,
  "moi tuan": 52,
  weekly: 52,
  "every week": 52,
};

/** Whole đồng per year. */
export function readMoney(typed: string): number | null {
  const { text, perYear } = withoutPeriod(typed);
  const plain = text.replace(/\s*(?:viet nam|việt nam)$/, "").replace(/(?<=[a-z])\s+(?:dong|vnd|d)$/, "");
  // "1tr5", "2 tỷ 3": the digits after the unit are the next decimal.
  const short = /^(\d+)\s*(tr|trieu|ty|ti)\s*(\d)$/.exec(plain);
  if (short) return whole(Number(`${short[1]}.${short[3]}`) * (MONEY[short[2] ?? ""] ?? 0) * perYear);
  return whole(sumOf(plain, MONEY, perYear));
}

/** Working hours per year, to the hundredth; a day is eight hours. */
export function readHours(typed: string): number | null {
  const { text, perYear } = withoutPeriod(typed);
  const hours = sumOf(text.replace(/\s+(?:lam viec|cong)$/, ""), TIME, perYear);
  return hours === null || hours > MOST ? null : Math.round(hours * 100) / 100;
}

/** A whole number of times per year, or of people, households, firms. */
export function readCount(typed: string): number | null {
  const often = OFTEN[foldText(typed)];
  if (often !== undefined) return often;
  const { text, perYear } = withoutPeriod(typed);
  const found = /^([\d.,\s]*\d)\s*(.*)$/.exec(text);
  const number = readNumber(found?.[1] ?? "");
  if (!found || number === null || /\d/.test(found[2] ?? "")) return null;
  const [first = "", ...rest] = (found[2] ?? "").split(" ");
  const scale = COUNT_SCALE[first];
  // What is counted may be said in any words: hộ, lần, doanh nghiệp, times.
  if (scale === undefined && ![first, ...rest].every((word) => /^\p{L}+$/u.test(word))) return null;
  return whole(number * (scale ?? 1) * perYear);
}

/** The text in small letters without marks, "about" before it and "a year" after it. */
function withoutPeriod(typed: string): { text: string; perYear: number } {
  const folded = typed.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ₫]/g, "d").toLowerCase();
  const text = folded
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/[.,;]+$/, "")
    .replace(PREFIX, "");
  const period = PERIODS.find(([pattern]) => pattern.test(text) && /\d/.test(text.replace(pattern, "")));
  return { text: period ? text.replace(period[0], "").trim() : text, perYear: period?.[1] ?? 1 };
}

/** The sum of "2 tỷ 300 triệu": each number with a unit smaller than the one before. */
function sumOf(text: string, units: Readonly<Record<string, number>>, perYear: number): number | null {
  const parts = [...text.matchAll(/([\d.,\s]*\d)\s*([^\d]*)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return null;
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const [, digits = "", unit = ""] of parts) {
    const number = readNumber(digits);
    const factor = units[unit.replace(/[\s,.]+$|\s+(?:va|and)\s*$/g, "").trim()];
    if (number === null || factor === undefined || factor >= last) return null;
    sum += number * factor;
    last = factor;
  }
  return sum * perYear;
}

/**
 * A number with Vietnamese or English separators. One separator that is
 * followed by three digits parts thousands; any other parts decimals.
 */
export function readNumber(typed: string): number | null {
  const text = typed.replace(/\s/g, "");
  if (/^\d+$/.test(text)) return Number(text);
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  return /^\d+[.,]\d+$/.test(text) ? Number(text.replace(",", ".")) : null;
}

function whole(value: number | null): number | null {
  if (value === null || !Number.isFinite(value) || value > MOST) return null;
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-6 * Math.max(1, value) ? rounded : null;
}
