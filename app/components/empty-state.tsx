/** Nothing to list: says so and offers the next sensible step. */
import type { ReactNode } from "react";

export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="strong">{title}</p>
      {typeof children === "string" ? <p>{children}</p> : children}
    </div>
  );
}
