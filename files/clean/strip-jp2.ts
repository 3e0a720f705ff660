/** Boxes of a JPEG 2000 file that hold words: XMP and what programs add. */
const WORDS = new Set(["xml ", "uuid", "uinf", "free", "skip"]);

/** A JPEG 2000 picture with the boxes that hold words emptied in place; a bare code stream has none. */
export function stripJp2(bytes: Buffer): Buffer {
  if (bytes.toString("latin1", 4, 8) !== "jP  ") return bytes;
  const plain = Buffer.from(bytes);
  for (let at = 0; at + 8 <= plain.length;) {
    const length = plain.readUInt32BE(at);
    const end = length === 0 ? plain.length : at + length;
    // A length of 1 is a wide one, as only the picture itself ever needs.
    if (length === 1 || (length > 1 && length < 8) || end > plain.length) break;
    if (WORDS.has(plain.toString("latin1", at + 4, at + 8))) {
      plain.write("free", at + 4, "latin1");
      plain.fill(0, at + 8, end);
    }
    at = end;
  }
  return plain;
}
