import readExif from "exif-reader";
import sharp, { type Sharp } from "sharp";
import type { FilePlace, FileType } from "../../app/domain/attachments.ts";
import { MAX_PIXELS } from "../inspect/limits.ts";
import { RefusedFile } from "../inspect/refused.ts";

export interface CleanFile {
  readonly bytes: Buffer;
  readonly type: FileType;
  readonly place: FilePlace | null;
}

// One picture is drawn at a time, in a process of its own: nothing is worth keeping.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Draws a picture anew, upright, in the same format and size: what is not
 * pixels (EXIF, XMP, IPTC, comments, profiles, thumbnails, what is glued to the
 * end) is not carried over. Of a moving picture the first frame stays.
 */
export async function cleanImage(bytes: Buffer, type: FileType): Promise<CleanFile> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", animated: false });
    const { exif } = await picture.metadata();
    const upright = picture.rotate().toColourspace("srgb");
    const drawn = await encode(upright, type).toBuffer();
    return { bytes: drawn, type, place: exif ? placeOf(exif) : null };
  } catch {
    throw new RefusedFile("broken");
  }
}

function encode(picture: Sharp, type: FileType): Sharp {
  if (type === "png") return picture.png({ compressionLevel: 6 });
  if (type === "webp") return picture.webp({ quality: 88, effort: 2 });
  return picture.jpeg({ quality: 90 });
}

/** Where EXIF says that a picture was taken, or null. */
export function placeOf(exif: Buffer): FilePlace | null {
  try {
    const gps = readExif(exif).GPSInfo;
    const latitude = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === "S");
    const longitude = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === "W");
    return makePlace(latitude, longitude);
  } catch {
    // Readers of EXIF stumble over what cameras write; without a place nothing is lost.
    return null;
  }
}

/** A place in millionths of a degree; null for what is not on the globe, and for 0, 0, which devices write when they know none. */
export function makePlace(latitude: number, longitude: number): FilePlace | null {
  const onGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!onGlobe || (latitude === 0 && longitude === 0)) return null;
  return { latE6: Math.round(latitude * 1e6), lonE6: Math.round(longitude * 1e6) };
}

function degrees(parts: readonly number[] | undefined, negative: boolean): number {
  const [whole = Number.NaN, minutes = 0, seconds = 0] = parts ?? [];
  return (whole + minutes / 60 + seconds / 3600) * (negative ? -1 : 1);
}
