// 考勤 on a person's page: what each month comes to, newest first, and the way to that month's grid.
import { Button, Card, Table, Typography } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { saidOf } from "./saidOf";
import { TEXTS } from "./texts";

/** Months on a page. */
const PAGE = 12;

export function AttendanceCard({ staffNo }: { staffNo: string }) {
  const words = usePick(TEXTS);
  const navigate = useNavigate();
  const may = useMay();
  const { setUnit } = useInView();
  const [page, setPage] = useState(1);
  const found = useRead("personAttendance", { staffNo, limit: PAGE, offset: (page - 1) * PAGE });
  const open = (unit: string, month: string) => {
    setUnit(unit);
    void navigate(`/attendance?month=${month}`);
  };
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const lines = found.data?.lines ?? [];
  const none = found.data?.found === 0;
  const units = new Set(lines.map(({ unit }) => unit));
  return (
    <Card size="small" title={words.monthsOf} styles={{ body: { padding: none ? 12 : 0 } }}>
      {none ? (
        <NothingYet what={words.noMonths} first={words.noMonthsHelp} />
      ) : (
        <Table
          size="small"
          loading={found.isPending}
          rowKey={({ unit, month }) => `${unit} ${month}`}
          pagination={{
            current: page,
            pageSize: PAGE,
            total: found.data?.found ?? page * PAGE,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: setPage,
          }}
          dataSource={lines}
          scroll={{ x: 420 }}
          columns={[
            { title: words.month, dataIndex: "month", width: 84 },
            ...(units.size > 1
              ? [{ title: words.unitOf, dataIndex: "unitName", width: 110, ellipsis: true }]
              : []),
            {
              title: words.totals.present,
              key: "present",
              width: 110,
              render: (_, { totals }) => `${totals.present}/${totals.due}`,
            },
            {
              title: words.comesTo,
              key: "said",
              render: (_, { totals }) => (
                <Typography.Text type={totals.clean ? "secondary" : "danger"}>
                  {saidOf(words, totals).join(" · ")}
                </Typography.Text>
              ),
            },
            {
              key: "open",
              width: 104,
              render: (_, { unit, month }) =>
                may("attendanceMonth", unit) ? (
                  <Button
                    size="small"
                    type="link"
                    aria-label={`${words.see} ${month}`}
                    style={{ textDecoration: "underline" }}
                    onClick={() => open(unit, month)}
                  >
                    {words.see}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </Card>
  );
}
