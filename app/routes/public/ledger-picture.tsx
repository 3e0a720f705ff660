import { useTranslation } from "react-i18next";

/** How many leaves the picture has, and which of them belong to the case that somebody opens. */
const LEAVES = 8;
const OPENED = new Set([1, 4, 6]);
const WIDTH = 640;
const STEP = WIDTH / LEAVES;
const ROWS = [188, 132, 84, 40] as const;

const middleOf = (level: number, place: number): number => STEP * 2 ** level * (place + 0.5);

/** Acts become leaves, leaves become one root, the root is signed. Numbers are those of the steps beside it. */
export function LedgerPicture() {
  const { t } = useTranslation("ledger");
  const levels = [1, 2, 3] as const;
  return (
    <svg className="ledger-picture" viewBox={`0 0 ${WIDTH} 230`} role="img" aria-labelledby="ledger-picture-title">
      <title id="ledger-picture-title">{t("picture")}</title>
      {levels.map((level) =>
        Array.from({ length: LEAVES / 2 ** level }, (_none, place) => (
          <path
            key={`${level}-${place}`}
            className="ledger-picture__line"
            d={`M${middleOf(level - 1, place * 2)} ${ROWS[level - 1]} L${middleOf(level, place)} ${ROWS[level]} L${middleOf(level - 1, place * 2 + 1)} ${ROWS[level - 1]}`}
          />
        )),
      )}
      {levels.map((level) =>
        Array.from({ length: LEAVES / 2 ** level }, (_none, place) => (
          <circle
            key={`${level}-${place}`}
            className={level === 3 ? "ledger-picture__root" : "ledger-picture__node"}
            cx={middleOf(level, place)}
            cy={ROWS[level]}
            r={level === 3 ? 22 : 8}
          />
        )),
      )}
      <path className="ledger-picture__seal" d="M310 40 l7 8 l14 -16" />
      {Array.from({ length: LEAVES }, (_none, place) => (
        <Leaf key={place} place={place} opened={OPENED.has(place)} />
      ))}
      <text className="ledger-picture__number" x={10} y={160}>
        1
      </text>
      <text className="ledger-picture__number" x={270} y={30}>
        2
      </text>
      <text className="ledger-picture__number" x={middleOf(0, 4) - 46} y={206}>
        3
      </text>
    </svg>
  );
}

/** A leaf: closed as long as its case is not published, else with its lines to read. */
function Leaf({ place, opened }: { place: number; opened: boolean }) {
  const x = middleOf(0, place) - 22;
  return (
    <>
      <rect
        className={opened ? "ledger-picture__open" : "ledger-picture__closed"}
        x={x}
        y={172}
        width={44}
        height={50}
        rx={4}
      />
      {opened && <path className="ledger-picture__words" d={`M${x + 8} 186 h28 M${x + 8} 197 h28 M${x + 8} 208 h18`} />}
    </>
  );
}
