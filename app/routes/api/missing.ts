import { nowhere } from "../../http/api-call.ts";

export const loader = nowhere;
export const action = nowhere;
