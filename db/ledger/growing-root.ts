import { foldParts, nodeHash } from "./hashing.ts";

/** The root of a tree that grows leaf by leaf, in the memory of one hash per level. */
export interface GrowingRoot {
  add(leaf: Buffer): void;
  readonly size: number;
  root(): Buffer;
}

export function growingRoot(): GrowingRoot {
  const parts: Buffer[] = [];
  let size = 0;
  return {
    add(leaf) {
      let hash = leaf;
      // Two whole subtrees of one size become one of twice that size.
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(parts.pop() ?? hash, hash);
      parts.push(hash);
      size += 1;
    },
    get size() {
      return size;
    },
    root: () => foldParts(parts),
  };
}
