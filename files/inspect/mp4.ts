import { type Box, boxesOf, childOf, readBoxes } from "./boxes.ts";
import { MAX_PIXELS } from "./limits.ts";
import { demand } from "./refused.ts";

/** Handlers of the tracks that people see and hear. */
const SHOWN = new Set(["vide", "soun"]);

/** Reads the boxes of a film: one description, samples, at least one picture or sound track. */
export function inspectMp4(bytes: Buffer): Box[] {
  const boxes = readBoxes(bytes);
  demand(boxes[0]?.type === "ftyp", "broken");
  const movies = boxes.filter((box) => box.type === "moov");
  demand(movies.length === 1 && boxes.some((box) => box.type === "mdat"), "broken");
  const tracks = boxesOf(movies, "trak");
  demand(
    tracks.some((track) => isShown(bytes, track)),
    "broken",
  );
  for (const track of tracks) checkSize(bytes, track);
  for (const references of boxesOf(movies, "dinf")) checkReferences(bytes, references);
  // In a film of fragments, samples of hidden tracks cannot be told apart: such tracks are not taken.
  const fragmented = boxes.some((box) => box.type === "moof");
  demand(!fragmented || tracks.every((track) => isShown(bytes, track)), "embedded-files");
  return boxes;
}

/** True for tracks of pictures and sound; text, positions and other data are not shown. */
export function isShown(bytes: Buffer, track: Box): boolean {
  const handler = childOf(track, "mdia", "hdlr");
  return handler !== undefined && SHOWN.has(bytes.toString("latin1", handler.content + 8, handler.content + 12));
}

function checkSize(bytes: Buffer, track: Box): void {
  const header = childOf(track, "tkhd");
  demand(header !== undefined && header.end - header.content >= 84, "broken");
  const width = bytes.readUInt32BE(header.end - 8) / 65_536;
  const height = bytes.readUInt32BE(header.end - 4) / 65_536;
  demand(width * height <= MAX_PIXELS, "too-many-pixels");
}

/** Samples lie in this file: a reference to another one would be fetched. */
function checkReferences(bytes: Buffer, holder: Box): void {
  const list = holder.children.find((child) => child.type === "dref");
  if (!list) return;
  demand(list.end - list.content >= 8, "broken");
  for (let at = list.content + 8; at + 12 <= list.end;) {
    const length = bytes.readUInt32BE(at);
    demand(length >= 12, "broken");
    demand((bytes.readUInt32BE(at + 8) & 1) === 1, "external-links");
    at += length;
  }
}
