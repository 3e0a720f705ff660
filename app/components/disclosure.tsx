/** Something most readers do not need: closed until asked for, without script. */
import type { ReactNode } from "react";

export function Disclosure({
  summary,
  open,
  id,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <details open={open} id={id}>
      <summary>{summary}</summary>
      <div className="disclosure">{children}</div>
    </details>
  );
}
