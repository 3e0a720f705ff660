/** The technology readiness reached: nine steps as a picture, and the words beside it that say the same. */
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export function Readiness({ level, words }: { level: number; words: string }) {
  return (
    <span className="readiness">
      <svg viewBox="0 0 180 46" width="180" height="46" aria-hidden="true" focusable="false">
        {LEVELS.map((step) => (
          <rect
            key={step}
            className={step <= level ? "readiness__on" : "readiness__off"}
            x={(step - 1) * 20 + 2}
            y={41 - step * 4}
            width="16"
            height={step * 4 + 3}
          />
        ))}
      </svg>
      <span>{words}</span>
    </span>
  );
}
