import { endpoint, json } from "../../http/api-call.ts";

const answer = endpoint({ GET: async () => json({ status: "ok" }) });
export const loader = answer;
export const action = answer;
