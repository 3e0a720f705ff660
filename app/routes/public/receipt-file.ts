import type { RouterContextProvider } from "react-router";
import type { Lang } from "../../domain/case-kind.ts";
import { readCaseCode } from "../../domain/case-code.ts";
import { receiptJson } from "../../domain/receipt.ts";
import { receiptPdf } from "../../pdf/receipt-pdf.ts";
import { findReceipt } from "../../../db/form-receipts.ts";
import { findSignedReceipt, type SignedReceipt } from "../../../db/receipts.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import { notFound } from "../../http/perform.ts";
import { passOf, readPass } from "../../http/tracking-pass.ts";
import type { Route } from "./+types/receipt-file";

/** One download of a receipt: what its address ends in, and how it is made. */
const files: Record<string, { type: string; make: (signed: SignedReceipt, lang: Lang, publicUrl: string) => Body }> = {
  "receipt.txt": { type: "text/plain; charset=utf-8", make: ({ text }) => text },
  "receipt.sig": { type: "application/octet-stream", make: ({ signature }) => signature },
  "receipt.json": {
    type: "application/json; charset=utf-8",
    make: ({ facts, signature }) => receiptJson(facts, signature.toString("base64")),
  },
  "receipt.pdf": { type: "application/pdf", make: receiptPdf },
};
type Body = Buffer | string | Promise<Buffer>;

/**
 * A file of the signed receipt of the case named by `?code=`, for whoever holds
 * a pass to that case, and for the form session that sent it. For anybody else
 * there is no such file.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { store, env, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const file = Object.hasOwn(files, params.file) ? files[params.file] : undefined;
  const code = readCaseCode((new URL(request.url).searchParams.get("code") ?? "").slice(0, 60));
  if (!file || !code || !(await mayHave(request, context, code))) throw notFound();
  const wait = limiter.take("document", context.get(sourceContext));
  if (wait > 0) return new Response(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const signed = await findSignedReceipt(store.read, code);
  if (!signed) throw notFound();
  const made = await file.make(signed, lang, env.PUBLIC_URL);
  return new Response(typeof made === "string" ? made : new Uint8Array(made), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${params.file.replace("receipt", `receipt-${code}`)}"`,
    },
  });
}

async function mayHave(request: Request, context: Readonly<RouterContextProvider>, code: string): Promise<boolean> {
  const { store, env, clock } = context.get(portalContext);
  const now = clock();
  if (readPass(store.read.keys, passOf(request, env.PUBLIC_URL), now) === code) return true;
  const token = readFormToken(request, env.PUBLIC_URL);
  return token !== null && (await findReceipt(store.read, token, now))?.code === code;
}
