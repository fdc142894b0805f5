// 沟通: minutes, tasks, talks, visits, complaints and product problems, and one form behind each line.
import { Flex, Segmented } from "antd";
import { Navigate, Route, Routes, useNavigate, useParams, useSearchParams } from "react-router";
import { usePick } from "../../shared/pick";
import { FormPage } from "./FormPage";
import { ReminderList } from "./ReminderList";
import { RegisterList } from "./RegisterList";
import { SCOPES, type Tab, TABS } from "./registers";
import { SurveyTab } from "./SurveyTab";
import { TaskList } from "./TaskList";
import { TEXTS } from "./texts";

export default function CommunicationPage() {
  return (
    <Routes>
      <Route index element={<Navigate to="minutes" replace />} />
      <Route path="of/:form" element={<One />} />
      <Route path=":tab" element={<Tabbed />} />
    </Routes>
  );
}

function Tabbed() {
  const texts = usePick(TEXTS);
  const go = useNavigate();
  const { tab: named } = useParams();
  const [asked] = useSearchParams();
  const tab: Tab = TABS.find((one) => one === named) ?? "minutes";
  const begin = SCOPES.find((one) => one === asked.get("scope"));
  return (
    <Flex vertical gap="small">
      <Segmented
        aria-label={texts.view}
        value={tab}
        onChange={(chosen: Tab) => void go(`/communication/${chosen}`)}
        options={TABS.map((value) => ({ value, label: texts.tabs[value] }))}
        style={{ alignSelf: "flex-start" }}
      />
      {tab === "tasks" ? (
        <TaskList key={begin ?? ""} begin={begin === "overdue" ? "overdue" : "open"} />
      ) : tab === "reminders" ? (
        <ReminderList />
      ) : tab === "due" ? (
        <RegisterList key={begin ?? ""} register={null} begin={begin ?? "open"} />
      ) : tab === "survey" ? (
        <SurveyTab />
      ) : (
        <RegisterList key={`${tab} ${begin ?? ""}`} register={tab} begin={begin ?? "all"} />
      )}
    </Flex>
  );
}

const REGISTER: Record<string, Tab> = {
  HY: "minutes",
  GT: "contact",
  BF: "visit",
  TS: "complaint",
  DC: "survey",
  WT: "problem",
};

function One() {
  const { form = "" } = useParams();
  // The number says in which register it stands, and so where one goes back to.
  const mark = form.split("-").at(-2)?.slice(0, 2) ?? "";
  return <FormPage key={form} form={form} home={`/communication/${REGISTER[mark] ?? "minutes"}`} />;
}
