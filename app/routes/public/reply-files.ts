import type { RouterContextProvider } from "react-router";
import { caseOwner, findOwnFile, listOwnFiles } from "../../../db/attachments.ts";
import { portalContext } from "../../http/context.ts";
import { readForm } from "../../http/form-input.ts";
import { readFormWithFiles } from "../../http/form-with-files.ts";
import { isMultipart } from "../../http/multipart.ts";
import { caseSender, type FileView, fileView, type Sender } from "../../http/own-files.ts";
import { dropFile } from "../../http/receive-file.ts";
import type { RefusedFile } from "./posted-files.ts";

type Context = Readonly<RouterContextProvider>;

/** A posted form of the tracking page with the files that came in it, which belong to whoever holds the pass. */
export async function readReply(
  request: Request,
  context: Context,
): Promise<{ form: FormData; refusedFiles: readonly RefusedFile[]; sender: Sender | null }> {
  if (!isMultipart(request.headers.get("content-type"))) {
    return { form: await readForm(request), refusedFiles: [], sender: null };
  }
  const sender = await caseSender(request, context.get(portalContext));
  const { form, files } = await readFormWithFiles(request, context, sender);
  const refusedFiles = files.flatMap(({ name, refusal }) => (refusal === null ? [] : [{ name, rule: refusal }]));
  return { form, refusedFiles, sender };
}

/** Takes back a file that was not sent yet; nothing happens when there is none. */
export async function dropSent(context: Context, sender: Sender | null, publicId: string): Promise<void> {
  const { store } = context.get(portalContext);
  if (sender && (await findOwnFile(store.read, publicId, sender.owners))) await dropFile(context, sender, publicId);
}

/** The files that wait to be sent with the next words on a case. */
export async function unsentFiles(context: Context, caseId: number): Promise<FileView[]> {
  const portal = context.get(portalContext);
  const { read } = portal.store;
  return (await listOwnFiles(read, [caseOwner(read, caseId)])).map((row) => fileView(portal, row));
}
