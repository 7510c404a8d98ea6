import { z } from "zod";
import { neededText } from "@/lib/openings/plain-text";

export const MESSAGE_LENGTH = 4000;

export const messageFields = z.object({ text: neededText(MESSAGE_LENGTH) });

/** For each person, over all his conversations. */
export const WRITING = { name: "messages", points: 60, seconds: 60 * 60 };
