// 表单: every other form of the province and the unit, filled in and printed; and the types of all forms.
import { Flex, Segmented } from "antd";
import { Route, Routes, useNavigate, useParams } from "react-router";
import { usePick } from "../../shared/pick";
import { FormPage } from "./FormPage";
import { RegisterList } from "./RegisterList";
import { TEXTS } from "./texts";
import { TypeList } from "./TypeList";

export default function FormsPage() {
  return (
    <Routes>
      <Route index element={<Viewed view="form" />} />
      <Route path="types" element={<Viewed view="types" />} />
      <Route path="of/:form" element={<One />} />
    </Routes>
  );
}

function Viewed({ view }: { view: "form" | "types" }) {
  const texts = usePick(TEXTS);
  const go = useNavigate();
  return (
    <Flex vertical gap="small">
      <Segmented
        aria-label={texts.view}
        value={view}
        onChange={(chosen: "form" | "types") => void go(chosen === "form" ? "/forms" : "/forms/types")}
        options={[
          { value: "form", label: texts.tabs.form },
          { value: "types", label: texts.types },
        ]}
        style={{ alignSelf: "flex-start" }}
      />
      {view === "form" ? <RegisterList register="form" /> : <TypeList />}
    </Flex>
  );
}

function One() {
  const { form = "" } = useParams();
  return <FormPage key={form} form={form} home="/forms" />;
}
