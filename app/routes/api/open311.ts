import { answerOpen311 } from "../../http/open311.ts";

export const loader = answerOpen311;
export const action = answerOpen311;
