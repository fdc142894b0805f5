// The backup plan: what it does, how each place stands, and doing it now.
import { App, Button, Card, Descriptions, Flex, Space, Table, Tag, Tooltip, Typography } from "antd";
import { useState } from "react";
import type { BackupPlanView, PlaceView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { fileName } from "../../shared/files/paths";
import { JobProgress } from "../../shared/job/JobProgress";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { message as sentence, sizeText } from "../../shared/words";
import { PlanForm } from "./PlanForm";
import { TEXTS } from "./texts";

export function PlanCard({ plan }: { plan: BackupPlanView }) {
  const texts = usePick(TEXTS).plan;
  const may = useMay();
  const { message } = App.useApp();
  const run = useAct("runBackupPlan");
  const [changing, setChanging] = useState(false);
  const empty = plan.places.length === 0;
  const mayChange = may("setBackupPlan");
  const now = () =>
    run.mutate(
      { occasion: "now" },
      {
        onSuccess: ({ places }) => {
          const made = places.filter((place) => place.made !== null).length;
          if (made > 0) void message.success(texts.made(made));
        },
      },
    );
  return (
    <Card
      size="small"
      title={texts.title}
      extra={mayChange && !empty ? <Button onClick={() => setChanging(true)}>{texts.change}</Button> : null}
    >
      {empty ? (
        <NothingYet
          what={texts.none}
          first={texts.help}
          action={
            mayChange ? (
              <Button type="primary" onClick={() => setChanging(true)}>
                {texts.set}
              </Button>
            ) : null
          }
        />
      ) : (
        <Flex vertical gap="small">
          <Typography.Text type="secondary">{texts.help}</Typography.Text>
          <Descriptions
            size="small"
            column={{ xs: 1, md: 3 }}
            items={[
              { key: "rhythm", label: texts.rhythm, children: texts.rhythms[plan.rhythm] },
              { key: "closing", label: texts.onClosing, children: plan.onClosing ? texts.yes : texts.no },
              { key: "keep", label: texts.keep, children: `${plan.keep} ${texts.keepSuffix}` },
            ]}
          />
          <Places places={plan.places} />
          {may("backupLedger") ? (
            <div>
              <Button type="primary" loading={run.isPending} onClick={now}>
                {texts.now}
              </Button>
            </div>
          ) : null}
          <JobProgress running={run.isPending} />
          {run.isError ? <Failure error={run.error} /> : null}
        </Flex>
      )}
      {changing ? (
        <PlanForm
          plan={plan}
          saved={(view) => {
            if (view.due) run.mutate({ occasion: "due" });
          }}
          close={() => setChanging(false)}
        />
      ) : null}
    </Card>
  );
}

function Places({ places }: { places: PlaceView[] }) {
  const texts = usePick(TEXTS).plan;
  return (
    <Table
      size="small"
      rowKey="place"
      pagination={false}
      dataSource={places}
      scroll={{ x: 620 }}
      columns={[
        {
          title: texts.place,
          dataIndex: "place",
          width: 96,
          render: (place: string) => texts.places[place],
        },
        {
          title: texts.folder,
          dataIndex: "folder",
          render: (folder: string) => <span style={{ overflowWrap: "anywhere" }}>{folder}</span>,
        },
        {
          title: texts.last,
          key: "last",
          width: 150,
          render: (_, { last, files }) =>
            last === null ? (
              <Typography.Text type="secondary">{texts.never}</Typography.Text>
            ) : (
              <Tooltip title={fileName(last.path)}>
                <div>
                  {last.at.slice(0, 16)} · {sizeText(last.bytes)}
                </div>
                <Typography.Text type="secondary">{texts.files(files)}</Typography.Text>
              </Tooltip>
            ),
        },
        { title: texts.state, key: "state", width: 120, render: (_, place) => <State place={place} /> },
      ]}
    />
  );
}

function State({ place }: { place: PlaceView }) {
  const texts = usePick(TEXTS).plan;
  const { language } = usePreference();
  return (
    <Space orientation="vertical" size={2}>
      <Space size={4} wrap>
        {place.there !== false ? null : <Tag color="orange">{texts.gone}</Tag>}
        {place.due ? <Tag color="orange">{texts.due}</Tag> : null}
        {place.there !== false && !place.due && place.failed === null ? (
          place.last === null ? (
            <Tag>{texts.toCome}</Tag>
          ) : (
            <Tag color="green">{texts.fine}</Tag>
          )
        ) : null}
      </Space>
      {place.failed === null ? null : (
        <Tooltip title={sentence(language, place.failed.error.code, place.failed.error.params)}>
          <Typography.Text type="danger">{texts.failed(place.failed.at.slice(0, 16))}</Typography.Text>
        </Tooltip>
      )}
    </Space>
  );
}
