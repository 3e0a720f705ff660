/** Buttons and links that look like buttons. One primary button on a page; it says what happens. */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Look = { variant?: "primary" | "secondary" | "danger" | "quiet"; icon?: IconName };

export function Button({
  variant = "primary",
  icon,
  type = "submit",
  className,
  children,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type={type} className={look(variant, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link to another page in the shape of a button; never for an act that changes something. */
export function ButtonLink({
  variant = "primary",
  icon,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a className={look(variant, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

function look(variant: string, extra?: string): string {
  return ["button", variant !== "primary" && `button--${variant}`, extra].filter(Boolean).join(" ");
}
