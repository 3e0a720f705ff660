import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Dl } from "../../components/dl.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { FileField, TextArea, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { HASH_UNKNOWN, type ReceiptFacts } from "../../domain/receipt.ts";
import { portalContext } from "../../http/context.ts";
import { publishedKeys } from "../../http/receipt-check.ts";
import type { Route } from "./+types/verify";
import { CommandBox } from "./command-box.tsx";
import { PublicPage } from "./public-page.tsx";
import { handleVerify, type Verified } from "./verification.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { store, env } = context.get(portalContext);
  const keys = publishedKeys(store.read.keys).map(({ keyId, current, sha256 }) => ({ keyId, current, sha256 }));
  return { publicUrl: env.PUBLIC_URL, keys };
}

export async function action({ request, context }: Route.ActionArgs) {
  return handleVerify(request, context);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** Tells whether a receipt is genuine, and how to find out without this page. */
export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("receipt");
  const errors = Object.entries(actionData?.errors ?? {}).map(([name, error]) => ({
    name,
    message: t(`verify.error.${error}`),
  }));
  return (
    <PublicPage title={t("verify.title")} description={t("verify.description")} invalid={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t("verify.title")}</h1>
      {actionData?.verdict && <Result verified={actionData} verdict={actionData.verdict} />}
      <p className="lead">{t("verify.lead")}</p>
      <section>
        <form className="column" method="post" encType="multipart/form-data" action={`/${i18n.language}/verify`}>
          <FileField
            name="receiptFile"
            label={t("verify.fileLabel")}
            hint={t("verify.fileHint")}
            error={errorOf(actionData, "receiptFile", t)}
            accept=".pdf,.json,.txt"
          />
          <FileField
            name="signatureFile"
            label={t("verify.sigFileLabel")}
            hint={t("verify.sigFileHint")}
            error={errorOf(actionData, "signatureFile", t)}
            accept=".sig"
          />
          <h2>{t("verify.pasteTitle")}</h2>
          <TextArea
            name="receipt"
            label={t("verify.textLabel")}
            hint={t("verify.textHint")}
            defaultValue={actionData?.typed.receipt}
            spellCheck={false}
          />
          <TextField
            name="signature"
            label={t("verify.sigLabel")}
            hint={t("verify.sigHint")}
            defaultValue={actionData?.typed.signature}
            autoComplete="off"
            spellCheck={false}
          />
          <Button>{t("verify.send")}</Button>
        </form>
      </section>
      <Alone {...loaderData} />
    </PublicPage>
  );
}

function errorOf(
  verified: Verified | undefined,
  name: keyof Verified["errors"],
  t: (key: `verify.error.${"receipt" | "signature" | "file"}`) => string,
): string | undefined {
  const error = verified?.errors[name];
  return error && t(`verify.error.${error}`);
}

function Result({ verified, verdict }: { verified: Verified; verdict: NonNullable<Verified["verdict"]> }) {
  const { t } = useTranslation("receipt");
  const { facts, keyId } = verified;
  return (
    <>
      <Notice tone={verdict === "genuine" ? "success" : "warning"} live title={t(`verify.${verdict}.title`)}>
        <p>{t(`verify.${verdict}.text`, { keyId })}</p>
      </Notice>
      {facts && <Facts facts={facts} />}
    </>
  );
}

function Facts({ facts }: { facts: ReceiptFacts }) {
  const { t, i18n } = useTranslation("receipt");
  const { t: furniture } = useTranslation("furniture");
  const files = facts.fileSha256.map((hash, index) => ({
    label: t("fact.file", { number: index + 1 }),
    value: hash === HASH_UNKNOWN ? t("fact.fileUnknown") : <span className="code">{hash}</span>,
  }));
  return (
    <Dl
      pairs={[
        { label: t("fact.code"), value: <CodeText mark="code">{facts.code}</CodeText> },
        { label: t("fact.kind"), value: t(`kind.${facts.kind}`) },
        { label: t("fact.receivedAt"), value: dateWords(facts.receivedAt, "time", furniture) },
        { label: t("fact.portal"), value: facts.portal },
        { label: t("fact.agency"), value: i18n.language === "en" ? facts.agencyEn : facts.agencyVi },
        { label: t("fact.triageDue"), value: dateWords(facts.triageDue, "long", furniture) },
        { label: t("fact.answerDue"), value: dateWords(facts.answerDue, "long", furniture) },
        { label: t("fact.textSha256"), value: <span className="code">{facts.textSha256}</span> },
        ...(files.length > 0 ? files : [{ label: t("fact.files"), value: t("fact.noFiles") }]),
      ]}
    />
  );
}

/** How to check with `openssl` and nothing else. */
function Alone({ publicUrl, keys }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("receipt");
  const { t: files } = useTranslation("attachments");
  return (
    <section className="column">
      <h2>{t("verify.alone.title")}</h2>
      <p>{t("verify.alone.lead")}</p>
      <ol>
        <li>
          <p>{t("verify.alone.key")}</p>
          <CommandBox
            label={t("verify.alone.key")}
          >{`curl -o receipt-key.pem ${publicUrl}/receipt-key.pem`}</CommandBox>
          <p>
            {t("verify.alone.older")}{" "}
            <a href="/.well-known/cau-noi-receipt-keys.json">/.well-known/cau-noi-receipt-keys.json</a>
          </p>
        </li>
        <li>
          <p>{t("verify.alone.files")}</p>
          <p>{t("verify.alone.base64")}</p>
          <CommandBox label={t("verify.alone.base64")}>
            openssl base64 -d -A -in signature.txt -out receipt.sig
          </CommandBox>
        </li>
        <li>
          <p>{t("verify.alone.check")}</p>
          <CommandBox label={t("verify.alone.check")}>
            openssl pkeyutl -verify -pubin -inkey receipt-key.pem -rawin -in receipt.txt -sigfile receipt.sig
          </CommandBox>
          <p>{t("verify.alone.result")}</p>
        </li>
        <li>
          <p>{t("verify.alone.hash")}</p>
          <CommandBox label={t("verify.alone.hash")}>openssl dgst -sha256 my-file.pdf</CommandBox>
          <p>{files("smaller")}</p>
        </li>
      </ol>
      <h3>{t("verify.alone.keysTitle")}</h3>
      <Dl
        look="stacked"
        pairs={keys.map(({ keyId, current, sha256 }) => ({
          label: current ? t("verify.alone.keyCurrent", { keyId }) : keyId,
          value: (
            <>
              <a href={`/receipt-key.pem?key=${encodeURIComponent(keyId)}`}>PEM</a>{" "}
              <span className="small muted">SHA-256</span> <span className="code">{sha256}</span>
            </>
          ),
        }))}
      />
    </section>
  );
}
