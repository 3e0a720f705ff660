import { publicPageLetter } from "./public-page-letter.tsx";

/** An editor has answered the author's objection to masking. */
export const maskDecided = publicPageLetter("mask-decided");
