/**
 * Does the same for each, one after the other. A transaction has one connection,
 * which runs one query at a time: `Promise.all` would ask it for several at once.
 */
export async function inTurn<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
