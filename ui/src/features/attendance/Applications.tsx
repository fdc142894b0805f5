// Leave and overtime of the unit: what waits, what was decided, and deciding it.
import { Button, Flex, Form, Input, Segmented, Space, Table, Tag, Tooltip, Typography } from "antd";
import { useState } from "react";
import type { ApplicationView, DecideApplication } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog, ReasonItem } from "../../shared/act/ReasonDialog";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { StateTag, useWhat } from "./ApplicationLine";
import { TEXTS } from "./texts";

type Doing = { act: "approve" | "refuse" | "withdraw"; application: ApplicationView };

export function Applications({ unit }: { unit: string }) {
  const words = usePick(TEXTS);
  const list = useRead("attendanceApplications", { unit, month: null });
  const [only, setOnly] = useState<"open" | "all">("all");
  const [doing, setDoing] = useState<Doing | null>(null);
  const what = useWhat();
  if (list.isError) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const all = list.data ?? [];
  const shown = all.filter(({ state }) => only === "all" || state === "open");
  const close = () => setDoing(null);
  return (
    <Flex vertical gap="small">
      <Segmented<"open" | "all">
        style={{ alignSelf: "start" }}
        value={only}
        onChange={setOnly}
        options={[
          { value: "all", label: words.allOf },
          { value: "open", label: words.onlyOpen },
        ]}
      />
      <Table<ApplicationView>
        size="small"
        rowKey={({ staffNo, number }) => `${staffNo}.${number}`}
        loading={list.isPending}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        dataSource={shown}
        scroll={{ x: 860 }}
        locale={{
          emptyText: <NothingYet what={words.noApplications} first={words.noApplicationsHelp} />,
        }}
        columns={[
          { title: words.person, dataIndex: "name", width: 90, ellipsis: true },
          {
            title: words.what,
            key: "what",
            width: 110,
            render: (_, application) => what(application).what,
          },
          {
            title: words.when,
            key: "when",
            width: 160,
            render: (_, application) => (
              <>
                {what(application).when} {application.late ? <Tag>{words.late}</Tag> : null}
              </>
            ),
          },
          {
            title: words.reason,
            key: "reason",
            ellipsis: true,
            render: (_, { reason, note }) => [reason ?? words.erased, note].filter(Boolean).join(" · "),
          },
          {
            title: words.state,
            key: "state",
            width: 170,
            render: (_, application) => <State application={application} />,
          },
          {
            title: words.acts,
            key: "acts",
            width: 170,
            fixed: "end",
            render: (_, application) => <Acts application={application} start={setDoing} />,
          },
        ]}
      />
      {doing === null ? null : doing.act === "withdraw" ? (
        <Withdraw application={doing.application} onClose={close} />
      ) : (
        <Decide application={doing.application} approved={doing.act === "approve"} onClose={close} />
      )}
    </Flex>
  );
}

function State({ application }: { application: ApplicationView }) {
  const words = usePick(TEXTS);
  const { decidedBy, decidedAt, decision, onBehalf, document, evidence } = application;
  const details = [decision, document, evidence === null ? null : words.evidenceKept]
    .filter(Boolean)
    .join(" · ");
  return (
    <Flex vertical gap={2} align="start">
      <Space size={4} wrap>
        <StateTag application={application} />
        {onBehalf ? <Tag>{words.onBehalf}</Tag> : null}
      </Space>
      {decidedBy === null ? null : (
        <Tooltip title={details === "" ? null : details}>
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {words.byAt(decidedBy, decidedAt?.slice(0, 10) ?? "")}
          </Typography.Text>
        </Tooltip>
      )}
      {details === "" ? null : (
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {details}
        </Typography.Text>
      )}
    </Flex>
  );
}

interface ActsProps {
  application: ApplicationView;
  start: (doing: Doing) => void;
}

function Acts({ application, start }: ActsProps) {
  const words = usePick(TEXTS);
  const may = useMay();
  const { unit, state, name } = application;
  const link = (act: Doing["act"], label: string) => (
    <Button
      type="link"
      size="small"
      style={{ paddingInline: 4 }}
      aria-label={`${label} ${name}`}
      onClick={() => start({ act, application })}
    >
      {label}
    </Button>
  );
  return (
    <Space size={0}>
      {state === "open" && may("decideApplication", unit) ? (
        <>
          {link("approve", words.approve)}
          {link("refuse", words.refuse)}
        </>
      ) : null}
      {(state === "open" || state === "approved") && may("withdrawApplication", unit)
        ? link("withdraw", words.withdraw)
        : null}
    </Space>
  );
}

interface DialogProps {
  application: ApplicationView;
  onClose: () => void;
}

function Withdraw({ application: { unit, staffNo, number, name }, onClose }: DialogProps) {
  const words = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`attendance.withdraw.${staffNo}.${number}`}
      title={words.withdrawTitle}
      says={words.withdrawSays(name)}
      okText={words.withdraw}
      label={words.reason}
      act={useAct("withdrawApplication")}
      request={(reason) => ({ unit, staffNo, number, reason })}
      done={words.withdrawDone}
      onClose={onClose}
    />
  );
}

interface DecideFields {
  reason?: string;
  document?: string;
  evidence?: string;
}

function Decide({ application, approved, onClose }: DialogProps & { approved: boolean }) {
  const words = usePick(TEXTS);
  const { session } = useSignedIn();
  const { unit, staffNo, number, name } = application;
  const { what, when } = useWhat()(application);
  const leads = session.role === "unitLeader";
  return (
    <ActDialog<DecideFields, DecideApplication, unknown>
      name={`attendance.decide.${staffNo}.${number}`}
      title={approved ? words.approveTitle(name) : words.refuseTitle(name)}
      okText={approved ? words.approve : words.refuse}
      danger={!approved}
      says={
        <>
          {what} {when}
          {leads ? null : (
            <>
              <br />
              {words.onBehalfSays}
            </>
          )}
        </>
      }
      act={useAct("decideApplication")}
      request={({ reason, document, evidence }) => ({
        unit,
        staffNo,
        number,
        approved,
        reason: reason?.trim() || null,
        document: document?.trim() || null,
        evidence: evidence || null,
      })}
      done={words.decideDone}
      onClose={onClose}
    >
      {approved ? (
        <Form.Item name="reason" label={words.reason}>
          <Input autoComplete="off" />
        </Form.Item>
      ) : (
        <ReasonItem name="reason" label={words.reason} />
      )}
      {leads ? null : (
        <>
          <Form.Item name="document" label={words.document}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="evidence" label={words.evidence}>
            <PathField
              kind={{ name: words.paper, extensions: ["png", "jpg", "jpeg", "pdf"] }}
              title={words.evidence}
            />
          </Form.Item>
        </>
      )}
    </ActDialog>
  );
}
