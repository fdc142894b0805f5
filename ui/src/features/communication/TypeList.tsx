// The types of forms in force in a unit: what each asks for, changed, copied, printed empty, taken out of use.
import { CopyOutlined, EditOutlined, FilePdfOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Card, Flex, Select, Space, Table, Tag, Typography } from "antd";
import { useState } from "react";
import type { FormTypeView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { safeName } from "../../shared/files/paths";
import { useExport } from "../../shared/files/useExport";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay, useMayProvince } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";
import { type Editing, TypeEditor } from "./TypeEditor";

export function TypeList() {
  const texts = usePick(TEXTS);
  const { cancel } = usePreference().texts;
  const { language } = usePreference();
  const { modal, message } = App.useApp();
  const { unit } = useInView();
  const may = useMay();
  const mayProvince = useMayProvince();
  const [register, setRegister] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const found = useRead("formTypes", { unit }, unit !== "");
  const retireOwn = useAct("retireFormType");
  const retireCommon = useAct("retireCommonFormType");
  const { save } = useExport("makeBlankForm");
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  const shown = (found.data ?? []).filter(({ body }) => register === null || body.register === register);
  const registers = [...new Set((found.data ?? []).map(({ body }) => body.register))];
  const mayChange = (own: boolean) => (own ? may("issueFormType", unit) : mayProvince("issueCommonFormType"));
  const retire = ({ own, body }: FormTypeView) => {
    modal.confirm({
      title: texts.retireSure(body.label),
      okText: texts.retire,
      cancelText: cancel,
      okButtonProps: { danger: true },
      onOk: async () => {
        await (own
          ? retireOwn.mutateAsync({ unit, code: body.code })
          : retireCommon.mutateAsync({ code: body.code }));
        void message.success(texts.retired);
      },
    });
  };
  const failed = retireOwn.error ?? retireCommon.error;
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Typography.Text type="secondary">{texts.typeHelp}</Typography.Text>
        {may("issueFormType", unit) || mayProvince("issueCommonFormType") ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setEditing({ from: null, own: !mayProvince("issueCommonFormType"), known: false })}
          >
            {texts.newType}
          </Button>
        ) : null}
      </Flex>
      {failed === null ? null : <Failure error={failed} />}
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <Flex gap="small" align="center" style={{ padding: 12 }}>
          <Select
            aria-label={texts.view}
            allowClear
            placeholder={texts.view}
            value={register}
            onChange={(chosen: string | undefined) => setRegister(chosen ?? null)}
            options={registers.map((value) => ({ value, label: word(language, `register.${value}`) }))}
            style={{ width: 150 }}
          />
          <Typography.Text type="secondary" role="status">
            {texts.total(shown.length)}
          </Typography.Text>
        </Flex>
        <Table<FormTypeView>
          size="small"
          tableLayout="fixed"
          rowKey={({ own, body }) => `${own ? "own" : "all"} ${body.code}`}
          loading={found.isPending}
          dataSource={shown}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: texts.typeLabel,
              render: (_, { own, body }) => (
                <Flex gap={6} wrap align="center">
                  <span>{body.label}</span>
                  <Tag>{word(language, `register.${body.register}`)}</Tag>
                  {own ? <Tag color="blue">{texts.own}</Tag> : null}
                </Flex>
              ),
            },
            {
              title: texts.steps,
              width: 240,
              render: (_, { body }) => (body.steps ?? []).map(({ label }) => label).join(" → "),
            },
            {
              title: "",
              width: 230,
              render: (_, one) => (
                <Space size={4} wrap>
                  <Button
                    size="small"
                    icon={<FilePdfOutlined aria-hidden />}
                    aria-label={`${texts.blank} ${one.body.label}`}
                    onClick={() =>
                      void save({
                        title: texts.printTitle,
                        kind: { name: "PDF", extensions: ["pdf"] },
                        proposed: safeName(`${one.body.label}.pdf`),
                        request: (out) => ({ unit, kind: one.body.code, own: one.own, out }),
                      })
                    }
                  >
                    {texts.blank}
                  </Button>
                  {mayChange(one.own) ? (
                    <Button
                      size="small"
                      icon={<EditOutlined aria-hidden />}
                      aria-label={`${texts.editType} ${one.body.label}`}
                      onClick={() => setEditing({ from: one.body, own: one.own, known: true })}
                    />
                  ) : null}
                  {may("issueFormType", unit) ? (
                    <Button
                      size="small"
                      icon={<CopyOutlined aria-hidden />}
                      title={texts.copyType}
                      aria-label={`${texts.copyType} ${one.body.label}`}
                      onClick={() => setEditing({ from: one.body, own: true, known: false })}
                    />
                  ) : null}
                  {mayChange(one.own) && (one.own || one.body.register === "form") ? (
                    <Button
                      size="small"
                      type="text"
                      danger
                      aria-label={`${texts.retire} ${one.body.label}`}
                      onClick={() => retire(one)}
                    >
                      {texts.retire}
                    </Button>
                  ) : null}
                </Space>
              ),
            },
          ]}
        />
      </Card>
      {editing === null ? null : <TypeEditor editing={editing} unit={unit} close={() => setEditing(null)} />}
    </Flex>
  );
}
