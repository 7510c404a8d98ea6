import { beforeEach, expect, it, vi } from "vitest";
import { actorOfRequest } from "@/app/_session/actor-of-request";
import type { UserActor } from "@/lib/auth/actor";
import { IDLE } from "@/lib/grading/follow-events";
import { DomainError } from "@/lib/platform/errors";
import { eventStream } from "./event-stream";

vi.mock("@/app/_session/actor-of-request", () => ({ actorOfRequest: vi.fn() }));
const asked = vi.mocked(actorOfRequest);
beforeEach(() => void asked.mockReset());

const person: UserActor = { kind: "user", userId: "one", role: "author", scopes: null };

/** A stream in which nothing happens three times, then something that nobody else may read. */
async function* quiet() {
  yield IDLE;
  yield IDLE;
  yield IDLE;
  yield { seq: 1, attempt: 1, type: "verdict", data: {} };
}

const read = async () =>
  (await eventStream(new Request("http://localhost/"), async () => quiet())).text();

it("goes on while the same person is asking", async () => {
  asked.mockResolvedValue(person);
  expect(await read()).toBe(
    `${": idle\n\n".repeat(3)}id: 1\nevent: verdict\ndata: {"attempt":1}\n\n`,
  );
});

it.each([
  ["signs out", async () => ({ kind: "visitor", address: "::1" }) as const],
  ["becomes somebody with other rights", async () => ({ ...person, role: "learner" }) as const],
  [
    "revokes the token",
    async () => {
      throw new DomainError("not_signed_in", "token_invalid");
    },
  ],
])("ends when the person %s", async (_, then) => {
  asked.mockResolvedValueOnce(person).mockResolvedValueOnce(person).mockImplementation(then);
  expect(await read()).toBe(": idle\n\n");
});
