/** The leaves from `from` up to, not including, `to`. */
export interface Leaves {
  readonly from: number;
  readonly to: number;
}

/** The root of the whole subtree with 2 to the power of `level` leaves that stands at `place` among its like. */
export interface Node {
  readonly level: number;
  readonly place: number;
}

/**
 * The whole subtrees of which the tree over some leaves is made, from left to
 * right; hashing them together from the right gives its root (RFC 9162 section
 * 2.1.1). The first leaf is one where a subtree of that size begins.
 */
export function wholeParts({ from, to }: Leaves): Node[] {
  const parts: Node[] = [];
  for (let at = from; at < to;) {
    const level = highestBit(to - at);
    parts.push({ level, place: at / 2 ** level });
    at += 2 ** level;
  }
  return parts;
}

/** The leaves whose hashes, from the one beside the leaf upwards, prove that it is in a tree (RFC 9162 section 2.1.3). */
export function inclusionPath(index: number, size: number): Leaves[] {
  const path: Leaves[] = [];
  let whole: Leaves = { from: 0, to: size };
  while (whole.to - whole.from > 1) {
    const middle = splitOf(whole);
    const left = { from: whole.from, to: middle };
    const right = { from: middle, to: whole.to };
    const inLeft = index < middle;
    path.unshift(inLeft ? right : left);
    whole = inLeft ? left : right;
  }
  return path;
}

/** The leaves whose hashes prove that a tree begins with all the leaves of an earlier one (RFC 9162 section 2.1.4). */
export function consistencyPath(earlier: number, size: number): Leaves[] {
  if (earlier === 0 || earlier === size) return [];
  const path: Leaves[] = [];
  let whole: Leaves = { from: 0, to: size };
  while (whole.to !== earlier) {
    const middle = splitOf(whole);
    const left = { from: whole.from, to: middle };
    const right = { from: middle, to: whole.to };
    const inLeft = earlier <= middle;
    path.unshift(inLeft ? right : left);
    whole = inLeft ? left : right;
  }
  // Who asks knows the earlier root: it is left out where it is a part of the later tree.
  return whole.from === 0 ? path : [whole, ...path];
}

/** Where a tree divides: after the largest power of two that is smaller than it. */
function splitOf({ from, to }: Leaves): number {
  return from + 2 ** highestBit(to - from - 1);
}

/** The power of the largest power of two in a number: exact for every number of leaves below 2 to the power of 32. */
const highestBit = (count: number): number => 31 - Math.clz32(count);
