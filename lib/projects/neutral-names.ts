import { db } from "@/lib/platform/db";

/** A piece's files, in the order in which they are numbered. */
export const filesOf = (pieceId: string) =>
  db().pieceFile.findMany({
    where: { pieceId },
    include: { upload: true },
    orderBy: [{ addedAt: "asc" }, { uploadId: "asc" }],
  });

/** The end of a file's name, in lower case and without its dot. */
export const extensionOf = (filename: string): string =>
  filename.toLowerCase().split(".").at(-1) ?? "";

/** What a file is called where its author is not to be known: its own name may say who he is. */
export const neutral = (number: number, filename: string): string =>
  `file-${number}.${extensionOf(filename)}`;

/** Names and sizes of a piece's files, as reviewers see them, from number 1. */
export async function neutralNames(pieceId: string) {
  const files = await filesOf(pieceId);
  return files.map(({ upload }, index) => ({
    number: index + 1,
    name: neutral(index + 1, upload.filename),
    bytes: upload.bytes,
  }));
}
