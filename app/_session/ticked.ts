/** What follows the prefix in the names of the boxes that are ticked. */
export const ticked = (form: FormData, prefix: string): string[] =>
  [...form.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
