/** One file of messages each: messages/<locale>/<namespace>.json. */
export const NAMESPACES = [
  "account",
  "admin",
  "api",
  "auth",
  "challenge",
  "common",
  "errors",
  "fault",
  "feedback",
  "home",
  "leaderboard",
  "mail",
  "nav",
  "quiz",
  "submission",
  "track",
] as const;
