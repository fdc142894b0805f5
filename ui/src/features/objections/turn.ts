// Whose turn it is with an objection, and what an account may do about it.
import type { ObjectionView, SessionView } from "../../bindings/bindings";

/** What can be done with an objection as it stands. */
export interface Acts {
  answer: boolean;
  accept: boolean;
  decide: boolean;
}

/** What the account's rights say, asked for the objection's unit. */
export interface Rights {
  answer: boolean;
  accept: boolean;
  /** On the province as a whole. */
  decide: boolean;
}

/** The party an account speaks for; null where it may record for either (代录). */
export function partyOf({ role }: Pick<SessionView, "role">): "client" | "provider" | null {
  if (role === "providerRepresentative") return "provider";
  return role === "unitManager" || role === "unitLeader" ? "client" : null;
}

export function actsOn(
  { state, by }: Pick<ObjectionView, "state" | "by">,
  rights: Rights,
  party: "client" | "provider" | null,
): Acts {
  return {
    answer: state === "open" && rights.answer,
    // The rejection is the objector's to accept, nobody else's.
    accept: state === "rejected" && rights.accept && (party === null || party === by),
    decide: state === "rejected" && rights.decide,
  };
}

/** Those whose turn it is first, then by unit and number. */
export function inOrder(objections: ObjectionView[]): ObjectionView[] {
  const rank = (objection: ObjectionView) => ["open", "rejected", "settled"].indexOf(objection.state);
  return [...objections].sort(
    (a, b) => rank(a) - rank(b) || a.unit.localeCompare(b.unit) || a.number - b.number,
  );
}
