type Given = string | string[] | undefined;

/** A word of an address that is given once; whatever else is no word. */
export const oneOf = (given: Given): string | undefined =>
  typeof given === "string" && given !== "" ? given : undefined;
