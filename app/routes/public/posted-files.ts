import type { RouterContextProvider } from "react-router";
import { portalContext } from "../../http/context.ts";
import { readForm } from "../../http/form-input.ts";
import { readFormWithFiles } from "../../http/form-with-files.ts";
import { isMultipart } from "../../http/multipart.ts";
import { formSender } from "../../http/own-files.ts";
import { describeError } from "../../http/perform.ts";

/** A file of a form that was not taken, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly rule: string;
}

/** A posted form of the submission with the files that came in it, which belong to the session from now on. */
export async function readPosted(
  request: Request,
  context: Readonly<RouterContextProvider>,
  token: string,
): Promise<{ form: FormData; refusedFiles: readonly RefusedFile[]; broughtFiles: boolean }> {
  const plain = { refusedFiles: [], broughtFiles: false };
  if (!isMultipart(request.headers.get("content-type"))) return { ...plain, form: await readForm(request) };
  const portal = context.get(portalContext);
  try {
    const sender = await formSender(portal, token);
    const { form, files } = await readFormWithFiles(request, context, sender);
    const refusedFiles = files.flatMap(({ name, refusal }) => (refusal === null ? [] : [{ name, rule: refusal }]));
    return { form, refusedFiles, broughtFiles: files.length > 0 };
  } catch (error) {
    if (!(error instanceof Error) || request.bodyUsed) throw error;
    // The database is out of reach: what was typed must not be lost with the files.
    portal.log.error(describeError(error), "files not taken");
    const form = await readForm(request);
    const names = form.has("attachments") ? [] : [{ name: "?", rule: "unavailable" }];
    return { form, refusedFiles: names, broughtFiles: false };
  }
}
