/**
 * A short list of people and agencies kept in one column of a row, so that a
 * rule can ask about it without a look-up: " s12 a5 " names person 12 and
 * agency 5. The tables behind it say why and since when.
 */
export type Mark = `s${number}` | `a${number}`;

export const staffMark = (staffId: number): Mark => `s${staffId}`;
export const agencyMark = (agencyId: number): Mark => `a${agencyId}`;

/** The column's text for these marks, each once and in order; null for none. */
export function marksOf(marks: Iterable<Mark>): string | null {
  const each = [...new Set(marks)].sort((one, other) => Number(one > other) - Number(one < other));
  return each.length === 0 ? null : ` ${each.join(" ")} `;
}

export function hasMark(marks: string | null, mark: Mark): boolean {
  return marks !== null && marks.includes(` ${mark} `);
}

/** The ids of the agencies marked. */
export function markedAgencies(marks: string | null): number[] {
  return (marks ?? "")
    .split(" ")
    .filter((mark) => mark.startsWith("a"))
    .map((mark) => Number(mark.slice(1)));
}

/** The ids of the people marked. */
export function markedStaff(marks: string | null): number[] {
  return (marks ?? "")
    .split(" ")
    .filter((mark) => mark.startsWith("s"))
    .map((mark) => Number(mark.slice(1)));
}
