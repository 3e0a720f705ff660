import { useTranslation } from "react-i18next";
import { readCaseCode } from "../../../domain/case-code.ts";
import { CodeText } from "../../../components/code-text.tsx";
import { Notice } from "../../../components/notice.tsx";
import { type CaseworkName, caseworkNames } from "../../../domain/casework-names.ts";

export interface Done {
  readonly act: CaseworkName;
  readonly code: string;
}

/** What was just done, from the address that the act redirected to; anything unknown is nothing. */
export function doneOf(url: URL): Done | null {
  const act = caseworkNames.find((name) => name === url.searchParams.get("done"));
  const code = readCaseCode((url.searchParams.get("of") ?? "").slice(0, 40));
  return act && code ? { act, code } : null;
}

export function DoneNotice({ done }: { done: Done | null }) {
  const { t } = useTranslation("office");
  if (!done) return null;
  return (
    <Notice tone="success" live>
      <p>
        {t(`done.${done.act}`)} <CodeText>{done.code}</CodeText>
      </p>
    </Notice>
  );
}
