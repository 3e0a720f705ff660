import { dateWords } from "../components/date-words.ts";
import type { Lang } from "../domain/case-kind.ts";
import { HASH_UNKNOWN, type ReceiptFacts, receiptJson } from "../domain/receipt.ts";
import { qrModules } from "../http/qr-modules.ts";
import { getI18n } from "../i18n.ts";
import type { SignedReceipt } from "../../db/receipts.ts";
import { makePdf, type PdfPen } from "./pdf-document.ts";

const QR = 104;

/**
 * A signed receipt to keep and to print: what it says, the QR code of the
 * tracking page, and inside the file the signed text, its signature and both as
 * JSON, so that the PDF alone can be verified. `publicUrl` is the portal's address.
 */
export async function receiptPdf(signed: SignedReceipt, lang: Lang, publicUrl: string): Promise<Buffer> {
  const t = getI18n(lang).getFixedT(lang, "receipt");
  const words = getI18n(lang).getFixedT(lang, "furniture");
  const { facts, text, signature } = signed;
  const base64 = signature.toString("base64");
  const title = t("pdf.documentTitle", { code: facts.code });
  const foot = (page: number, pages: number) =>
    `${words("portal.name")} · ${facts.portal} · ${facts.code} · ${t("pdf.page", { page, pages })}`;
  return makePdf({ lang, title, date: facts.receivedAt, foot }, (pen) => {
    pen.heading(1, t("pdf.title"));
    pen.paragraph(t("pdf.lead", { portal: facts.portal }), { muted: true });
    pen.space(4);
    pen.squares(qrModules(`${publicUrl}/${lang}/track?code=${facts.code}`), QR, t("pdf.qrLabel", { code: facts.code }));
    certify(pen, facts, lang);
    pen.heading(2, t("pdf.track"));
    pen.paragraph(t("pdf.trackText", { address: `${publicUrl}/${lang}/track` }));
    pen.heading(2, t("pdf.hashTitle"));
    pen.paragraph(t("pdf.hashText"), { muted: true });
    pen.pair(t("fact.textSha256"), facts.textSha256, { size: "small" });
    for (const [index, hash] of facts.fileSha256.entries())
      pen.pair(t("fact.file", { number: index + 1 }), hash === HASH_UNKNOWN ? t("fact.fileUnknown") : hash, {
        size: "small",
      });
    if (facts.fileSha256.length === 0) pen.pair(t("fact.files"), t("fact.noFiles"));
    pen.heading(2, t("pdf.signTitle"));
    pen.pair(t("fact.keyId"), `${facts.keyId} (Ed25519)`);
    pen.pair(t("fact.signature"), base64, { size: "small" });
    pen.paragraph(t("pdf.signText", { address: `${publicUrl}/${lang}/verify` }));
    pen.heading(2, t("pdf.textTitle"));
    pen.paragraph(text.toString(), { small: true, lang: "vi" });
    pen.attach({ name: "receipt.txt", type: "text/plain", bytes: text });
    pen.attach({ name: "receipt.sig", type: "application/octet-stream", bytes: signature });
    pen.attach({ name: "receipt.json", type: "application/json", bytes: Buffer.from(receiptJson(facts, base64)) });
  });
}

/** The facts beside the QR code. */
function certify(pen: PdfPen, facts: ReceiptFacts, lang: Lang): void {
  const t = getI18n(lang).getFixedT(lang, "receipt");
  const words = getI18n(lang).getFixedT(lang, "furniture");
  const beside = { width: 493 - QR - 16 };
  pen.pair(t("fact.code"), facts.code, { ...beside, size: "large" });
  pen.pair(t("fact.kind"), t(`kind.${facts.kind}`), beside);
  pen.pair(t("fact.receivedAt"), dateWords(facts.receivedAt, "time", words), beside);
  pen.pair(t("fact.agency"), lang === "en" ? facts.agencyEn : facts.agencyVi, beside);
  pen.pair(t("fact.triageDue"), dateWords(facts.triageDue, "long", words), beside);
  pen.pair(t("fact.answerDue"), dateWords(facts.answerDue, "long", words), beside);
}
