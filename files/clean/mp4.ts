import type { FilePlace } from "../../app/domain/attachments.ts";
import { type Box, boxesOf } from "../inspect/boxes.ts";
import { isShown } from "../inspect/mp4.ts";
import { makePlace } from "./image.ts";
import { shownRanges } from "./mp4-samples.ts";

/** Boxes that are needed to show a film; all others are emptied. */
const KEPT = new Set(
  (
    "ftyp styp moov mvhd trak tkhd edts elst mdia mdhd hdlr minf vmhd smhd nmhd dinf dref stbl stsd stts ctts cslg stss " +
    "stsz stz2 stsc stco co64 sbgp sgpd sdtp padb mvex mehd trex moof mfhd traf tfhd tfdt trun sidx mfra mdat tref elng"
  ).split(" "),
);

/** Where times of making stand: after version and flags, two times of 4 or 8 bytes. */
const TIMED = ["mvhd", "tkhd", "mdhd"];

/**
 * Empties in place what a film says beside pictures and sound: user data, tags,
 * XMP, times of making, names of programs and devices, tracks of positions, and
 * bytes that no picture or sound uses. Nothing moves, so every offset stays right.
 */
export function cleanMp4(bytes: Buffer, boxes: readonly Box[]): Buffer {
  const film = Buffer.from(bytes);
  const hidden = boxesOf(boxes, "trak").filter((track) => !isShown(bytes, track));
  const shown = shownRanges(bytes, boxes);
  for (const track of hidden) empty(film, track);
  emptyUnknown(film, boxes);
  for (const type of TIMED) for (const box of boxesOf(boxes, type)) blankTimes(film, box);
  for (const box of boxesOf(boxes, "hdlr")) film.fill(0, Math.min(box.content + 24, box.end), box.end);
  for (const box of boxesOf(boxes, "stsd")) blankNames(film, box);
  if (shown !== null) for (const box of boxes.filter(({ type }) => type === "mdat")) blankBetween(film, box, shown);
  return film;
}

/** Where a film says it was taken (ISO 6709 in `©xyz` or a tag), or null. */
export function placeOfMp4(bytes: Buffer, boxes: readonly Box[]): FilePlace | null {
  for (const box of [...boxesOf(boxes, "udta"), ...boxesOf(boxes, "meta")]) {
    const told = bytes.toString("latin1", box.content, Math.min(box.end, box.content + 65_536));
    const found = /([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)/.exec(told);
    const place = found && makePlace(Number(found[1]), Number(found[2]));
    if (place) return place;
  }
  return null;
}

function emptyUnknown(film: Buffer, boxes: readonly Box[]): void {
  for (const box of boxes) {
    if (KEPT.has(box.type)) emptyUnknown(film, box.children);
    else empty(film, box);
  }
}

/** Turns a box into free space of the same size. */
function empty(film: Buffer, box: Box): void {
  film.write("free", box.start + 4, "latin1");
  film.fill(0, box.content, box.end);
}

function blankTimes(film: Buffer, box: Box): void {
  const wide = film[box.content] === 1;
  film.fill(0, box.content + 4, Math.min(box.content + 4 + (wide ? 16 : 8), box.end));
}

/** Picture formats have 31 letters for the name of the program that made them. */
function blankNames(film: Buffer, box: Box): void {
  for (let at = box.content + 8; at + 86 <= box.end;) {
    const length = film.readUInt32BE(at);
    if (/^(avc|hvc|hev|av0|vp0|mp4v|encv|s263)/.test(film.toString("latin1", at + 4, at + 8)))
      film.fill(0, at + 50, at + 82);
    if (length < 8) return;
    at += length;
  }
}

/** Zeroes what lies between the ranges in use, which are in order. */
function blankBetween(film: Buffer, box: Box, shown: readonly (readonly [number, number])[]): void {
  let at = box.content;
  for (const [from, to] of shown) {
    if (to <= at || from >= box.end) continue;
    if (from > at) film.fill(0, at, from);
    at = Math.max(at, to);
  }
  if (at < box.end) film.fill(0, at, box.end);
}
