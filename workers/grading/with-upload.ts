import { withBlobFile } from "@/lib/platform/blobs";

/** Runs with the uploaded file where a runner can open it; with none where none was uploaded. */
export const withUpload = <T>(
  sha256: string | null,
  use: (file: string | undefined) => Promise<T>,
): Promise<T> => (sha256 === null ? use(undefined) : withBlobFile(sha256, use));
