import { useTranslation } from "react-i18next";
import { readCaseCode } from "../../../domain/case-code.ts";
import { Button } from "../../../components/button.tsx";
import { CodeText } from "../../../components/code-text.tsx";
import { Notice } from "../../../components/notice.tsx";
import { type CaseworkName, caseworkNames } from "../../../domain/casework-names.ts";
import { undoableActs } from "../../../domain/undo.ts";

export interface Done {
  readonly act: CaseworkName;
  readonly code: string;
  /** The version that the act made, by which it is undone. */
  readonly version: number | null;
  /** The view from which it was done. */
  readonly view: string;
}

/** What was just done, from the address that the act redirected to; anything unknown is nothing. */
export function doneOf(url: URL): Done | null {
  const act = caseworkNames.find((name) => name === url.searchParams.get("done"));
  const code = readCaseCode((url.searchParams.get("of") ?? "").slice(0, 40));
  const version = Number(url.searchParams.get("v")) || null;
  return act && code ? { act, code, version, view: url.searchParams.get("view") ?? "" } : null;
}

/** Says what was done, with a button that takes it back where it can be. */
export function DoneNotice({ done }: { done: Done | null }) {
  const { t } = useTranslation(["office", "console"]);
  if (!done) return null;
  const undoable = done.version !== null && undoableActs.includes(done.act);
  return (
    <Notice tone="success" live first>
      <p>
        {t(`done.${done.act}`)} <CodeText>{done.code}</CodeText>
      </p>
      {undoable && (
        <form method="post" action="/office/undo">
          <input type="hidden" name="code" value={done.code} />
          <input type="hidden" name="version" value={done.version ?? ""} />
          <input type="hidden" name="view" value={done.view} />
          <p className="cluster">
            <Button variant="secondary">{t("console:undo.button")}</Button>
            <span className="muted">{t("console:undo.offer")}</span>
          </p>
        </form>
      )}
    </Notice>
  );
}
