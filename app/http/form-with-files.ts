import { setTimeout } from "node:timers/promises";
import { data, type RouterContextProvider } from "react-router";
import { checkAttachments, fileCheckJob } from "../jobs/check-attachments.ts";
import { type AttachmentRow, findOwnFile } from "../../db/attachments.ts";
import { portalContext } from "./context.ts";
import { BrokenFormError, isMultipart, readParts } from "./multipart.ts";
import type { Sender } from "./own-files.ts";
import { receiveFile, type Received } from "./receive-file.ts";

export interface FormWithFiles {
  readonly form: FormData;
  readonly files: readonly Received[];
  /** The names of other fields that carried files, which nobody has taken. */
  readonly strays: readonly string[];
}

/** The form field that carries files. */
const FIELD = "attachments";

/**
 * The posted form with the files that came in it: each on disk and looked into,
 * or refused with its reason. Throws `BrokenFormError` for a body that broke off
 * or is no form.
 */
export async function takeForm(
  request: Request,
  context: Readonly<RouterContextProvider>,
  sender: Sender,
): Promise<FormWithFiles> {
  const received: Received[] = [];
  const strays: string[] = [];
  const form = await readParts(request, async (file) => {
    if (file.field === FIELD) received.push(await receiveFile(context, sender, file));
    else strays.push(file.field);
  });
  return { form, files: await lookInto(context, sender, received), strays };
}

/** As `takeForm`, for a page: a form without files as well. A body that is no form is answered 400. */
export async function readFormWithFiles(
  request: Request,
  context: Readonly<RouterContextProvider>,
  sender: Sender,
): Promise<FormWithFiles> {
  try {
    if (isMultipart(request.headers.get("content-type"))) return await takeForm(request, context, sender);
    return { form: await request.formData(), files: [], strays: [] };
  } catch (error) {
    if (error instanceof BrokenFormError || error instanceof TypeError) throw data(null, { status: 400 });
    throw error;
  }
}

/** So long a form waits for what another look finds, and how often it asks. */
const PATIENCE_MS = 10_000;
const STEP_MS = 100;

/** A file that the timer or another process has begun to look into, once that has ended. */
async function lookedInto(find: () => Promise<AttachmentRow | null>): Promise<AttachmentRow | null> {
  let row = await find();
  for (let waited = 0; row?.state === "checking" && waited < PATIENCE_MS; waited += STEP_MS) {
    await setTimeout(STEP_MS);
    row = await find();
  }
  return row;
}

/** Looks into what has come in, so that the answer can say what is refused. What cannot be looked into now waits. */
async function lookInto(
  context: Readonly<RouterContextProvider>,
  sender: Sender,
  files: readonly Received[],
): Promise<Received[]> {
  const portal = context.get(portalContext);
  const found: Received[] = [];
  for (const file of files) {
    if (file.id === null) {
      found.push(file);
      continue;
    }
    const { id } = file;
    const find = () => findOwnFile(portal.store.read, id, sender.owners);
    const own = await checkAttachments(fileCheckJob(portal), id);
    const row = own > 0 ? await find() : await lookedInto(find);
    const refusal = row?.state === "refused" ? (row.refusal ?? "broken") : null;
    found.push(refusal === null ? file : { name: file.name, id: null, sha256: null, refusal });
  }
  return found;
}
