import { methods } from "@/app/api/_declare/methods";
import {
  appendToUpload,
  createUpload,
  deleteUpload,
  inspectUpload,
} from "@/app/api/_uploads/serve-uploads";

const { GET, PUT, OPTIONS } = methods({});

export {
  appendToUpload as PATCH,
  createUpload as POST,
  deleteUpload as DELETE,
  GET,
  inspectUpload as HEAD,
  OPTIONS,
  PUT,
};
