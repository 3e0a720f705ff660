import { memo, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/button.tsx";
import { CodeText } from "../../../components/code-text.tsx";
import { StandingBadge } from "../../../components/standing-badge.tsx";
import type { ConsoleView } from "../../../http/console.ts";
import { addressIn, type Line, type Lines } from "./lines.ts";
import { showLine } from "./places.ts";

/**
 * The lines beside the open case, in the order they had when the list was
 * opened. Drawn anew only when it changes itself: every answer from the server
 * draws what is around it.
 */
export const CaseList = memo(function CaseList({
  view,
  lines,
  code,
  onArrived,
}: {
  view: ConsoleView;
  lines: Lines;
  code: string | null;
  onArrived: () => void;
}) {
  const { t } = useTranslation(["console", "office"]);
  useEffect(() => {
    if (code) showLine(code);
  }, [code]);
  const name = view.q ? t("office:queue.found", { q: view.q }) : t(`office:view.${view.view}`);
  return (
    <nav className="console__list" aria-labelledby="console-view">
      <p className="cluster">
        <Link id="console-view" className="strong" to={`/office?${view.search}`}>
          {name}
        </Link>
        {view.filters > 0 && <span>{t("list.narrowed", { count: view.filters })}</span>}
      </p>
      {lines.arrived.length > 0 && (
        <p role="status">
          <Button type="button" variant="secondary" onClick={onArrived}>
            {t("list.arrived", { count: lines.arrived.length })}
          </Button>
        </p>
      )}
      <ol>
        {lines.lines.map((line) => (
          <CaseLine
            key={line.row.code}
            line={line}
            href={addressIn(view, line.row.code)}
            current={line.row.code === code}
          />
        ))}
      </ol>
    </nav>
  );
});

const CaseLine = memo(function CaseLine({
  line: { row, fate },
  href,
  current,
}: {
  line: Line;
  href: string;
  current: boolean;
}) {
  const { t } = useTranslation(["console", "office", "domain"]);
  return (
    <li data-code={row.code} className={fate ? "console__line console__line--done" : "console__line"}>
      <Link to={href} replace lang={row.lang} aria-current={current || undefined}>
        {row.title}
      </Link>
      <span className="card__meta">
        <CodeText>{row.code}</CodeText>
        <span>{t(`domain:kind.${row.kind}`)}</span>
        {fate ? (
          <span className="strong">{t(fate === "gone" ? "list.gone" : `office:act.${fate}`)}</span>
        ) : (
          <StandingBadge standing={row.standing} />
        )}
      </span>
    </li>
  );
});
