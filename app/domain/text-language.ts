import type { Lang } from "./case-kind.ts";

/** Letters that Vietnamese has and English has not; as NFC. */
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/u;
/** Common syllables of Vietnamese typed without marks, none of them an English word. */
const UNMARKED = new Set(
  "khong duoc nguoi toi nhung cua cho trong mot cac voi nay da phai thi nam ngay tinh xa phuong ho so dien thoai chung vao ra rat".split(
    " ",
  ),
);

/** The language of a legal ground. The number of a document holds Vietnamese letters in either. */
export function groundLanguage(text: string): Lang {
  const words = text.replace(/\S*\d\S*/g, " ");
  return /\p{L}/u.test(words) ? textLanguage(words, "en") : "vi";
}

/**
 * The language in which somebody wrote: Vietnamese where its letters stand or
 * where its unmarked syllables are a fifth of the words, English where a text
 * on the English page has neither, else the language of the page.
 */
export function textLanguage(text: string, page: Lang): Lang {
  if (VIETNAMESE.test(text.normalize("NFC"))) return "vi";
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const known = words.filter((word) => UNMARKED.has(word)).length;
  return known * 5 >= words.length && words.length > 0 ? "vi" : page;
}
