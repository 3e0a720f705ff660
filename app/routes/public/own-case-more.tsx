import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextArea } from "../../components/field.tsx";
import type { OwnCase } from "./case-model.ts";
import { useFieldWords } from "../../components/field-words.ts";
import type { Unopened } from "./tracking.ts";

/** How the address that a case was sent with stands. */
export type AddressState = "none" | "unconfirmed" | "confirmed";

/** The submitter writes without having been asked. */
export function SupplementForm({ refused, files }: { refused: Unopened | undefined; files: ReactNode }) {
  const { t, i18n } = useTranslation("me");
  const { errorOf } = useFieldWords();
  const own = refused?.act === "supplement" ? refused : null;
  return (
    <section className="no-print">
      <Disclosure summary={t("supplement.title")} open={own !== null}>
        <p>{t("supplement.text")}</p>
        <form method="post" action={`/${i18n.language}/track`} encType="multipart/form-data" noValidate>
          <input type="hidden" name="act" value="supplement" />
          <TextArea
            name="message"
            label={t("fields.message.label")}
            error={errorOf(own?.errors ?? {}, "message")}
            defaultValue={own?.values.message}
            rows={5}
          />
          {files}
          <Button icon="send">{t("supplement.send")}</Button>
        </form>
      </Disclosure>
    </section>
  );
}

/** Who knows who sent the case, whether the address is confirmed, and what the sender can do about their data. */
export function AboutYou({ own, address }: { own: OwnCase; address: AddressState }) {
  const { t, i18n } = useTranslation("me");
  const lang = i18n.language;
  return (
    <section className="column no-print">
      <h2>{t("you.title")}</h2>
      <p>{t(`you.sender.${own.sender}`)}</p>
      {address !== "none" && <p>{t(`you.address.${address}`)}</p>}
      <ul>
        {address !== "none" && (
          <li>
            <a href={`/${lang}/me`}>{t("you.account")}</a>
          </li>
        )}
        <li>
          <a href={`/${lang}/track/data?format=html`}>{t("data.html")}</a>
        </li>
        <li>
          <a href={`/${lang}/track/data?format=json`}>{t("data.json")}</a>
        </li>
        {own.may.erase && (
          <li>
            <a href={`/${lang}/track/erase`}>{t("you.erase")}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
