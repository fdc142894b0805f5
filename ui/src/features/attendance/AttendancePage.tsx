// 考勤: the unit in view, a month, its grid, and leave and overtime.
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Alert, Button, DatePicker, Flex, Skeleton, Space, Tabs, Typography } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { AttendanceMonthView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { safeName } from "../../shared/files/paths";
import { useExport } from "../../shared/files/useExport";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useThisMonth } from "../../shared/today";
import { useRead } from "../../shared/useCase";
import { Applications } from "./Applications";
import { LeaveForm, OvertimeForm } from "./ApplyForms";
import { HoursForm } from "./HoursForm";
import { MonthGrid } from "./MonthGrid";
import { TEXTS } from "./texts";

export default function AttendancePage() {
  const words = usePick(TEXTS);
  const { language } = usePreference();
  const { unit, unitName } = useInView();
  const [query, setQuery] = useSearchParams();
  const thisMonth = useThisMonth();
  const asked = query.get("month");
  const month = asked !== null && /^\d{4}-\d{2}$/.test(asked) ? asked : thisMonth;
  const tab = query.get("tab") === "applications" ? "applications" : "grid";
  const view = useRead("attendanceMonth", { unit, month, lang: language }, unit !== "");
  const go = (next: Record<string, string>) =>
    setQuery({ month, ...(tab === "grid" ? {} : { tab }), ...next }, { replace: true });
  const step = (by: number) => go({ month: dayjs(`${month}-01`).add(by, "month").format("YYYY-MM") });

  if (unit === "") return <NothingYet what={words.noUnit} first={words.noUnitHelp} />;
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Space.Compact>
          <Button icon={<LeftOutlined />} aria-label={words.previous} onClick={() => step(-1)} />
          <DatePicker
            picker="month"
            aria-label={words.month}
            allowClear={false}
            value={dayjs(`${month}-01`)}
            onChange={(day) => day !== null && go({ month: day.format("YYYY-MM") })}
          />
          <Button icon={<RightOutlined />} aria-label={words.next} onClick={() => step(1)} />
        </Space.Compact>
        <Acts unit={unit} unitName={unitName} month={month} view={view.data} />
      </Flex>
      {view.isError ? <Failure error={view.error} retry={() => void view.refetch()} /> : null}
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => go({ tab: key })}
        destroyOnHidden
        items={[
          {
            key: "grid",
            label: words.grid,
            children:
              view.data !== undefined ? (
                <Month key={`${unit}.${month}`} view={view.data} />
              ) : view.isError ? null : (
                <Skeleton active paragraph={{ rows: 8 }} />
              ),
          },
          {
            key: "applications",
            label: view.data?.waiting ? words.waiting(view.data.waiting) : words.applications,
            children: <Applications unit={unit} />,
          },
        ]}
      />
    </Flex>
  );
}

function Month({ view }: { view: AttendanceMonthView }) {
  const words = usePick(TEXTS);
  const { start, end, overnight, hours } = view.hours;
  if (view.people.length === 0) return <NothingYet what={words.nobody} first={words.nobodyHelp} />;
  return (
    <Flex vertical gap="small">
      {view.recordedTo === null ? <Alert type="info" showIcon title={words.noPunches} /> : null}
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {[
          words.hoursLine(start, overnight ? `${words.overnight} ${end}` : end, hours),
          ...(view.recordedTo === null ? [] : [words.recordedTo(view.recordedTo)]),
          words.gridHelp,
        ].join(" · ")}
      </Typography.Text>
      <MonthGrid view={view} />
    </Flex>
  );
}

interface ActsProps {
  unit: string;
  unitName: string;
  month: string;
  view: AttendanceMonthView | undefined;
}

function Acts({ unit, unitName, month, view }: ActsProps) {
  const words = usePick(TEXTS);
  const { language } = usePreference();
  const may = useMay();
  const navigate = useNavigate();
  const { save, isPending } = useExport("attendanceWorkbook");
  const [form, setForm] = useState<"hours" | "leave" | "overtime" | null>(null);
  const close = () => setForm(null);
  const people = view?.people ?? [];
  const exporting = () =>
    save({
      title: words.export,
      kind: { name: words.excel, extensions: ["xlsx"] },
      proposed: words.fileName(safeName(unitName), month),
      request: (out) => ({ unit, month, lang: language, out }),
    });
  return (
    <Space wrap>
      {may("applyLeave", unit) && people.length > 0 ? (
        <>
          <Button onClick={() => setForm("leave")}>{words.leave}</Button>
          <Button onClick={() => setForm("overtime")}>{words.overtime}</Button>
        </>
      ) : null}
      <Button onClick={() => setForm("hours")}>{words.hours}</Button>
      {may("correctAttendance", unit) && may("importSheet") ? (
        <Button onClick={() => void navigate("/import?kind=attendance")}>{words.import}</Button>
      ) : null}
      {people.length > 0 ? (
        <Button loading={isPending} onClick={() => void exporting()}>
          {words.export}
        </Button>
      ) : null}
      {form === "hours" ? <HoursForm unit={unit} month={month} onClose={close} /> : null}
      {form === "leave" ? <LeaveForm unit={unit} people={people} onClose={close} /> : null}
      {form === "overtime" ? <OvertimeForm unit={unit} people={people} onClose={close} /> : null}
    </Space>
  );
}
