export type Person = { name: string; email: string; leaderboardName: string | null };

const CHINESE = /\p{Script=Han}/u;

/**
 * Names and addresses of the authors that stand in a text which reviewers shall read blind. Latin
 * names count as whole words of three letters and more; Chinese ones of two characters and more.
 */
export function findIdentity(text: string, people: readonly Person[]): string[] {
  const found = people.flatMap(({ name, email, leaderboardName }) => [
    ...[name, leaderboardName ?? ""].filter((one) => mentions(text, one.trim())),
    ...(text.toLowerCase().includes(email.toLowerCase()) ? [email] : []),
  ]);
  return [...new Set(found)];
}

function mentions(text: string, name: string): boolean {
  if (CHINESE.test(name)) return [...name].length > 1 && text.includes(name);
  if (name.length < 3) return false;
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "iu").test(text);
}
