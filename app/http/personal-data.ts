import { accountData, type CaseData, eachCaseData, type Subject } from "../../db/personal-data.ts";
import type { Db } from "../../db/store.server.ts";
import { localDate } from "../domain/calendar.ts";
import type { Lang } from "../domain/case-kind.ts";
import { submitterJson } from "./api-views.ts";
import { personalPage } from "./personal-page.ts";

/**
 * Everything held about somebody as a file, written while it is read: a firm
 * with ten thousand cases needs no more memory than a person with one.
 */
export function downloadOf(db: Db, subject: Subject, format: "json" | "html", lang: Lang, now: Date): Response {
  const pieces = format === "html" ? personalPage(db, subject, lang, now) : asJson(db, subject, now);
  const type = format === "html" ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
  return new Response(streamOf(pieces), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="cau-noi-${localDate(now)}.${format}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      "Cache-Control": "no-store",
    },
  });
}

async function* asJson(db: Db, subject: Subject, now: Date): AsyncGenerator<string> {
  const account = await accountData(db, subject, now);
  yield `{"madeAt":${JSON.stringify(now)},"account":${JSON.stringify(account)},"cases":[`;
  let first = true;
  for await (const item of eachCaseData(db, subject, now)) {
    yield `${first ? "" : ","}\n${JSON.stringify(caseJson(item, now))}`;
    first = false;
  }
  yield "]}\n";
}

function caseJson({ identity, view, files }: CaseData, now: Date) {
  const { address, publishConsent, identityHidden, identityErasedAt, provinceCode, communeCode, field } = view.row;
  return {
    ...submitterJson(view, now),
    identity,
    identityHidden,
    identityErasedAt,
    publishConsent,
    address,
    provinceCode,
    communeCode,
    field,
    files,
  };
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
