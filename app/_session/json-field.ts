/** A field in which a form's script sends JSON; null for what is none. */
export function jsonField(form: FormData, name: string): unknown {
  try {
    return JSON.parse(String(form.get(name)));
  } catch {
    return null;
  }
}
