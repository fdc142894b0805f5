// Whom to dispatch to: who is proposed first, and why the others are skipped.
import { Button, Flex, Segmented, Select, Table, Typography } from "antd";
import type { ProposalView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { TEXTS, type Texts } from "./texts";

export type Order = "load" | "turn";

interface DispatchListProps {
  ticket: string;
  order: Order;
  onOrder: (order: Order) => void;
  skill: string | null;
  onSkill: (skill: string | null) => void;
  /** Takes somebody as the first; given by the form whose field this is. */
  onChange?: (staffNo: string) => void;
}

export function DispatchList({ ticket, order, onOrder, skill, onSkill, onChange }: DispatchListProps) {
  const texts = usePick(TEXTS);
  const list = useRead("dispatchList", { ticket, skill, order });
  const { dispatch } = texts;
  const why = ({ place, skipped, approvals }: ProposalView) => {
    if (approvals.length > 0) return dispatch.approvals;
    if (skipped !== null) return dispatch.skips[skipped as keyof Texts["dispatch"]["skips"]];
    return dispatch.place(place ?? 0);
  };
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap align="center">
        <Typography.Text strong>{dispatch.title}</Typography.Text>
        <Segmented
          size="small"
          aria-label={dispatch.title}
          value={order}
          onChange={onOrder}
          options={(["load", "turn"] as const).map((value) => ({ value, label: dispatch.orders[value] }))}
        />
        <Select
          size="small"
          allowClear
          aria-label={dispatch.skill}
          placeholder={dispatch.skill}
          value={skill}
          onChange={(chosen: string | undefined) => onSkill(chosen ?? null)}
          options={(list.data?.skills ?? []).map((value) => ({ value, label: value }))}
          style={{ width: 150 }}
        />
      </Flex>
      {list.isError ? <Failure error={list.error} retry={() => list.refetch()} /> : null}
      <Table<ProposalView>
        size="small"
        rowKey="staffNo"
        loading={list.isPending}
        dataSource={list.data?.lines ?? []}
        pagination={{ pageSize: 6, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: dispatch.who, key: "who", render: (_, { name, staffNo }) => `${name} ${staffNo}` },
          {
            title: dispatch.skills,
            dataIndex: "skills",
            ellipsis: true,
            render: (skills: string[]) => skills.join(dispatch.separator) || "—",
          },
          { title: dispatch.open, dataIndex: "open", align: "right", width: 72 },
          {
            title: dispatch.lastTurn,
            dataIndex: "lastTurn",
            width: 104,
            render: (day: string | null) => day ?? "—",
          },
          { title: dispatch.why, key: "why", render: (_, line) => why(line) },
          {
            title: "",
            key: "take",
            width: 64,
            // Whoever needs approvals first cannot be taken before they are there.
            render: (_, { staffNo, name, approvals }) =>
              approvals.length > 0 ? null : (
                <Button
                  size="small"
                  aria-label={`${dispatch.take} ${name}`}
                  onClick={() => onChange?.(staffNo)}
                >
                  {dispatch.take}
                </Button>
              ),
          },
        ]}
      />
    </Flex>
  );
}
