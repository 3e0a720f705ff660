/** The text with another last symbol, whatever the last one was: a secret or a link mistyped by one. */
export function altered(text: string): string {
  return text.slice(0, -1) + (text.endsWith("A") ? "B" : "A");
}
