import { isoDate } from "./fields.ts";

const LOCAL = /^(\d{1,2})\s*(?:[./-]|tháng|thang)\s*(\d{1,2})\s*(?:[./-]|năm|nam)\s*(\d{4}|\d{2})$/iu;

/**
 * A day as people or date inputs write it (`5/12/2026`, `05-12-26`, `5 tháng
 * 12 năm 2026`, `2026-12-05`), as `2026-12-05`; null when there is no such day.
 */
export function readDay(value: string): string | null {
  const local = LOCAL.exec(value.trim().replace(/^ngày\s+/iu, ""));
  const year = local?.[3]?.length === 2 ? `20${local[3]}` : local?.[3];
  const iso = local ? `${year}-${local[2]?.padStart(2, "0")}-${local[1]?.padStart(2, "0")}` : value;
  const checked = isoDate.safeParse(iso);
  return checked.success ? checked.data : null;
}

/** A day as people write it in a field: `05/12/2026`; what is no day stays as it was typed. */
export function typedDay(value: string): string {
  return (readDay(value) ?? value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}

/** The parts of a day kept by a form, as its writer typed them or from `2026-12-05`. */
export function dayParts(value: string): { day: string; month: string; year: string } {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const [day = "", month = "", year = ""] = iso ? [iso[3], iso[2], iso[1]] : value.split("/");
  return { day, month, year };
}
