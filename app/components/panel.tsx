/** The receipt: that it arrived, its code and, once, its secret. `Box` frames anything else. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CodeText } from "./code-text.tsx";
import { Icon } from "./icon.tsx";

/** The title is the page's `<h1>`. */
export function ReceiptPanel({
  title,
  code,
  codeLabel,
  codeNote,
  secret,
  secretNote,
  children,
}: {
  title: ReactNode;
  code: string;
  /** What the code is called; that of a case unless given. */
  codeLabel?: ReactNode;
  codeNote?: ReactNode;
  secret?: string;
  secretNote?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation("furniture");
  return (
    <div className="receipt">
      <h1 className="receipt__title">
        <Icon name="check-circle" />
        <span>{title}</span>
      </h1>
      <dl>
        <dt>{codeLabel ?? t("receipt.code")}</dt>
        <dd>
          <CodeText mark="code" large>
            {code}
          </CodeText>
          {codeNote}
        </dd>
        {secret && (
          <>
            <dt>{t("receipt.secret")}</dt>
            <dd>
              <CodeText mark="secret" large>
                {secret}
              </CodeText>
              {secretNote}
            </dd>
          </>
        )}
      </dl>
      {children}
    </div>
  );
}

export function Box({ action, children }: { action?: boolean; children: ReactNode }) {
  return <div className={action ? "box box--action" : "box"}>{children}</div>;
}
