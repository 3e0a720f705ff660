import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/button.tsx";
import { CodeText } from "../../../components/code-text.tsx";
import { Notice } from "../../../components/notice.tsx";

interface Progress {
  readonly lead: string;
  readonly finished: boolean;
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
}

/** Making the letters of a campaign one collective case, and how far that is. */
export function GatherBox({ progress, failed }: { progress: Progress | null; failed: boolean }) {
  const { t } = useTranslation("collective");
  const running = progress !== null && !progress.finished;
  return (
    <section aria-labelledby="gather" className="column">
      <h2 id="gather">{t("gather.title")}</h2>
      {failed && (
        <Notice tone="warning" live>
          {t("gather.failed")}
        </Notice>
      )}
      {progress && (
        <>
          <p role="status">
            {running
              ? t("gather.running", { done: progress.done, total: progress.total })
              : t("gather.finished", { done: progress.done, skipped: progress.skipped })}
          </p>
          <p>
            {t("gather.lead")}{" "}
            <Link to={`/office/cases/${progress.lead}`}>
              <CodeText>{progress.lead}</CodeText>
            </Link>
          </p>
        </>
      )}
      {!running && (
        <form method="post">
          <p>{t("gather.text")}</p>
          <Button variant="secondary">{t("gather.button")}</Button>
        </form>
      )}
      {running && (
        <form method="get">
          <Button variant="secondary">{t("gather.reload")}</Button>
        </form>
      )}
    </section>
  );
}
