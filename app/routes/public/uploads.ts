import { z } from "zod";
import { MAX_FILE_BYTES } from "../../domain/attachments.ts";
import { beginAttachment } from "../../commands/begin-attachment.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import { caseSender, formSender, refusalWords } from "../../http/own-files.ts";
import { perform } from "../../http/perform.ts";
import { takePieces } from "../../http/receive-file.ts";
import { refuseUpload, showUpload, speakAs } from "../../http/upload-answers.ts";
import type { Route } from "./+types/uploads";

const announced = z.object({
  name: z.string().min(1).max(1000),
  size: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** A reply on a case that a pass opens, or a submission. */
  for: z.enum(["case", "form"]).default("form"),
});

/** Nothing is listed here. */
export function loader() {
  return new Response(null, { status: 404 });
}

/** Announces a file: its name and size. Answers 201 with the address to which its pieces go. */
export async function action({ request, context }: Route.ActionArgs) {
  speakAs(request, context);
  const portal = context.get(portalContext);
  const lang = context.get(langContext);
  if (request.method !== "POST") return refuseUpload(lang, 405, "unavailable", { Allow: "POST" });
  const body = announced.safeParse(await request.json().catch(() => null));
  if (!body.success) return refuseUpload(lang, 400, "unavailable");
  const { name, size } = body.data;
  const sender =
    body.data.for === "case"
      ? await caseSender(request, portal)
      : await formSender(portal, readFormToken(request, portal.env.PUBLIC_URL));
  if (sender.owner === null) return refuseUpload(lang, 403, "no-session");
  if (!takePieces(context, 4)) return refuseUpload(lang, 429, "limited", { "Retry-After": "10" });
  const begun = await perform(context, beginAttachment, { ownerHash: sender.owner, name, size }, sender.actor);
  if (begun.ok) return showUpload(portal, lang, begun.value, 201, { Location: `/uploads/${begun.value.publicId}` });
  const rule = begun.errors.attachments ?? "unavailable";
  const full = rule === "too-many" || size > MAX_FILE_BYTES;
  return Response.json(
    { refusal: rule, message: refusalWords(lang, rule) },
    { status: full ? 413 : begun.status, headers: { "Cache-Control": "no-store" } },
  );
}
