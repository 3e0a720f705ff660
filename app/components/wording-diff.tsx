import { wordDiff } from "../domain/word-diff.ts";
import { DiffText } from "./diff-text.tsx";

/** A proposed wording against the present one: struck out what goes, underlined what comes in. */
export function WordingDiff({ present, proposed }: { present: string; proposed: string }) {
  return <DiffText parts={wordDiff(present, proposed)} lang="vi" />;
}
