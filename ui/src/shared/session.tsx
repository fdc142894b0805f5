// Who is signed in to which ledger, for every screen behind the sign-in.
import { createContext, useContext } from "react";
import type { Reach, SessionView, StatusView } from "../bindings/bindings";
import type { UseCase } from "./transport";

export interface SignedIn {
  session: SessionView;
  status: StatusView;
}

export const SessionContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error("nobody is signed in around this component");
  return signedIn;
}

/** A name for what is kept in this window, of the account that is signed in to its ledger; of nobody before a sign-in. */
export function useWhose(name: string): string {
  const signedIn = useContext(SessionContext);
  return signedIn === null ? name : `${name} ${signedIn.session.account} ${signedIn.status.dir}`;
}

/** How far a use case reaches for a session, by the program's own table of rights. */
export function reachOf(session: SessionView, useCase: UseCase): Reach {
  return session.reach[useCase] ?? "none";
}

/** Asks whether the account may use a use case at all, and on a unit where one is named. The program asks again. */
export function useMay(): (useCase: UseCase, unit?: string | null) => boolean {
  const { session } = useSignedIn();
  return (useCase, unit) => {
    const reach = reachOf(session, useCase);
    const within = reach === "own" || reach === "mine";
    return reach === "any" || (within && (unit === undefined || unit === null || unit === session.unit));
  };
}

/** Whether the account is held to what is its own: a requester's and an engineer's tickets. */
export function useHeld(): boolean {
  const { session } = useSignedIn();
  return reachOf(session, "tickets") === "mine";
}

/**
 * Asks whether the account may use a use case on the province as a whole: those who reach only their own unit may where
 * their unit is the one the ledger was founded for.
 */
export function useMayProvince(): (useCase: UseCase) => boolean {
  const { session, status } = useSignedIn();
  return (useCase) => {
    const reach = reachOf(session, useCase);
    return reach === "any" || (reach === "own" && session.unit !== null && session.unit === status.unit);
  };
}
