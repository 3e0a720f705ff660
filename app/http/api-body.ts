import { type Call, refuse } from "./api-call.ts";
import { formInput } from "./form-input.ts";
import { takeForm } from "./form-with-files.ts";
import { BrokenFormError, isMultipart } from "./multipart.ts";
import type { Sender } from "./own-files.ts";
import type { Received } from "./receive-file.ts";
import { MAX_BODY } from "./read-body.ts";

/** How deep JSON may be nested; the API's own inputs need three levels. */
const MAX_DEPTH = 16;

export type RawInput = Record<string, unknown>;

/** The body of a call as a plain object from JSON. Throws 400 when it cannot be read, 415 when it is something else. */
export async function readJson(call: Call, options: { mayBeEmpty?: boolean } = {}): Promise<RawInput> {
  const bytes = await readBytes(call);
  if (options.mayBeEmpty && bytes.length === 0) return {};
  if (!isJson(call.request.headers.get("Content-Type"))) {
    throw refuse(call, "wrong-type", { headers: { Accept: "application/json" } });
  }
  return parseObject(call, bytes);
}

/** A body that may be JSON or a form with the same field names and files; the files are the sender's until they are filed. */
export async function readJsonOrForm(
  call: Call,
  sender: Sender,
): Promise<{ input: RawInput; files: readonly Received[] }> {
  const type = call.request.headers.get("Content-Type") ?? "";
  if (isJson(type)) return { input: parseObject(call, await readBytes(call)), files: [] };
  if (!isMultipart(type)) {
    throw refuse(call, "wrong-type", { headers: { Accept: "application/json, multipart/form-data" } });
  }
  try {
    const { form, files, strays } = await takeForm(call.request, call.context, sender);
    const [stray] = strays;
    if (stray !== undefined) throw refuse(call, "input", { errors: { [stray.slice(0, 100)]: "no-files" } });
    return { input: formInput(form), files };
  } catch (error) {
    if (error instanceof BrokenFormError) throw refuse(call, "unreadable");
    throw error;
  }
}

/** JSON in UTF-8, by its content type. */
function isJson(type: string | null): boolean {
  const [kind = "", ...parameters] = (type ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  return kind === "application/json" && parameters.every((part) => part === "" || /^charset="?utf-8"?$/.test(part));
}

/** The body as it came. Throws 413 where it is too large. */
export async function readBytes(call: Call): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await call.request.arrayBuffer());
  if (bytes.length > MAX_BODY) throw refuse(call, "too-large");
  return bytes;
}

/** One JSON object out of a body. Throws 400 where it is none. */
export function parseObject(call: Call, bytes: Uint8Array): RawInput {
  const value = parse(bytes);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refuse(call, "unreadable");
  return { ...value };
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return isTooDeep(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Counts brackets outside strings, before anything is built from the text. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const symbol = text[at];
    if (inString) {
      if (symbol === "\\") at += 1;
      else if (symbol === '"') inString = false;
    } else if (symbol === '"') inString = true;
    else if (symbol === "{" || symbol === "[") {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (symbol === "}" || symbol === "]") depth -= 1;
  }
  return false;
}
