import { data, type RouterContextProvider } from "react-router";
import { checkAttachments, fileCheckJob } from "../jobs/check-attachments.ts";
import { findOwnFile } from "../../db/attachments.ts";
import { portalContext } from "./context.ts";
import { BrokenFormError, isMultipart, readParts } from "./multipart.ts";
import type { Sender } from "./own-files.ts";
import { receiveFile, type Received } from "./receive-file.ts";

export interface FormWithFiles {
  readonly form: FormData;
  readonly files: readonly Received[];
}

/** The form field that carries files. */
const FIELD = "attachments";

/**
 * The posted form with the files that came in it: each on disk and looked into,
 * or refused with its reason. A body that is no form is answered 400.
 */
export async function readFormWithFiles(
  request: Request,
  context: Readonly<RouterContextProvider>,
  sender: Sender,
): Promise<FormWithFiles> {
  const received: Received[] = [];
  try {
    if (!isMultipart(request.headers.get("content-type"))) return { form: await request.formData(), files: [] };
    const form = await readParts(request, async (file) => {
      if (file.field === FIELD) received.push(await receiveFile(context, sender, file));
    });
    return { form, files: await lookInto(context, sender, received) };
  } catch (error) {
    if (error instanceof BrokenFormError || error instanceof TypeError) throw data(null, { status: 400 });
    throw error;
  }
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
    await checkAttachments(fileCheckJob(portal), file.id);
    const row = await findOwnFile(portal.store.read, file.id, sender.owners);
    const refusal = row?.state === "refused" ? (row.refusal ?? "broken") : null;
    found.push(refusal === null ? file : { name: file.name, id: null, refusal });
  }
  return found;
}
