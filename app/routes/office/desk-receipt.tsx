import { useTranslation } from "react-i18next";
import type { Route } from "./+types/desk-receipt";
import { findFiledBy } from "../../../db/filed-cases.ts";
import { deskToken, findReceipt } from "../../../db/form-receipts.ts";
import { ButtonLink } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { ReceiptPanel } from "../../components/panel.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { Time } from "../../components/time.tsx";
import { lastDay } from "../../domain/deadlines.ts";
import { langContext, portalContext, staffContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { qrModules } from "../../http/qr-modules.ts";
import { PageTitle } from "./parts/page-title.tsx";

/** The receipt of the clerk's last case, to be printed and handed over; gone once the person has taken a secret of their own. */
export async function loader({ context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const clerk = context.get(staffContext);
  if (!clerk) throw notFound();
  const receipt = await findReceipt(store.read, deskToken(clerk.staffId), clock());
  if (!receipt || !(await findFiledBy(store.read, clerk, receipt.code))) throw notFound();
  const { code, secret, receivedAt, triageDueAt, dueAt } = receipt;
  const trackUrl = `${env.PUBLIC_URL}/${context.get(langContext)}/track`;
  return {
    code,
    secret,
    receivedAt,
    triageBy: lastDay(triageDueAt),
    answerBy: lastDay(dueAt),
    trackUrl,
    qr: qrModules(`${trackUrl}?code=${code}`),
  };
}

export default function DeskReceipt({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("desk");
  const { t: furniture } = useTranslation("furniture");
  const { code, secret, receivedAt, triageBy, answerBy, trackUrl, qr } = loaderData;
  return (
    <>
      <PageTitle>{t("receipt.title")}</PageTitle>
      <p className="print-only strong">{furniture("portal.name")}</p>
      <ReceiptPanel
        title={t("receipt.title")}
        code={code}
        secret={secret ?? undefined}
        secretNote={<p>{t("receipt.secret")}</p>}
      />
      <div className="aside-right">
        <ul>
          <li>
            {t("receipt.received")} <Time value={receivedAt} format="time" />
          </li>
          <li>
            {t("receipt.triage")} <Time value={triageBy} format="long" />
          </li>
          <li>
            {t("receipt.answer")} <Time value={answerBy} format="long" />
          </li>
        </ul>
        <div>
          <QrCode modules={qr} label={t("receipt.qr", { code })} />
          <p className="small">{trackUrl}</p>
        </div>
      </div>
      <div className="no-print">
        <Notice>{t("receipt.print")}</Notice>
        <p>
          <ButtonLink href="/office/desk">{t("receipt.next")}</ButtonLink>
        </p>
      </div>
    </>
  );
}
