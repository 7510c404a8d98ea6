import path from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { completeUpload } from "@/lib/uploads/complete-upload";
import { partialFolder, removePartial } from "@/lib/uploads/partial-uploads";

export const UPLOADS_PATH = "/api/v1/uploads";

/** Carries the id that a new upload was given; set by us alone, whatever a client sends. */
export const ID_HEADER = "x-upload-id";

let server: Server | undefined;

/** The server side of tus 1.0, the protocol of resumable uploads, for uploads that were admitted. */
export function tusServer(): Server {
  server ??= new Server({
    path: UPLOADS_PATH,
    datastore: new FileStore({ directory: partialFolder() }),
    relativeLocation: true,
    namingFunction: (request) => request.headers.get(ID_HEADER) ?? "",
    onUploadFinish: async (_, { id }) => {
      await completeUpload(id, path.join(partialFolder(), id));
      await removePartial(id);
      return {};
    },
  });
  return server;
}
