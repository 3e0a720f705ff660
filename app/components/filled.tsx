/** A sentence whose numbers are elements: `<name>` in the words is replaced by the part of that name. */
import { Fragment, type ReactNode } from "react";

export function Filled({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }) {
  return text
    .split(/<(\w+)>/)
    .map((piece, place) => <Fragment key={place}>{place % 2 === 0 ? piece : parts[piece]}</Fragment>);
}
