/** From when until when a legal document is in force, and what took its place. */
export interface LawValidity {
  /** The first day in force, `2026-01-01`. */
  readonly validFrom: string;
  /** The last day in force; null while no end is known. */
  readonly validTo: string | null;
}
export type LawStanding = "coming" | "in-force" | "ended";

/** How a document stands on a day (`2026-11-22`). */
export function lawStanding(law: LawValidity, today: string): LawStanding {
  if (today < law.validFrom) return "coming";
  return law.validTo !== null && today > law.validTo ? "ended" : "in-force";
}
