/** A text with the searched words marked. */
export function FoundText({ stretches }: { stretches: readonly { text: string; found: boolean }[] }) {
  return stretches.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text));
}
