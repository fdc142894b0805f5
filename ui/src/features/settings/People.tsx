// 人员: every stay of an engineer in a unit.
import { Skeleton, Space, Tag } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import type { PersonView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { ExportButton } from "./ExportButton";
import { ImportLink } from "./ImportLink";
import { byCode, byName, findable, ListCard } from "./ListCard";
import { TEXTS } from "./texts";

export default function People() {
  const texts = usePick(TEXTS).people;
  const { status } = useSignedIn();
  const people = useRead("people", {});
  const units = useRead("units", {});
  const [find, setFind] = useState("");
  const looked = useDeferredValue(find);
  const names = useMemo(
    () => new Map((units.data ?? []).map(({ code, name }) => [code, name])),
    [units.data],
  );
  const lines = useMemo(
    () =>
      (people.data ?? []).map((person) => ({
        person,
        text: findable([
          person.staffNo,
          person.name,
          person.unit,
          names.get(person.unit) ?? null,
          person.post,
          person.phone,
        ]),
      })),
    [people.data, names],
  );
  const rows = useMemo(() => found(lines, looked), [lines, looked]);
  if (people.isPending) return <Skeleton active />;
  if (people.isError) return <Failure error={people.error} retry={() => people.refetch()} />;
  const nameOf = (unit: string) => names.get(unit) ?? unit;
  const today = status.today ?? "";
  const gone = (leftOn: string | null) => leftOn !== null && leftOn < today;
  const present = people.data.filter(({ leftOn }) => !gone(leftOn)).length;
  return (
    <ListCard
      title={texts.title(present, people.data.length)}
      find={find}
      setFind={setFind}
      hint={texts.find}
      width={640}
      actions={
        <Space>
          <ImportLink />
          <ExportButton kind="people" />
        </Space>
      }
      rowKey={(person) => `${person.staffNo} ${person.unit} ${person.arrivedOn}`}
      dataSource={rows}
      columns={[
        {
          title: texts.staffNo,
          dataIndex: "staffNo",
          width: 88,
          sorter: (a, b) => byCode(a.staffNo, b.staffNo),
        },
        {
          title: texts.name,
          dataIndex: "name",
          width: 88,
          ellipsis: true,
          sorter: (a, b) => byName(a.name, b.name),
        },
        {
          title: texts.unit,
          dataIndex: "unit",
          width: 140,
          ellipsis: true,
          filters: [...names].map(([value, text]) => ({ value, text })),
          filterSearch: true,
          onFilter: (value, person) => person.unit === value,
          render: nameOf,
        },
        { title: texts.post, dataIndex: "post", width: 120, ellipsis: true, render: (post) => post ?? "—" },
        {
          title: texts.phone,
          dataIndex: "phone",
          responsive: ["xl"],
          width: 120,
          render: (phone) => phone ?? "—",
        },
        {
          title: texts.arrived,
          dataIndex: "arrivedOn",
          width: 104,
          sorter: (a, b) => byCode(a.arrivedOn, b.arrivedOn),
        },
        {
          title: texts.left,
          dataIndex: "leftOn",
          width: 104,
          filters: [
            { value: "here", text: texts.here },
            { value: "gone", text: texts.gone },
          ],
          onFilter: (value, person) => gone(person.leftOn) === (value === "gone"),
          render: (leftOn: string | null) => leftOn ?? <Tag color="green">{texts.here}</Tag>,
        },
      ]}
    />
  );
}

interface Line {
  person: PersonView;
  text: string;
}

function found(lines: Line[], find: string): PersonView[] {
  const words = find.trim().toLowerCase();
  return (words === "" ? lines : lines.filter(({ text }) => text.includes(words))).map(
    ({ person }) => person,
  );
}
