import type { Lang } from "../domain/case-kind.ts";
import type { Status } from "../domain/case-status.ts";
import { lastDay } from "../domain/deadlines.ts";
import { unmergeUntil } from "../domain/merging.ts";
import type { Collective } from "../../db/office-collective.ts";

interface Named {
  readonly code: string;
  readonly title: string;
  readonly textLang: Lang;
  readonly status: Status;
}

/** What the page of a case shows of those that belong together with it. */
export function collectiveWords(found: Collective) {
  const plain = ({ code, title, textLang, status }: Named) => ({ code, title, lang: textLang, status });
  return {
    members: found.members,
    senders: found.senders,
    some: found.some.map(plain),
    /** The last day on which the merge can be taken back. */
    unmergeBy: found.mergedAt && lastDay(unmergeUntil(found.mergedAt)),
    parentCode: found.parentCode,
    parts: found.parts.map(plain),
    openParts: found.openParts,
    links: found.links.map(plain),
  };
}
