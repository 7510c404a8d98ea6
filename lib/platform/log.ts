import pino from "pino";
import { settings } from "./env";

const SECRET_FIELDS = ["password", "token", "secret", "authorization", "cookie"];

/** One JSON object a line on stdout; fields that hold secrets are removed wherever they stand. */
export const log = pino({
  level: settings().LOG_LEVEL,
  redact: {
    paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    remove: true,
  },
});
