import { useTranslation } from "react-i18next";
import { decideKeys } from "../../../domain/console-keys.ts";
import type { CasePage } from "../../../http/case-page.ts";
import type { ConsoleState } from "./console-state.ts";
import { useScripts } from "./use-scripts.ts";

/** The decisions that one key makes on the open case, each with its key. */
export function DecideBar({ page, state }: { page: CasePage; state: ConsoleState }) {
  const { t } = useTranslation(["console", "office"]);
  const scripts = useScripts();
  const possible = decideKeys.filter(({ act }) => page.acts.some((one) => one === act));
  if (!scripts || possible.length === 0) return null;
  return (
    <div className="decide-bar" role="group" aria-label={t("decide.title")}>
      {possible.map(({ key, act }) => (
        <button
          key={key}
          type="button"
          className="button button--secondary"
          aria-expanded={state.strip?.act === act}
          onClick={() => state.decide(act)}
        >
          <kbd>{key}</kbd> {t(`decide.${act}`)}
        </button>
      ))}
    </div>
  );
}
