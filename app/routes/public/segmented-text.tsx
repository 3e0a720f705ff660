import { useTranslation } from "react-i18next";
import type { MaskReasons } from "../../domain/mask.ts";
import { MaskedText, masksIn } from "../../components/masked-text.tsx";
import type { Piece } from "../../domain/segment-state.ts";
import { UntranslatedMark } from "../../components/untranslated.tsx";

/**
 * A text put together from translated sentences. What is not translated stands
 * in its original language with `lang` and a mark that says so; where that is
 * the whole text, the mark stands once above it.
 */
export function SegmentedText({
  pieces,
  lang,
  masks,
}: {
  pieces: readonly Piece[];
  lang: string;
  /** Why each `[…]` of the text is there, in their order. */
  masks?: MaskReasons | null | undefined;
}) {
  const places = maskPlaces(pieces);
  const { t } = useTranslation(["translation", "public"]);
  const foreign = pieces.every((piece) => piece.lang !== lang || !/\p{L}/u.test(piece.text));
  const [first] = pieces;
  if (foreign && first) {
    const changed = pieces.some(({ mark }) => mark === "stale");
    return (
      <>
        <p className="untranslated">
          {t(changed ? "whole.stale" : "whole.untranslated", { language: t(`public:languageIn.${first.lang}`) })}
        </p>
        <div className="written" lang={first.lang}>
          {paragraphsOf(pieces).map((paragraph, index) => (
            <p key={index}>
              {paragraph.map((piece) => (
                <MaskedText
                  key={paragraph.indexOf(piece)}
                  text={piece === paragraph.at(-1) ? piece.text : piece.text + piece.gap}
                  masks={masks}
                  from={places.get(piece) ?? 0}
                />
              ))}
            </p>
          ))}
        </div>
      </>
    );
  }
  return (
    <>
      {pieces.some(({ machine }) => machine) && <p className="untranslated">{t("machine")}</p>}
      <div className="written" lang={lang}>
        {paragraphsOf(pieces).map((paragraph, index) => (
          <p key={index}>
            {paragraph.map((piece, at) => (
              <OnePiece
                key={at}
                piece={piece}
                lang={lang}
                last={at === paragraph.length - 1}
                masks={masks}
                from={places.get(piece) ?? 0}
              />
            ))}
          </p>
        ))}
      </div>
    </>
  );
}

function OnePiece({
  piece,
  lang,
  last,
  masks,
  from,
}: {
  piece: Piece;
  lang: string;
  last: boolean;
  masks: MaskReasons | null | undefined;
  from: number;
}) {
  const gap = last ? "" : piece.gap;
  const text = <MaskedText text={piece.text} masks={masks} from={from} />;
  if (piece.mark === null || piece.lang === lang)
    return (
      <>
        {text}
        {gap}
      </>
    );
  return (
    <>
      <span lang={piece.lang}>{text}</span> <UntranslatedMark stale={piece.mark === "stale"} />
      {gap}
    </>
  );
}

/** How many masks stand before each piece. */
function maskPlaces(pieces: readonly Piece[]): Map<Piece, number> {
  const places = new Map<Piece, number>();
  let before = 0;
  for (const piece of pieces) {
    places.set(piece, before);
    before += masksIn(piece.text);
  }
  return places;
}

/** Pieces by paragraph: an empty line ends one. */
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const [index, piece] of pieces.entries()) {
    paragraphs.at(-1)?.push(piece);
    if (/\n\s*\n/u.test(piece.gap) && index < pieces.length - 1) paragraphs.push([]);
  }
  return paragraphs;
}
