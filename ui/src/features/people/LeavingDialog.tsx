// 办理离岗 and 调动: when, why, what is handed over, and to whom.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Form, Input, Select, Typography } from "antd";
import type { HandoverLine } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { StaffItem } from "./StaffItem";
import type { Person } from "./person";
import { pathOf, ScanItem } from "./ScanItem";
import { TEXTS } from "./texts";

interface Fields {
  day: string;
  to?: string;
  reason: string;
  none?: boolean;
  nothing?: string;
  entries?: Partial<HandoverLine>[];
  receiver?: string | null;
  receiverName?: string | null;
  scan?: string | null;
}

const BESIDE = {
  datesReversed: "day",
  scoredOutsideMembership: "day",
  leftAlready: "day",
  membershipOverlaps: "day",
  sameUnit: "to",
  reasonNeeded: "reason",
  handoverReceiverNeeded: "receiver",
  receiverLeaves: "receiver",
  unknownEngineer: "receiver",
  fileNotFound: "scan",
} as const;

/** What both acts hand over. */
export function handedOver(typed: Fields) {
  const none = typed.none === true;
  const text = (value: string | null | undefined) => (value ?? "").trim();
  const entries = (typed.entries ?? []).map(({ kind, what, note }) => ({
    kind: kind ?? "other",
    what: text(what),
    note: text(note) === "" ? null : text(note),
  }));
  return {
    reason: text(typed.reason),
    entries: none ? [] : entries,
    nothing: none ? text(typed.nothing) : null,
    receiver: none ? null : (typed.receiver ?? null),
    receiverName: none || text(typed.receiverName) === "" ? null : text(typed.receiverName),
    scan: pathOf(typed.scan),
  };
}

export function LeavingDialog({
  person,
  transfer,
  onClose,
}: {
  person: Person;
  transfer: boolean;
  onClose: () => void;
}) {
  const words = usePick(TEXTS).leaving;
  const leave = useAct("recordLeaving");
  const move = useAct("transferPerson");
  const { staffNo, name } = person;
  const common = {
    beside: BESIDE,
    width: 720,
    initial: { entries: [{ kind: "ticket" }] } as Partial<Fields>,
    onClose,
  };
  if (transfer)
    return (
      <ActDialog
        {...common}
        name={`transfer.${staffNo}`}
        title={words.transfer}
        says={words.transferHelp(name)}
        act={move}
        request={({ day, to = "", ...typed }: Fields) => ({
          staffNo,
          to,
          firstDay: day,
          ...handedOver({ day, ...typed }),
        })}
        done={words.transferred}
      >
        <UnitItem from={person.unit} />
        <DayItem name="day" label={words.firstDay} />
        <Items staffNo={staffNo} />
      </ActDialog>
    );
  return (
    <ActDialog
      {...common}
      name={`leave.${staffNo}`}
      title={words.leave}
      danger
      says={words.leaveHelp(name)}
      act={leave}
      request={(typed: Fields) => ({ staffNo, lastDay: typed.day, ...handedOver(typed) })}
      done={words.left}
    >
      <DayItem name="day" label={words.lastDay} />
      <Items staffNo={staffNo} />
    </ActDialog>
  );
}

function UnitItem({ from }: { from: string | null }) {
  const words = usePick(TEXTS).leaving;
  const texts = useTexts();
  const { units } = useInView();
  const may = useMay();
  return (
    <Form.Item name="to" label={words.to} rules={[{ required: true, message: texts.needed }]}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        options={units
          .filter(({ code }) => code !== from && may("transferPerson", code))
          .map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}

function Items({ staffNo }: { staffNo: string }) {
  const words = usePick(TEXTS).leaving;
  const texts = useTexts();
  const none = Form.useWatch<boolean | undefined>("none") === true;
  const needed = [{ required: true, whitespace: true, message: texts.needed }];
  return (
    <>
      <ReasonItem name="reason" label={words.reason} />
      <Typography.Title level={5}>{words.list}</Typography.Title>
      <Form.Item name="none" valuePropName="checked" style={{ marginBlockEnd: 8 }}>
        <Checkbox>{words.nothing}</Checkbox>
      </Form.Item>
      {none ? (
        <Form.Item name="nothing" label={words.nothingWhy} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      ) : (
        <>
          <HandoverList />
          <Flex gap="middle" wrap>
            <StaffItem
              name="receiver"
              label={words.receiver}
              extra={words.receiverHelp}
              except={staffNo}
              style={{ flex: "1 1 260px" }}
            />
            <Form.Item name="receiverName" label={words.receiverName} style={{ flex: "1 1 260px" }}>
              <Input maxLength={60} />
            </Form.Item>
          </Flex>
        </>
      )}
      <ScanItem name="scan" label={words.scan} optional />
    </>
  );
}

function HandoverList() {
  const words = usePick(TEXTS).leaving;
  const kinds = usePick(TEXTS).stays.kinds;
  const texts = useTexts();
  return (
    <Form.List
      name="entries"
      rules={[
        {
          validator: (_, entries: unknown[] | undefined) =>
            (entries?.length ?? 0) > 0 ? Promise.resolve() : Promise.reject(new Error(words.listNeeded)),
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <Flex vertical gap={4} style={{ marginBlockEnd: 16 }}>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap="small" align="start">
              <Form.Item name={[name, "kind"]} style={{ width: 96, marginBlockEnd: 8 }}>
                <Select
                  aria-label={`${words.kind} ${name + 1}`}
                  options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, "what"]}
                style={{ flex: 2, marginBlockEnd: 8 }}
                rules={[{ required: true, whitespace: true, message: texts.needed }]}
              >
                <Input aria-label={`${words.what} ${name + 1}`} placeholder={words.what} maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, "note"]} style={{ flex: 1, marginBlockEnd: 8 }}>
                <Input aria-label={`${words.note} ${name + 1}`} placeholder={words.note} maxLength={200} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${words.remove} ${name + 1}`}
                onClick={() => remove(name)}
              />
            </Flex>
          ))}
          <Form.ErrorList errors={errors} />
          <div>
            <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({ kind: "ticket" })}>
              {words.add}
            </Button>
          </div>
        </Flex>
      )}
    </Form.List>
  );
}
