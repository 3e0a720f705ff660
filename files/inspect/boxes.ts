import { MAX_BOX_DEPTH, MAX_BOXES } from "./limits.ts";
import { demand } from "./refused.ts";

/** A box of an ISO media file: `[start, end)` with its header, and where its content begins. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly content: number;
  readonly end: number;
  readonly children: readonly Box[];
}

/** Boxes that hold boxes, and how many bytes of their own come first. */
const HOLDERS: Record<string, number> = {
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
  dinf: 0,
  edts: 0,
  mvex: 0,
  moof: 0,
  traf: 0,
};

/** Reads the boxes of a file; each must lie inside its holder, and together they fill it. */
export function readBoxes(bytes: Buffer): Box[] {
  let count = 0;
  const read = (from: number, to: number, depth: number): Box[] => {
    demand(depth <= MAX_BOX_DEPTH, "bomb");
    const boxes: Box[] = [];
    for (let at = from; at < to;) {
      count += 1;
      demand(count <= MAX_BOXES, "bomb");
      const box = readBox(bytes, at, to, depth === 0);
      const own = HOLDERS[box.type];
      const children = own === undefined ? [] : read(box.content + own, box.end, depth + 1);
      boxes.push({ ...box, children });
      at = box.end;
    }
    return boxes;
  };
  return read(0, bytes.length, 0);
}

function readBox(bytes: Buffer, start: number, limit: number, atTop: boolean): Omit<Box, "children"> {
  demand(start + 8 <= limit, "broken");
  const short = bytes.readUInt32BE(start);
  const type = bytes.toString("latin1", start + 4, start + 8);
  if (short === 1) {
    demand(start + 16 <= limit, "broken");
    const length = Number(bytes.readBigUInt64BE(start + 8));
    demand(length >= 16 && start + length <= limit, "broken");
    return { type, start, content: start + 16, end: start + length };
  }
  // Zero: to the end of the file, for the last box only.
  const length = short === 0 && atTop ? limit - start : short;
  demand(length >= 8 && start + length <= limit, "broken");
  return { type, start, content: start + 8, end: start + length };
}

/** All boxes of a type, at any depth. */
export function boxesOf(boxes: readonly Box[], type: string): Box[] {
  return boxes.flatMap((box) => [...(box.type === type ? [box] : []), ...boxesOf(box.children, type)]);
}

export function childOf(box: Box | undefined, ...path: string[]): Box | undefined {
  return path.reduce<Box | undefined>((at, type) => at?.children.find((child) => child.type === type), box);
}
