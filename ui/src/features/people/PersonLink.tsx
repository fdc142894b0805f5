// A name that leads to the person's page. What that page shows first is read when the pointer comes upon the name, or the
// keyboard: by the time it is clicked, the answer is there.
import { Link } from "react-router";
import { useReadAhead } from "../../shared/useCase";

export function PersonLink({ staffNo, name }: { staffNo: string; name: string }) {
  const readAhead = useReadAhead("person", { staffNo });
  return (
    <Link
      to={`/people/${encodeURIComponent(staffNo)}`}
      style={{ textDecoration: "underline" }}
      onPointerEnter={() => void readAhead()}
      onFocus={() => void readAhead()}
    >
      {name}
    </Link>
  );
}
