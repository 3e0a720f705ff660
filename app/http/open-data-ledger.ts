import { eachCheckpoint } from "../../db/ledger/checkpoints.ts";
import { columnsOf, type OpenDataFile } from "./open-data-file.ts";

/** What the portal signed of the public log. */
export const checkpointsFile: OpenDataFile = {
  name: "ledger-checkpoints",
  titleKey: "ledger:data.title",
  aboutKey: "ledger:data.about",
  large: false,
  columns: columnsOf("ledger:data", {
    number: "integer",
    at: "moment",
    size: "integer",
    root: "text",
    note: "text",
    url: "text",
  }),
  async *rows({ db, publicUrl }) {
    for await (const { number, at, size, root, note } of eachCheckpoint(db))
      yield { number, at: at.toISOString(), size, root, note, url: `${publicUrl}/ledger/checkpoints/${number}` };
  },
};
