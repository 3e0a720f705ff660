import { publicPageLetter } from "./public-page-letter.tsx";

/** The case can be read by everybody, without what identifies its sender. */
export const published = publicPageLetter("published");
