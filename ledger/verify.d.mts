/** What the tests use of the verifier, which itself is plain JavaScript in one file. */
export interface Verdict {
  readonly ok: boolean;
  readonly firstBadIndex: number | null;
  readonly findings: readonly { readonly index: number; readonly problem: string; readonly where: string }[];
  readonly leaves: number;
  readonly checkpoints: number;
  readonly cases: readonly { readonly code: string; readonly events: number }[];
}
export function check(
  paths: readonly string[],
  options?: { readonly keys?: string; readonly earlier?: readonly string[] },
): Verdict;
export function leafHash(index: number, commitment: Uint8Array): Buffer;
export function rootByInclusion(index: number, size: number, leaf: Buffer, proof: readonly Buffer[]): Buffer | null;
export function isConsistent(
  earlier: number,
  size: number,
  earlierRoot: Buffer,
  root: Buffer,
  proof: readonly Buffer[],
): boolean;
export function canonicalJson(value: unknown): string;
