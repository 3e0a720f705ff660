import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import type { ApprovalCard } from "../../../http/approvals-page.ts";

/** Answers that began as one and the same template, to be approved together. */
export function BatchApproval({ groups }: { groups: readonly { id: number; cards: readonly ApprovalCard[] }[] }) {
  const { t } = useTranslation("answering");
  return groups.map(({ id, cards }) => (
    <Disclosure key={id} summary={t("approval.group", { count: cards.length, title: cards[0]?.templateTitle ?? "" })}>
      <p className="muted">{t("approval.batchHint")}</p>
      <form method="post" noValidate>
        <input type="hidden" name="_act" value="batch" />
        <fieldset>
          <legend className="field__label">{t("approval.pick")}</legend>
          {cards.map(({ code, version, title, lang, template, flags }) => (
            <div className="choice" key={code}>
              <input type="checkbox" id={`pick-${code}`} name="pick" value={`${code}.${version}`} />
              <label htmlFor={`pick-${code}`}>
                {code} <span lang={lang}>{title}</span>
              </label>
              <p className="choice__hint">
                {[
                  t("approval.flag.template", { share: template?.share ?? 0 }),
                  ...flags.flatMap((flag) =>
                    flag === "template" || flag === "deferred" ? [] : [t(`approval.flag.${flag}`)],
                  ),
                ].join(" · ")}
              </p>
            </div>
          ))}
        </fieldset>
        <Button>{t("approval.batch", { count: cards.length })}</Button>
      </form>
    </Disclosure>
  ));
}
