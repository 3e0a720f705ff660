import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/button.tsx";
import { CodeText } from "../../../components/code-text.tsx";
import { StandingBadge } from "../../../components/standing-badge.tsx";
import type { ConsoleView } from "../../../http/console.ts";
import type { ConsoleState } from "./console-state.ts";
import type { Lines } from "./lines.ts";

/** The lines beside the open case, in the order they had when the list was opened. */
export function CaseList({ state, view, lines }: { state: ConsoleState; view: ConsoleView; lines: Lines }) {
  const { t } = useTranslation(["console", "office", "domain"]);
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
          <Button type="button" variant="secondary" onClick={state.showArrived}>
            {t("list.arrived", { count: lines.arrived.length })}
          </Button>
        </p>
      )}
      <ol>
        {lines.lines.map(({ row, fate }) => (
          <li
            key={row.code}
            data-code={row.code}
            className={fate ? "console__line console__line--done" : "console__line"}
          >
            <Link
              to={state.hrefOf(row.code)}
              replace
              lang={row.lang}
              aria-current={row.code === state.code || undefined}
            >
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
        ))}
      </ol>
    </nav>
  );
}
