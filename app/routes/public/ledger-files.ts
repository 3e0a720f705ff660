import { endpoint, limit, refuse } from "../../http/api-call.ts";
import { ledgerFile } from "../../http/ledger-files.ts";

const FOR_GOOD = "public, max-age=31536000, immutable";
const FOR_NOW = "public, max-age=30";

const answer = endpoint(
  {
    GET: async (call) => {
      limit(call, "ledger");
      const file = await ledgerFile(call.portal.store.read, call.url.pathname.slice("/ledger/".length));
      if (!file) return refuse(call, "not-found");
      const headers = {
        "Content-Type": `${file.type}; charset=utf-8`,
        "Cache-Control": file.forGood ? FOR_GOOD : FOR_NOW,
      };
      return new Response(file.text, { headers });
    },
  },
  { open: true },
);
export const loader = answer;
export const action = answer;
