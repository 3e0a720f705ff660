/** From this share of standard answers on, in per cent, an agency is marked. */
const OFTEN = 50;
/** Of fewer answers in a month a share says nothing: one more or less moves it by more than ten points. */
export const SMALLEST_BASE = 10;

/** The share of standard answers in whole per cent, and whether the agency is marked for it. */
export function standardShare(answers: number, standard: number): { readonly share: number; readonly often: boolean } {
  const share = Math.round((standard * 100) / answers);
  return { share, often: answers >= SMALLEST_BASE && share >= OFTEN };
}
