// 工单类型: which there are for all units and for one, and a unit's own made from them.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Select, Skeleton, Space, Table, Tag, Typography } from "antd";
import { useState } from "react";
import type { TicketTypeBody, TicketTypeView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useMay, useMayProvince } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";
import { TypeDialog } from "./TypeDialog";

/** What an account does to a type. */
type Doing = { what: "copy" | "change" | "retire"; known: TicketTypeView } | { what: "add" };

/** Types for all units are asked for under no unit's code. */
const ALL = "";

const BLANK: TicketTypeBody = {
  code: "",
  label: "",
  service: "other",
  formal: false,
  customer: true,
  audited: false,
  acceptance: "requester",
  days: 5,
  fields: [],
  items: [],
  records: [],
  steps: [],
};

export default function TypesPage() {
  const texts = usePick(TEXTS);
  const may = useMay();
  const mayProvince = useMayProvince();
  const { units, unit: inView } = useInView();
  const governs = mayProvince("issueCommonTicketType");
  const [whose, setWhose] = useState(() => (governs ? ALL : inView));
  const [doing, setDoing] = useState<Doing | null>(null);
  const found = useRead("ticketTypes", { unit: whose === ALL ? inView : whose }, inView !== "");
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  if (found.data === undefined) return <Skeleton active />;
  const types = whose === ALL ? found.data.filter(({ own }) => !own) : found.data;
  const makes = whose === ALL ? governs : may("issueTicketType", whose);
  const owner = whose === ALL ? null : whose;
  // A unit changes its own types; those of all units are the province's.
  const changes = ({ own }: TicketTypeView) => makes && own === (whose !== ALL);
  const { columns } = texts;
  return (
    <Card size="small">
      <Flex vertical gap="small">
        <Typography.Text type="secondary">{texts.help}</Typography.Text>
        <Flex gap="small" align="center" wrap>
          <span>{texts.whose}</span>
          <Select
            aria-label={texts.whose}
            value={whose}
            onChange={setWhose}
            showSearch={{ optionFilterProp: "label" }}
            popupMatchSelectWidth={false}
            style={{ width: 220 }}
            options={[
              ...(governs ? [{ value: ALL, label: texts.allUnits }] : []),
              ...units.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          {makes ? (
            <Button
              icon={<PlusOutlined aria-hidden />}
              style={{ marginInlineStart: "auto" }}
              onClick={() => setDoing({ what: "add" })}
            >
              {texts.add}
            </Button>
          ) : null}
        </Flex>
        <Table<TicketTypeView>
          size="small"
          rowKey={({ own, body }) => `${own} ${body.code}`}
          dataSource={types}
          pagination={false}
          scroll={{ x: 720 }}
          columns={[
            {
              title: columns.label,
              key: "label",
              render: (_, { body }) => (
                <Flex vertical gap={2}>
                  <span style={{ overflowWrap: "anywhere" }}>{body.label}</span>
                  <Space size={4} wrap>
                    {body.formal ? <Tag>{texts.flags.formal}</Tag> : null}
                    {body.audited ? <Tag>{texts.flags.audited}</Tag> : null}
                    {body.acceptance === "customer" ? <Tag>{texts.flags.acceptance}</Tag> : null}
                  </Space>
                </Flex>
              ),
            },
            {
              title: columns.service,
              key: "service",
              width: 100,
              render: (_, { body }) => texts.services[body.service] ?? body.service,
            },
            {
              title: columns.whose,
              key: "whose",
              width: 80,
              render: (_, { own }) => (own ? <Tag color="blue">{texts.own}</Tag> : texts.common),
            },
            {
              title: columns.holds,
              key: "holds",
              render: (_, { body: { fields, items, records, steps } }) =>
                texts.holds(fields.length, items.length, records.length, steps.length),
            },
            {
              title: columns.days,
              key: "days",
              width: 110,
              render: (_, { body }) => texts.workingDays(body.days),
            },
            {
              title: columns.version,
              key: "version",
              width: 90,
              render: (_, { version }) => (version === 0 ? texts.shipped : texts.version(version)),
            },
            ...(makes
              ? [
                  {
                    title: "",
                    key: "acts",
                    width: 190,
                    render: (_: unknown, known: TicketTypeView) => (
                      <TypeActs known={known} changes={changes(known)} act={setDoing} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Flex>
      {doing === null ? null : <Done doing={doing} unit={owner} close={() => setDoing(null)} />}
    </Card>
  );
}

interface TypeActsProps {
  known: TicketTypeView;
  changes: boolean;
  act: (doing: Doing) => void;
}

function TypeActs({ known, changes, act }: TypeActsProps) {
  const texts = usePick(TEXTS);
  const { label } = known.body;
  const retires = changes && !known.stays;
  return (
    <Space size={4}>
      <Button size="small" aria-label={texts.copyTitle(label)} onClick={() => act({ what: "copy", known })}>
        {texts.copy}
      </Button>
      {changes ? (
        <Button
          size="small"
          aria-label={texts.changeTitle(label)}
          onClick={() => act({ what: "change", known })}
        >
          {texts.change}
        </Button>
      ) : null}
      {retires ? (
        <Button
          size="small"
          danger
          aria-label={texts.retireTitle(label)}
          onClick={() => act({ what: "retire", known })}
        >
          {texts.retire}
        </Button>
      ) : null}
    </Space>
  );
}

function Done({ doing, unit, close }: { doing: Doing; unit: string | null; close: () => void }) {
  const texts = usePick(TEXTS);
  if (doing.what === "add") {
    return <TypeDialog unit={unit} body={BLANK} fresh title={texts.add} close={close} />;
  }
  const { body } = doing.known;
  if (doing.what === "copy") {
    const copied = { ...body, label: texts.copyOf(body.label) };
    return <TypeDialog unit={unit} body={copied} fresh title={texts.copyTitle(body.label)} close={close} />;
  }
  if (doing.what === "change") {
    return (
      <TypeDialog unit={unit} body={body} fresh={false} title={texts.changeTitle(body.label)} close={close} />
    );
  }
  return <Retire body={body} unit={unit} close={close} />;
}

function Retire({ body, unit, close }: { body: TicketTypeBody; unit: string | null; close: () => void }) {
  const texts = usePick(TEXTS);
  const own = useAct("retireTicketType");
  const common = useAct("retireCommonTicketType");
  const dialog = {
    name: `ticketType.retire.${unit ?? ""}.${body.code}`,
    title: texts.retireTitle(body.label),
    says: texts.retireSays,
    okText: texts.retire,
    danger: true,
    done: texts.retired,
    onClose: close,
    children: null,
  };
  return unit === null ? (
    <ActDialog {...dialog} act={common} request={() => ({ code: body.code })} />
  ) : (
    <ActDialog {...dialog} act={own} request={() => ({ unit, code: body.code })} />
  );
}
