/** The first byte of an answer: the child has started and its modules are loaded. */
export const HELLO = Buffer.of(0x06);
export const HEAD_LENGTH_BYTES = 4;
/** A verdict or a name is short; more than this is not ours. */
export const MAX_HEAD_BYTES = 16_384;

/** A value as length and JSON, to stand before bytes. */
export function frame(head: object): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(HEAD_LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json]);
}

/** Takes apart what `frame` and bytes after it were put together to. */
export function unframe<T>(whole: Buffer): { head: T; rest: Buffer } {
  const end = HEAD_LENGTH_BYTES + whole.readUInt32BE(0);
  return { head: JSON.parse(whole.toString("utf8", HEAD_LENGTH_BYTES, end)) as T, rest: whole.subarray(end) };
}
