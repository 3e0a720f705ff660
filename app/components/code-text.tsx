/** What is no longer than a case code fits every line, and is read and copied whole. */
const MOST_WHOLE = 12;

/** A case code or a secret in letters that cannot be mistaken, marked for scripts that read or copy it. */
export function CodeText({
  children,
  mark,
  large,
}: {
  children: string;
  /** Sets `data-code` or `data-secret`. */
  mark?: "code" | "secret";
  large?: boolean;
}) {
  const whole = children.length <= MOST_WHOLE;
  const look = ["code", whole && "code--whole", large && "code--large", large && mark === "secret" && "code--secret"]
    .filter(Boolean)
    .join(" ");
  return (
    <span
      className={look}
      translate="no"
      data-code={mark === "code" ? "" : undefined}
      data-secret={mark === "secret" ? "" : undefined}
    >
      {children}
    </span>
  );
}
