import { NothingYet } from "../../shared/NothingYet";

export default function Page() {
  return <NothingYet what="" first="" />;
}
