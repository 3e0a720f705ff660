import type { ReactNode } from "react";

/** Commands to be typed. A box that scrolls has to be reachable by keyboard. */
export function CommandBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre tabIndex={0} role="region" aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}
