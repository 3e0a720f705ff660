import { publicPageLetter } from "./public-page-letter.tsx";

/** Words of the public page are masked; which and why stands on the page of the case. */
export const masked = publicPageLetter("masked");
