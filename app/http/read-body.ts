import type { IncomingMessage } from "node:http";

/** The most that a form or an API call may weigh. */
export const MAX_BODY = 512 * 1024;

/** The whole body, or null when it is larger than `MAX_BODY`: told by its header or found while reading. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > MAX_BODY) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
