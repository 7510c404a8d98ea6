import { notFound } from "next/navigation";

/** Every address that no page has, inside the site's frame and in its language. */
export default function Missing() {
  notFound();
}
