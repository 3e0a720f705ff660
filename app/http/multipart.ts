import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { MAX_FILE_BYTES } from "../domain/attachments.ts";
import { MAX_BODY } from "./read-body.ts";

/** A file of a form while it comes in. Whoever takes it reads it to its end or leaves it. */
export interface IncomingFile {
  readonly field: string;
  /** As the sender's device says it. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** True once the file has gone beyond what any file may weigh; asked at its end. */
  tooBig(): boolean;
}

/** The body is no form, or it ended before its end. */
export class BrokenFormError extends Error {
  override readonly name = "BrokenFormError";
}

/** Files beyond the count that a submission takes are still read past, so that each gets its reason. */
const MOST_PARTS = 300;

export const isMultipart = (type: string | null | undefined): boolean => /^multipart\/form-data\s*;/i.test(type ?? "");

/**
 * Reads a form with files as it comes in, never holding a file. Gives the text
 * fields; every file goes to `take`, one after the other. Throws
 * `BrokenFormError` when the body breaks off or is no form, after `take` has
 * seen the break too; rethrows what `take` throws once the body has been read.
 */
export async function readParts(request: Request, take: (file: IncomingFile) => Promise<void>): Promise<FormData> {
  const form = new FormData();
  const taken: Promise<unknown>[] = [];
  const open = new Set<BusboyFileStream>();
  let textSize = 0;
  const parser = makeParser(request.headers.get("content-type") ?? "");
  parser.on("field", (name, value, _nameCut, valueCut) => {
    textSize += name.length + value.length;
    if (valueCut || textSize > MAX_BODY) parser.destroy(new BrokenFormError("too much text"));
    else form.append(name.slice(0, 100), value);
  });
  parser.on("file", (field, stream, name) => {
    open.add(stream);
    stream.once("close", () => open.delete(stream));
    // A file left halfway is still read past: destroyed, it would hold up the form for ever.
    const bytes = { [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) };
    const file = { field: field ?? "", name: name ?? "", bytes, tooBig: () => stream.truncated };
    stream.on("error", () => {});
    // One after the other, so that each is counted before the next; what fails is told at the end, when all have been heard.
    const before = taken.at(-1) ?? Promise.resolve();
    const taking = before.catch(() => {}).then(() => takeWhole(stream, file, take));
    taking.catch(() => {});
    taken.push(taking);
  });
  try {
    await feed(request, parser);
  } catch (error) {
    for (const stream of open) stream.destroy(new BrokenFormError("the body broke off"));
    await Promise.allSettled(taken);
    throw error instanceof BrokenFormError ? error : new BrokenFormError("the body broke off", { cause: error });
  }
  await Promise.all(taken);
  return form;
}

function makeParser(contentType: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { fieldSize: MAX_BODY, fileSize: MAX_FILE_BYTES, parts: MOST_PARTS, headerPairs: 20, headerSize: 8_192 },
    });
  } catch (error) {
    throw new BrokenFormError("no form", { cause: error });
  }
}

/** Hands a file on and reads past what is left of it, so that the form goes on. */
async function takeWhole(
  stream: BusboyFileStream,
  file: IncomingFile,
  take: (file: IncomingFile) => Promise<void>,
): Promise<void> {
  try {
    if (file.name !== "") await take(file);
  } finally {
    stream.resume();
  }
}

function feed(request: Request, parser: InstanceType<typeof Busboy>): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!request.body) {
      reject(new BrokenFormError("no body"));
      return;
    }
    const source = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
    source.once("error", (error) => {
      parser.destroy();
      reject(error);
    });
    parser.once("error", (error: unknown) => {
      source.destroy();
      reject(error instanceof Error ? error : new BrokenFormError("no form"));
    });
    parser.once("finish", () => resolve());
    source.pipe(parser);
  });
}
