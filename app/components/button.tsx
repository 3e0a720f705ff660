/** Buttons and links that look like buttons. One primary button on a page; it says what happens. */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
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
      <Face icon={icon}>{children}</Face>
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
      <Face icon={icon}>{children}</Face>
    </a>
  );
}

/** An arrow onwards stands after the words, every other icon before them. */
function Face({ icon, children }: { icon?: IconName; children: ReactNode }) {
  const onwards = icon === "arrow-right";
  return (
    <>
      {icon && !onwards && <Icon name={icon} />}
      {children}
      {icon && onwards && <Icon name={icon} />}
    </>
  );
}

function look(variant: string, extra?: string): string {
  return ["button", variant !== "primary" && `button--${variant}`, extra].filter(Boolean).join(" ");
}
