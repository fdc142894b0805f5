// A refusal above a form's button.
import { Failure } from "../../shared/Failure";

export function FormFailure({ error }: { error: Error }) {
  return (
    <div style={{ marginBlockEnd: 16 }}>
      <Failure error={error} />
    </div>
  );
}
