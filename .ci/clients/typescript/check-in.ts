import type { components, operations } from "./kinerja";

type Answers = operations["PostCheckIn"]["responses"];
type Refusal = Answers[422]["content"]["application/problem+json"];

/** A check-in as an agency's app sends it; what is told of it has its kinds from the document. */
export async function send(
  body: components["schemas"]["CheckIn"],
): Promise<components["schemas"]["CheckInVerdict"] | Refusal["type"]> {
  const answer = await fetch("/api/v1/check-ins", { method: "POST", body: JSON.stringify(body) });
  return answer.ok
    ? ((await answer.json()) as Answers[201]["content"]["application/json"])
    : ((await answer.json()) as Refusal).type;
}

export const reused: Refusal["type"] = "urn:kinerja:problem:reused-id";
