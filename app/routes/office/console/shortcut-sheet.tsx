import { useTranslation } from "react-i18next";
import { decideKeys, goKeys } from "../../../domain/console-keys.ts";
import type { Shortcuts } from "../../../domain/shortcuts.ts";
import { Overlay } from "./overlay.tsx";

/** Every key of the console. */
export function ShortcutSheet({ mode, onClose }: { mode: Shortcuts; onClose: () => void }) {
  const { t } = useTranslation("console");
  const alt = mode === "alt" ? "Alt + " : "";
  const keys: readonly (readonly [string, string])[] = [
    ...decideKeys.map(({ key, act }) => [alt + key, t(`decide.${act}`)] as const),
    [`${alt}J, ↓`, t("sheet.next")],
    [`${alt}K, ↑`, t("sheet.previous")],
    [`${alt}O, Enter`, t("sheet.open")],
    [`${alt}/`, t("sheet.search")],
    [`${alt}Z`, t("sheet.undo")],
    ...goKeys.map(({ key, to }) => [`${alt}G, ${alt}${key.toUpperCase()}`, t(`sheet.${to}`)] as const),
    ["Ctrl + K", t("sheet.palette")],
    [`${alt}?`, t("sheet.sheet")],
    ["Esc", t("sheet.close")],
  ];
  return (
    <Overlay title={t("sheet.title")} onClose={onClose}>
      {mode === "off" && <p>{t("sheet.off")}</p>}
      <dl className="sheet">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/office/account#shortcuts-form">{t("sheet.change")}</a>
      </p>
    </Overlay>
  );
}
