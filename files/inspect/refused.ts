import type { FileRefusal } from "../../app/domain/attachments.ts";

/** Ends the look into a file: why it is not taken. */
export class RefusedFile extends Error {
  override readonly name = "RefusedFile";
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Throws the refusal unless the condition holds. */
export function demand(condition: boolean, refusal: FileRefusal): asserts condition {
  if (!condition) throw new RefusedFile(refusal);
}
