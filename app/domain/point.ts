import type { FilePlace } from "./attachments.ts";

/** A point as a draft keeps it, in millionths of a degree: `21012345 105834567`. */
export const writePoint = ({ latE6, lonE6 }: FilePlace): string => `${latE6} ${lonE6}`;

/** The point kept in a draft; null when there is none or it was not wanted. */
export function readPoint(kept: string | undefined): FilePlace | null {
  const [, lat, lon] = /^(-?\d{1,8}) (-?\d{1,9})$/.exec(kept ?? "") ?? [];
  return lat === undefined || lon === undefined ? null : { latE6: Number(lat), lonE6: Number(lon) };
}
