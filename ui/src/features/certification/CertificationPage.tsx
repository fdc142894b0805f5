// 认证: the list of people, and one person against one level behind it.
import { Route, Routes, useParams } from "react-router";
import { CertificationList } from "./CertificationList";
import { CertificationPerson } from "./CertificationPerson";

export default function CertificationPage() {
  return (
    <Routes>
      <Route index element={<CertificationList />} />
      <Route path=":staffNo" element={<Person />} />
    </Routes>
  );
}

function Person() {
  const { staffNo = "" } = useParams();
  return <CertificationPerson key={staffNo} staffNo={staffNo} />;
}
