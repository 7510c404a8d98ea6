import { getTranslations } from "next-intl/server";

type Props = { files: { name: string; bytes: number }[]; hrefOf: (name: string) => string };

/** Files to download, with their sizes. */
export async function FileLinks({ files, hrefOf }: Props) {
  const t = await getTranslations("upload");
  return (
    <ul className="grid gap-1.5 text-sm">
      {files.map(({ name, bytes }) => (
        <li key={name} className="flex justify-between gap-3">
          <a
            href={hrefOf(name)}
            download={name}
            aria-label={t("download", { name })}
            className="break-all text-accent underline"
          >
            {name}
          </a>
          <span className="text-muted tabular-nums">
            {t("size", { kb: Math.ceil(bytes / 1024) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
