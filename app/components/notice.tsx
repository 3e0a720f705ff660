/** Something to know before going on: information, success or a warning, with an icon. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const icons: Record<string, IconName> = { info: "info", success: "check-circle", warning: "alert" };

/**
 * `live` announces a result of the reader's own act (role=status). `first` gives
 * it the focus of a page that was loaded to tell it, so that keys go on from there.
 */
export function Notice({
  tone = "info",
  title,
  live,
  first,
  children,
}: {
  tone?: "info" | "success" | "warning";
  title?: ReactNode;
  live?: boolean;
  first?: boolean;
  children?: ReactNode;
}) {
  return (
    <div
      className={`notice notice--${tone}`}
      role={live ? "status" : undefined}
      tabIndex={first ? -1 : undefined}
      autoFocus={first}
    >
      <Icon name={icons[tone] ?? "info"} />
      <div className="notice__body">
        {title && <p className="notice__title strong">{title}</p>}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
