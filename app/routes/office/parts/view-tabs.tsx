import { Link } from "react-router";

export interface ViewTab {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  readonly count?: string;
  /** Draws the count as overdue. */
  readonly late?: boolean;
}

/** The questions a list can answer, each with how many wait there. */
export function ViewTabs({ label, tabs }: { label: string; tabs: readonly ViewTab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="views">
        {tabs.map(({ key, href, label: words, current, count, late }) => (
          <li key={key}>
            <Link to={href} aria-current={current ? "page" : undefined}>
              {words}
              {count && <span className={late ? "count count--late" : "count"}>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
