import { type Box, boxesOf, childOf } from "../inspect/boxes.ts";
import { isShown } from "../inspect/mp4.ts";
import { demand, RefusedFile } from "../inspect/refused.ts";

type Range = readonly [number, number];

/** Samples of one track at most: ten hours of film. */
const MAX_SAMPLES = 4_000_000;

/**
 * The byte ranges of the samples of all tracks that are seen or heard, in
 * order; null for a film of fragments, whose tracks are all shown.
 */
export function shownRanges(bytes: Buffer, boxes: readonly Box[]): Range[] | null {
  if (boxes.some((box) => box.type === "moof")) return null;
  const tracks = boxesOf(boxes, "trak").filter((track) => isShown(bytes, track));
  try {
    return tracks.flatMap((track) => chunksOf(bytes, track)).sort(([a], [b]) => a - b);
  } catch (error) {
    throw error instanceof RangeError ? new RefusedFile("broken") : error;
  }
}

/** Chunks lie where `stco` says, hold as many samples as `stsc` says, each as long as `stsz` says. */
function chunksOf(bytes: Buffer, track: Box): Range[] {
  const table = childOf(track, "mdia", "minf", "stbl");
  const part = (type: string) => table?.children.find((box) => box.type === type);
  const [offsets, wide, perChunk, sizes] = [part("stco"), part("co64"), part("stsc"), part("stsz")];
  const places = offsets ?? wide;
  if (!places || !perChunk || !sizes) throw new RefusedFile("broken");
  const count = bytes.readUInt32BE(places.content + 4);
  const step = wide && !offsets ? 8 : 4;
  demand(places.content + 8 + count * step <= places.end, "broken");
  const sampleSize = sampleSizes(bytes, sizes);
  const samplesOf = samplesPerChunk(bytes, perChunk);
  const ranges: Range[] = [];
  let sample = 0;
  for (let chunk = 0; chunk < count; chunk += 1) {
    const at = places.content + 8 + chunk * step;
    const from = step === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
    let to = from;
    for (let left = samplesOf(chunk + 1); left > 0 && sample < sampleSize.count; left -= 1) {
      to += sampleSize.at(sample);
      sample += 1;
    }
    demand(to <= bytes.length, "broken");
    ranges.push([from, to]);
  }
  return ranges;
}

function sampleSizes(bytes: Buffer, box: Box): { count: number; at: (sample: number) => number } {
  const same = bytes.readUInt32BE(box.content + 4);
  const count = bytes.readUInt32BE(box.content + 8);
  demand(count <= MAX_SAMPLES && (same > 0 || box.content + 12 + count * 4 <= box.end), "broken");
  return { count, at: (sample) => (same > 0 ? same : bytes.readUInt32BE(box.content + 12 + sample * 4)) };
}

/** Runs of chunks with the same number of samples; chunks are asked for in order, from 1. */
function samplesPerChunk(bytes: Buffer, box: Box): (chunk: number) => number {
  const count = bytes.readUInt32BE(box.content + 4);
  demand(box.content + 8 + count * 12 <= box.end, "broken");
  let run = 0;
  return (chunk) => {
    while (run + 1 < count && bytes.readUInt32BE(box.content + 8 + (run + 1) * 12) <= chunk) run += 1;
    return count === 0 ? 0 : bytes.readUInt32BE(box.content + 8 + run * 12 + 4);
  };
}
