import { agencyMark, hasMark, markedAgencies, staffMark } from "./marks.ts";

/** Somebody who works in an agency, as far as the wall asks about them. */
export interface Insider {
  readonly staffId: number;
  readonly agencyId: number;
  /** Agencies whose exclusion covers this one too: those above it, and the dissolved ones whose work it took over. */
  readonly coveredBy: readonly number[];
}

/** An agency as far as the wall asks about it. */
export interface Placed {
  readonly id: number;
  /** Both as marks, as the agency's row keeps them. */
  readonly above: string;
  readonly succeeded: string;
}

/** The agencies whose exclusion covers this one, itself left out. */
export function coveredBy(agency: Placed): number[] {
  return [...new Set([...markedAgencies(agency.above), ...markedAgencies(agency.succeeded)])];
}

/** True when the person is excluded themselves, or their agency, one above it or one it succeeded is. */
export function isWalledOff(walledOff: string | null, { staffId, agencyId, coveredBy: covers }: Insider): boolean {
  if (walledOff === null) return false;
  return (
    hasMark(walledOff, staffMark(staffId)) || [agencyId, ...covers].some((id) => hasMark(walledOff, agencyMark(id)))
  );
}

/** True when an agency may not handle a case, whoever works there. */
export function isAgencyWalledOff(walledOff: string | null, agency: Placed): boolean {
  if (walledOff === null) return false;
  return [agency.id, ...coveredBy(agency)].some((id) => hasMark(walledOff, agencyMark(id)));
}
