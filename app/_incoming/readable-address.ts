/** How decoders write what they cannot read. */
const UNREADABLE = encodeURIComponent("\ufffd");

// Twice, as it happens on the way: by the choice of the language, then by the router.
const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(decodeURIComponent(path));
    return true;
  } catch {
    return false;
  }
};

/**
 * The address of a request. One whose escapes cannot be decoded is changed so that it names
 * nothing: Next would call it a fault of its own, or send it round in circles.
 */
export function readableAddress(address: string): string {
  const [path = "", ...query] = address.split("?");
  if (isReadable(path)) return address;
  return [path.replaceAll("%", UNREADABLE), ...query].join("?");
}
