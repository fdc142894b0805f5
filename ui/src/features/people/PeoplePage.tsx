// 人员: the list, and one page for each person.
import { Route, Routes, useParams } from "react-router";
import PeopleList from "./PeopleList";
import { PersonPage } from "./PersonPage";

export default function PeoplePage() {
  return (
    <Routes>
      <Route index element={<PeopleList />} />
      <Route path=":staffNo" element={<Chosen />} />
    </Routes>
  );
}

function Chosen() {
  const { staffNo = "" } = useParams();
  // Another person is another page: nothing typed for one is shown at the next.
  return <PersonPage key={staffNo} staffNo={staffNo} />;
}
