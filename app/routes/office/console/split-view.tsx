import { type ReactNode, use } from "react";
import { useTranslation } from "react-i18next";
import { useRouteLoaderData } from "react-router";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { CasePage } from "../../../http/case-page.ts";
import { CaseList } from "./case-list.tsx";
import { ConsoleContext } from "./console-state.ts";
import { DecideBar } from "./decide-bar.tsx";
import { DecideStrip } from "./decide-strip.tsx";
import { useScripts } from "./use-scripts.ts";

/** The list at 38 % and the case at 62 %, from 1,100 px up; below, each is a page. */
export function SplitView({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["console", "office"]);
  const state = use(ConsoleContext);
  const loaded = useRouteLoaderData<{ page: CasePage }>("routes/office/case");
  const page = state?.code ? loaded?.page : undefined;
  const { strip, justDone, undone, lines, view, message } = state ?? {};
  const scripts = useScripts();
  return (
    // Says when the keys are there, for whoever drives a browser.
    <div className={view ? "console" : undefined} data-keys={scripts ? "ready" : undefined}>
      {view && lines && state && <CaseList view={view} lines={lines} code={state.code} onArrived={state.showArrived} />}
      <div className="console__case">
        <p className="visually-hidden" role="status">
          {message}
        </p>
        {justDone && state && (
          <Notice tone="success">
            <p className="cluster">
              <span>
                {justDone.to ? t("undo.to", { to: justDone.to }) : t(`office:done.${justDone.act}`)} ({justDone.code})
              </span>
              <Button type="button" variant="secondary" onClick={state.undo}>
                {t("undo.button")} <kbd>Z</kbd>
              </Button>
            </p>
          </Notice>
        )}
        {undone && <Notice tone={undone.tone}>{undone.text}</Notice>}
        {page && state && <DecideBar page={page} state={state} />}
        {page && state && strip && strip.code === page.code && (
          <DecideStrip key={`${strip.code} ${strip.act}`} page={page} strip={strip} state={state} />
        )}
        {children}
      </div>
    </div>
  );
}
