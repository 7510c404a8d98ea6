/** What follows `prefix` in the names of the boxes that are ticked: "skill.x" gives "x". */
export const ticked = (form: FormData, prefix: string): string[] =>
  [...form.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
