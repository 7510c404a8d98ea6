/** A fault in content, for its author: which file, and what to do, one line each. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  constructor(
    readonly file: string,
    readonly problems: string[],
  ) {
    super(problems.map((problem) => `${file}: ${problem}`).join("\n"));
  }
}
