import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Notice } from "../../components/notice.tsx";
import { ReceiptPanel } from "../../components/panel.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { localDate } from "../../domain/calendar.ts";
import { lastDay } from "../../domain/deadlines.ts";
import { findCaseId } from "../../../db/cases.ts";
import { ruleInForce } from "../../../db/deadline-settings.ts";
import { findReceipt } from "../../../db/form-receipts.ts";
import { filedHashes } from "../../../db/receipts.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import { qrModules } from "../../http/qr-modules.ts";
import type { Route } from "./+types/receipt";
import { PublicPage } from "./public-page.tsx";
import { ReceiptDownloads } from "./receipt-downloads.tsx";

/** The receipt of this browser's last submission, for a day; never anybody else's. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const token = readFormToken(request, env.PUBLIC_URL);
  const receipt = token ? await findReceipt(store.read, token, now) : null;
  if (!receipt) return { receipt: null };
  const day = localDate(receipt.receivedAt);
  const basis = async (step: "triage" | "answer") => {
    const rule = await ruleInForce(store.read, step, receipt.kind, day);
    return lang === "en" ? rule.basisEn : rule.basisVi;
  };
  const { kind, code, secret, receivedAt, mailed } = receipt;
  return {
    receipt: { kind, code, secret, receivedAt, mailed },
    files: (await filedHashes(store.read, await findCaseId(store.read, code))).length,
    triage: { by: lastDay(receipt.triageDueAt), basis: await basis("triage") },
    answer: { by: lastDay(receipt.dueAt), basis: await basis("answer") },
    qr: qrModules(`${env.PUBLIC_URL}/${lang}/track?code=${code}`),
    trackUrl: `${env.PUBLIC_URL}/${lang}/track`,
    printedAt: now,
  };
}

export default function ReceiptPage({ loaderData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("public");
  const { t: furniture } = useTranslation("furniture");
  const lang = i18n.language;
  if (!loaderData.receipt) {
    return (
      <PublicPage title={t("receipt.noneTitle")} unlisted>
        <h1>{t("receipt.noneTitle")}</h1>
        <p className="column">{t("receipt.noneText")}</p>
        <p className="cluster">
          <ButtonLink href={`/${lang}/track`}>{t("receipt.track")}</ButtonLink>
          <a href={`/${lang}/submit`}>{t("receipt.sendNew")}</a>
        </p>
      </PublicPage>
    );
  }
  const { receipt, files, triage, answer, qr, trackUrl, printedAt } = loaderData;
  const day = (value: Date | string, style: "long" | "time" = "long") => dateWords(value, style, furniture);
  const copy = <copy-code words={t("copy")} done={t("copied")} hidden />;
  return (
    <PublicPage title={t("receipt.title")} description={t("receipt.keepText")} enhanced>
      <draft-done kind={receipt.kind} hidden />
      <ReceiptPanel
        title={t(`receipt.arrived.${receipt.kind}`)}
        code={receipt.code}
        codeNote={<p>{copy}</p>}
        secret={receipt.secret ?? undefined}
        secretNote={
          <>
            <p>{copy}</p>
            <p>{t("receipt.secretNote")}</p>
          </>
        }
      />
      <div className="aside-right">
        <section>
          <h2>{t("receipt.nextTitle")}</h2>
          <ol>
            <li>
              <strong>{t("receipt.next.received", { date: day(receipt.receivedAt, "time") })}</strong>{" "}
              {files === 0 ? t("receipt.next.noFiles") : t("receipt.next.files", { files })}{" "}
              {receipt.mailed ? t("receipt.next.mailed") : t("receipt.next.notMailed")}
            </li>
            <li>
              <strong>{t("receipt.next.triage", { date: day(triage.by) })}</strong> {triage.basis}.
            </li>
            <li>
              <strong>{t("receipt.next.answer", { date: day(answer.by) })}</strong> {answer.basis}.
            </li>
          </ol>
          <Notice title={t("receipt.keepTitle")}>{t("receipt.keepText")}</Notice>
        </section>
        <section>
          <h2>{t("receipt.qrTitle")}</h2>
          <QrCode modules={qr} label={t("receipt.qrLabel", { code: receipt.code })} />
          <p className="small">{t("receipt.qrText", { address: trackUrl })}</p>
        </section>
      </div>
      <ReceiptDownloads code={receipt.code} />
      <p className="cluster no-print">
        <ButtonLink href={`/${lang}/track?code=${receipt.code}`}>{t("receipt.track")}</ButtonLink>
        <a href={`/${lang}/submit`}>{t("receipt.sendAnother")}</a>
      </p>
      <p className="small muted no-print">{t("receipt.print")}</p>
      <p className="print-only small">{t("receipt.printed", { date: day(printedAt, "time") })}</p>
    </PublicPage>
  );
}
