import { data, type RouterContextProvider } from "react-router";
import type { ReceiptFacts } from "../../domain/receipt.ts";
import { portalContext, sourceContext } from "../../http/context.ts";
import {
  checkReceipt,
  type Claim,
  claimOf,
  pastedText,
  readSignature,
  signatureFile,
} from "../../http/receipt-check.ts";

/** The largest receipt file that is looked at, in bytes. */
const MOST_BYTES = 400 * 1024;

export type VerifyError = "receipt" | "signature" | "file";

/** What the page shows after a check. */
export interface Verified {
  readonly verdict: "genuine" | "altered" | "unknown-key" | "unreadable" | "limited" | null;
  readonly facts: ReceiptFacts | null;
  readonly keyId: string;
  readonly errors: Partial<Record<"receiptFile" | "signatureFile", VerifyError>>;
  readonly typed: { readonly receipt: string; readonly signature: string };
}

const nothing: Omit<Verified, "typed"> = { verdict: null, facts: null, keyId: "", errors: {} };

/** Answers one POST of the page: nothing is looked up and nothing is kept. */
export async function handleVerify(request: Request, context: Readonly<RouterContextProvider>) {
  const { store, limiter } = context.get(portalContext);
  const form = await formOf(request);
  const typed = { receipt: textOf(form, "receipt"), signature: textOf(form, "signature") };
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) {
    const limited: Verified = { ...nothing, verdict: "limited", typed };
    return data(limited, { status: 429, headers: { "Retry-After": String(wait) } });
  }
  const [receipt, signature] = await Promise.all([fileOf(form, "receiptFile"), fileOf(form, "signatureFile")]);
  if (receipt === "too-large" || signature === "too-large") return refused({ receiptFile: "file" }, typed);
  const claim = claimFrom(receipt, signature, typed);
  if (!claim) return refused({ receiptFile: "receipt" }, typed);
  const verdict = checkReceipt(store.read.keys, claim);
  if (verdict.kind === "altered" && !claim.signature && !claim.text.startsWith("{"))
    return refused({ signatureFile: "signature" }, typed);
  const answer: Verified = {
    ...nothing,
    verdict: verdict.kind,
    facts: verdict.kind === "genuine" ? verdict.facts : null,
    keyId: verdict.kind === "genuine" ? verdict.facts.keyId : verdict.kind === "unknown-key" ? verdict.keyId : "",
    typed,
  };
  return data(answer, { status: verdict.kind === "genuine" ? 200 : 422 });
}

/** A file goes before what was pasted; a signature of its own before the one inside. Null when there is no receipt at all. */
function claimFrom(receipt: Buffer | null, signature: Buffer | null, typed: Verified["typed"]): Claim | null {
  if (!receipt && typed.receipt.trim() === "") return null;
  const claim = claimOf(receipt ?? Buffer.from(pastedText(typed.receipt)));
  if (claim.signature) return claim;
  return { ...claim, signature: signature ? signatureFile(signature) : readSignature(typed.signature) };
}

function refused(errors: Verified["errors"], typed: Verified["typed"]) {
  const answer: Verified = { ...nothing, errors, typed };
  return data(answer, { status: 422 });
}

/** The form with its small files, which the server has read whole already. A body that is no form is answered 400. */
async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data(null, { status: 400 });
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 20_000) : "";
}

/** A chosen file; null when none was chosen, as a form without one sends it empty. */
async function fileOf(form: FormData, name: string): Promise<Buffer | "too-large" | null> {
  const value = form.get(name);
  if (value === null || typeof value === "string" || value.size === 0) return null;
  return value.size > MOST_BYTES ? "too-large" : Buffer.from(await value.arrayBuffer());
}
