/** Acts that happen to a case more than once, with the key of the words for the first time and for each later one. */
const later: Readonly<Record<string, string>> = { answer: "answer-anew", publish: "publish-anew" };

/** After this the next publication is a first one again. */
const startsAnew: Readonly<Record<string, string>> = { unpublish: "publish" };

/**
 * The events of a history, each with the key of its words: a second version of
 * an answer and a changed publication are not told as if they were the first.
 */
export function toldInOrder<T extends { readonly type: string }>(history: readonly T[]): (T & { told: string })[] {
  const seen = new Set<string>();
  return history.map((event) => {
    const { type } = event;
    const again = seen.has(type);
    seen.add(type);
    const ended = startsAnew[type];
    if (ended !== undefined) seen.delete(ended);
    return { ...event, told: (again && later[type]) || type };
  });
}
