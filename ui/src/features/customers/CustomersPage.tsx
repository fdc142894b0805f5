// 客户: the list, and one customer behind it.
import { Route, Routes, useParams } from "react-router";
import { CustomerList } from "./CustomerList";
import { CustomerPage } from "./CustomerPage";

export default function CustomersPage() {
  return (
    <Routes>
      <Route index element={<CustomerList />} />
      <Route path=":customer" element={<One />} />
    </Routes>
  );
}

function One() {
  const { customer = "" } = useParams();
  return <CustomerPage key={customer} customer={customer} />;
}
