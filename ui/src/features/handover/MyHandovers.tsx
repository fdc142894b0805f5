// Handovers from and to oneself, where work begins; nothing where there are none.
import { useSignedIn } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { WaitingHandover } from "./WaitingHandover";

export function MyHandovers() {
  const { session } = useSignedIn();
  const handovers = useRead("handovers", {});
  const mine = (handovers.data ?? []).filter(({ from, to }) => [from, to].includes(session.account));
  return mine.map((handover) => <WaitingHandover key={handover.from} handover={handover} />);
}
