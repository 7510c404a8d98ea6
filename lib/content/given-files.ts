import { bytesOf } from "./stored-file";

const FOLDER = "given/";

/** What a package gives to its learners to download, in the order of their names. */
export const givenFiles = (files: Record<string, string>): { name: string; bytes: Buffer }[] =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(FOLDER))
    .map(([path, stored]) => ({ name: path.slice(FOLDER.length), bytes: bytesOf(stored) }))
    .sort((a, b) => a.name.localeCompare(b.name));
