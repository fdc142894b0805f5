// 用人单位: all units that the account may see.
import { Skeleton, Space, Tag } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { ExportButton } from "./ExportButton";
import { ImportLink } from "./ImportLink";
import { ListCard, matches } from "./ListCard";
import { TEXTS } from "./texts";

export default function Units() {
  const texts = usePick(TEXTS).units;
  const { language } = usePreference();
  const units = useRead("units", {});
  const [find, setFind] = useState("");
  if (units.isPending) return <Skeleton active />;
  if (units.isError) return <Failure error={units.error} retry={() => units.refetch()} />;
  const group = (code: string) => word(language, `group.${code}`);
  return (
    <ListCard
      title={texts.title(units.data.length)}
      find={find}
      setFind={setFind}
      hint={texts.find}
      width={560}
      actions={
        <Space>
          <ImportLink />
          <ExportButton kind="units" />
        </Space>
      }
      rowKey="code"
      dataSource={units.data.filter((unit) => matches(find, [unit.code, unit.name, unit.manager]))}
      columns={[
        {
          title: texts.code,
          dataIndex: "code",
          width: 100,
          sorter: (a, b) => a.code.localeCompare(b.code),
        },
        {
          title: texts.name,
          dataIndex: "name",
          ellipsis: true,
          sorter: (a, b) => a.name.localeCompare(b.name, "zh-CN"),
        },
        {
          title: texts.group,
          dataIndex: "group",
          width: 140,
          filters: ["provincial", "city"].map((value) => ({ value, text: group(value) })),
          onFilter: (value, unit) => unit.group === value,
          render: (value: string) => (
            <Tag color={value === "provincial" ? "blue" : "default"}>{group(value)}</Tag>
          ),
        },
        {
          title: texts.manager,
          dataIndex: "manager",
          width: 140,
          ellipsis: true,
          render: (name: string | null) => name ?? "—",
        },
      ]}
    />
  );
}
