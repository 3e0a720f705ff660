import type { RouterContextProvider } from "react-router";
import { may } from "../domain/permissions.ts";
import { findOwnFile } from "../../db/attachments.ts";
import { findCase, scopeOf } from "../../db/cases.ts";
import { evidenceKeptUntil, evidenceOwner } from "../../db/evidence.ts";
import { actorContext, portalContext } from "./context.ts";
import { readForm } from "./form-input.ts";
import { readFormWithFiles } from "./form-with-files.ts";
import { isMultipart } from "./multipart.ts";
import { nobody, type Sender } from "./own-files.ts";
import { dropFile } from "./receive-file.ts";

type Context = Readonly<RouterContextProvider>;

/** A file that was not taken, and why, as a rule of `attachments:refusal` or `attachments:problem`. */
export interface RefusedEvidence {
  readonly name: string;
  readonly rule: string;
}

/** A form of the page of a case, with what became of the files in it. */
export interface ActForm {
  readonly form: FormData;
  readonly refusedFiles: readonly RefusedEvidence[];
}

/**
 * The posted form of an act. Files in it are evidence for the answer: on disk
 * and looked into, or refused. Of whoever may not write that answer none is taken.
 */
export async function readActForm(request: Request, context: Context, code: string): Promise<ActForm> {
  if (!isMultipart(request.headers.get("content-type"))) return { form: await readForm(request), refusedFiles: [] };
  const { form, files } = await readFormWithFiles(request, context, await evidenceSender(context, code));
  const refusedFiles = files.flatMap(({ name, refusal }) => (refusal === null ? [] : [{ name, rule: refusal }]));
  return { form, refusedFiles };
}

/** Takes a file back that waits for the answer; nothing happens when there is none. */
export async function dropEvidence(context: Context, code: string, publicId: string): Promise<void> {
  const { store } = context.get(portalContext);
  const sender = await evidenceSender(context, code);
  if (await findOwnFile(store.read, publicId, sender.owners)) await dropFile(context, sender, publicId);
}

async function evidenceSender(context: Context, code: string): Promise<Sender> {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const row = await findCase(store.read, code);
  if (!row || !may(actor, "draft", scopeOf(row))) return nobody;
  const owner = evidenceOwner(store.read, row);
  return { owner, owners: [owner], actor, keepUntil: evidenceKeptUntil(clock()), evidenceOf: code };
}
