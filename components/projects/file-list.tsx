import { getFormatter, getTranslations } from "next-intl/server";

type Props = {
  /** Address of the files, which their number follows. */
  base: string;
  files: { number: number; name: string; bytes: number }[];
};

/** Files of a piece, by names that tell nothing of its authors. */
export async function FileList({ base, files }: Props) {
  if (files.length === 0) return null;
  const t = await getTranslations("project.files");
  const format = await getFormatter();
  return (
    <section className="mt-4 border-line border-t pt-3 text-sm">
      <h3 className="mb-1 font-medium">{t("attached")}</h3>
      <ul className="grid gap-1">
        {files.map(({ number, name, bytes }) => (
          <li key={number}>
            <a href={`${base}/${number}`} download={name} className="text-accent underline">
              {name}
            </a>{" "}
            <span className="text-muted">
              {format.number(Math.ceil(bytes / 1024), { style: "unit", unit: "kilobyte" })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
