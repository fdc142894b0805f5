// 文档: the list, and one document behind it.
import { Route, Routes, useParams } from "react-router";
import { ApprovalsPage } from "../approvals/ApprovalsPage";
import { DocumentList } from "./DocumentList";
import { DocumentPage } from "./DocumentPage";

export default function DocumentsPage() {
  return (
    <Routes>
      <Route index element={<DocumentList />} />
      <Route path="approvals" element={<ApprovalsPage />} />
      <Route path=":document" element={<One />} />
    </Routes>
  );
}

function One() {
  const { document = "" } = useParams();
  return <DocumentPage key={document} document={document} />;
}
