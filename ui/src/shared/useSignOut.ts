// Signing out, once what was typed is kept.
import { keepBeforeSignOut } from "./beforeSignOut";
import { useAct } from "./useCase";

export function useSignOut() {
  const act = useAct("signOut");
  return {
    isPending: act.isPending,
    signOut: async (done?: () => void) => {
      await keepBeforeSignOut();
      act.mutate({}, { onSuccess: () => done?.() });
    },
  };
}
