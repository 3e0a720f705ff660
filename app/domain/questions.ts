/** How many questions to its submitter may stop the clock of one case: as each pause is bounded, so are all of them together. */
export const MOST_QUESTIONS = 3;
