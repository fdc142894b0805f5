// 商机: the pipeline, and one opportunity behind it.
import { Route, Routes, useParams } from "react-router";
import { OpportunityPage } from "./OpportunityPage";
import { Pipeline } from "./Pipeline";

export default function OpportunitiesPage() {
  return (
    <Routes>
      <Route index element={<Pipeline />} />
      <Route path=":opportunity" element={<One />} />
    </Routes>
  );
}

function One() {
  const { opportunity = "" } = useParams();
  return <OpportunityPage key={opportunity} opportunity={opportunity} />;
}
