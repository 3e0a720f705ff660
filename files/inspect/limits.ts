/**
 * What a file may claim before anything is unpacked or drawn. The numbers leave
 * room for what people really send (a 64-megapixel photo, a dossier of a
 * thousand pages) and stop what only an attack needs.
 */
export const MAX_PIXELS = 64_000_000;
/** Pixels on one side. */
export const MAX_SIDE = 20_000;
export const MAX_PAGES = 1_000;

export const MAX_ZIP_ENTRIES = 2_000;
/** Bytes of all entries together, unpacked. */
export const MAX_ZIP_BYTES = 150 * 1024 * 1024;
/** Bytes of one entry, unpacked. */
export const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
/** An entry of more than `RATIO_FROM_BYTES` unpacks to at most so many times its size. */
export const MAX_RATIO = 150;
export const RATIO_FROM_BYTES = 4 * 1024 * 1024;

/** Bytes of one compressed stream of a PDF, unpacked: a colour scan of A3 at 600 dpi. */
export const MAX_STREAM_BYTES = 256 * 1024 * 1024;
export const MAX_STREAMS_BYTES = 512 * 1024 * 1024;
export const MAX_PDF_OBJECTS = 200_000;

/** Boxes of a film, and how deep they nest. */
export const MAX_BOXES = 50_000;
export const MAX_BOX_DEPTH = 12;
