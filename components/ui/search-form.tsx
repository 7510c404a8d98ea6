import { Button } from "./button";

type Props = { label: string; submit: string; value: string };

/** Searches the list of its page, by the address: it works without scripts and can be kept. */
export function SearchForm({ label, submit, value }: Props) {
  return (
    <form className="mb-4 flex flex-wrap items-end gap-2">
      <label className="grid gap-1 text-muted text-sm">
        {label}
        <input
          name="search"
          defaultValue={value}
          className="min-h-9 rounded-md border border-edge bg-raised px-3 text-ink"
        />
      </label>
      <Button type="submit" variant="secondary">
        {submit}
      </Button>
    </form>
  );
}
