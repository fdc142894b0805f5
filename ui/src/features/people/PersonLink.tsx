// A name that leads to the person's page.
import { Link } from "react-router";

export function PersonLink({ staffNo, name }: { staffNo: string; name: string }) {
  return (
    <Link to={`/people/${encodeURIComponent(staffNo)}`} style={{ textDecoration: "underline" }}>
      {name}
    </Link>
  );
}
