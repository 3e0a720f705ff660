import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { MASK, type MaskReasons } from "../domain/mask.ts";

export const masksIn = (text: string): number => text.split(MASK).length - 1;

/** A public text in which each `[…]` says why it is there; `from` masks of the same text stand before it. */
export function MaskedText({
  text,
  masks,
  from = 0,
}: {
  text: string;
  masks?: MaskReasons | null | undefined;
  from?: number;
}) {
  const { t, i18n } = useTranslation("publishing");
  const parts = text.split(MASK);
  if (!masks || parts.length === 1) return text;
  return parts.map((part, index) => {
    const reason = index === 0 ? null : masks[from + index - 1];
    return (
      <Fragment key={index}>
        {index > 0 && MASK}
        {reason && (
          <small className="mask" lang={i18n.language}>
            {" "}
            ({t("masked", { reason: t(`reason.${reason}`) })})
          </small>
        )}
        {part}
      </Fragment>
    );
  });
}
