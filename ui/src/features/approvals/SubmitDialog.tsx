// Submitting a document: a proposed way, which the user changes as they need it.
import { Card, Form, Input, Select, Skeleton } from "antd";
import { useEffect } from "react";
import type { ApprovalFormView, DocumentView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useAct, useRead } from "../../shared/useCase";
import { type StageFields, StagesItem } from "./StagesItem";
import { TEXTS } from "./texts";

interface Fields {
  route: string;
  stages: StageFields[];
  note?: string;
}

/** A proposed way as the form's fields. */
function fieldsOf(form: ApprovalFormView, code: string): StageFields[] {
  const route = form.routes.find((one) => one.code === code);
  return (route?.stages ?? []).map(({ name, kind, mode, meeting, seats }) => ({
    name,
    kind,
    mode,
    meeting,
    seats: seats.map(({ post, account }) => ({ post, account })),
  }));
}

export function SubmitDialog({ view, close }: { view: DocumentView; close: () => void }) {
  const found = useRead("approvalForm", { document: view.line.document });
  const texts = usePick(TEXTS);
  const act = useAct("submitForApproval");
  const { document, versions, file } = view.line;
  if (found.data === undefined) {
    return found.isError ? <Failure error={found.error} /> : <Skeleton active paragraph={{ rows: 1 }} />;
  }
  const { data } = found;
  return (
    <ActDialog<Fields, Parameters<typeof act.mutate>[0], unknown>
      name={`approval.submit.${document}`}
      title={texts.submit}
      says={texts.submitSays(versions)}
      width={760}
      initial={{ route: data.proposed, stages: fieldsOf(data, data.proposed), note: "" }}
      act={act}
      request={({ stages, note }) => ({
        document,
        version: versions,
        file,
        stages: stages.map((stage) => ({
          name: stage.name.trim(),
          kind: stage.kind,
          mode: stage.mode,
          meeting: stage.meeting === true && stage.kind === "final",
          seats: stage.seats.map((seat) => ({
            post: seat.post.trim(),
            account: seat.account ?? null,
            person: seat.person?.trim() || null,
          })),
        })),
        route: null,
        seats: [],
        note: note?.trim() ?? "",
      })}
      done={texts.submitDone}
      onClose={close}
    >
      <RouteItem form={data} />
      <Card
        size="small"
        styles={{ body: { maxHeight: "25vh", overflowY: "auto" } }}
        style={{ marginBlockEnd: 12 }}
      >
        <StagesItem candidates={data.candidates} />
      </Card>
      <Form.Item name="note" label={texts.note}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}

/** The proposed way: choosing another one takes its stages. */
function RouteItem({ form }: { form: ApprovalFormView }) {
  const texts = usePick(TEXTS);
  const fields = Form.useFormInstance<Fields>();
  useEffect(() => {
    if (fields.getFieldValue("stages") === undefined)
      fields.setFieldValue("stages", fieldsOf(form, form.proposed));
  }, [fields, form]);
  return (
    <Form.Item name="route" label={texts.route}>
      <Select
        onChange={(code: string) => fields.setFieldValue("stages", fieldsOf(form, code))}
        options={form.routes.map(({ code, name }) => ({
          value: code,
          label: code === "last" ? texts.lastRoute : name,
        }))}
      />
    </Form.Item>
  );
}
