// The checklist of a form: done, not applicable with the reason, taken back.
import { Button, Card, Flex, Form, List, Radio, Tag, Typography } from "antd";
import { useState } from "react";
import type { CheckItemBody, FormView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TextItem } from "../tickets/CourseDialogs";
import { FileItem } from "../tickets/FileItem";
import { TEXTS } from "./texts";

export function ChecklistCard({ view }: { view: FormView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const set = useAct("setFormItem");
  const [doing, setDoing] = useState<CheckItemBody | null>(null);
  const may = view.offered.includes("item");
  const shown = view.items.filter(({ asked, state }) => asked || state !== "open");
  const of = (code: string) => (view.kind.items ?? []).find((item) => item.code === code);
  return (
    <Card size="small" title={texts.checklist}>
      <List
        size="small"
        dataSource={shown}
        rowKey="item"
        renderItem={({ item, state, on, reason }) => {
          const body = of(item);
          return (
            <List.Item
              actions={
                may && body !== undefined
                  ? [
                      state === "open" ? (
                        <Button
                          key="set"
                          size="small"
                          aria-label={`${texts.setItem} ${body.label}`}
                          onClick={() => setDoing(body)}
                        >
                          {texts.setItem}
                        </Button>
                      ) : (
                        <Button
                          key="back"
                          size="small"
                          type="text"
                          aria-label={`${texts.reopenItem} ${body.label}`}
                          onClick={() =>
                            set.mutate({ form: view.form, item, state: "open", file: null, reason: null })
                          }
                        >
                          {texts.reopenItem}
                        </Button>
                      ),
                    ]
                  : []
              }
            >
              <Flex gap={6} wrap align="center">
                <span>{body?.label ?? item}</span>
                <Tag color={state === "done" ? "green" : "default"}>
                  {word(language, `partState.${state}`)}
                </Tag>
                <Typography.Text type="secondary">{reason ?? on}</Typography.Text>
              </Flex>
            </List.Item>
          );
        }}
      />
      {doing === null ? null : <ItemDialog form={view.form} item={doing} close={() => setDoing(null)} />}
    </Card>
  );
}

function ItemDialog({ form, item, close }: { form: string; item: CheckItemBody; close: () => void }) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`form.item.${form}.${item.code}`}
      title={item.label}
      okText={texts.setItem}
      initial={{ state: "done" }}
      act={useAct("setFormItem")}
      request={(fields: { state: string; file?: string; reason?: string }) => ({
        form,
        item: item.code,
        state: fields.state,
        file: fields.state === "done" ? fields.file?.trim() || null : null,
        reason: fields.state === "done" ? null : (fields.reason ?? null),
      })}
      done={texts.itemSet}
      onClose={close}
    >
      <Form.Item name="state" hidden={!item.mayNotApply}>
        <Radio.Group
          options={[
            { value: "done", label: texts.setItem },
            { value: "notApplicable", label: texts.notApply },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["state"]}>
        {({ getFieldValue }) =>
          getFieldValue("state") === "notApplicable" ? (
            <TextItem name="reason" label={texts.notApplyReason} needed />
          ) : item.shownBy === "file" ? (
            <FileItem label={texts.file} needed />
          ) : null
        }
      </Form.Item>
    </ActDialog>
  );
}
