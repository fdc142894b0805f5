// Somebody of a customer: recorded, recorded anew, gone.
import { Flex, Form, Input, Select } from "antd";
import type { ContactView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Fields {
  name: string;
  post?: string;
  phone?: string;
  mobile?: string;
  mail?: string;
  level?: string | null;
  grade?: string | null;
}

interface ContactDialogProps {
  customer: string;
  /** Whose data are recorded anew; somebody new where null. */
  contact: ContactView | null;
  close: () => void;
}

export function ContactDialog({ customer, contact, close }: ContactDialogProps) {
  const texts = usePick(TEXTS);
  const form = useRead("customerForm", {});
  const options = (values: string[] | undefined) => (values ?? []).map((value) => ({ value, label: value }));
  const given = (text: string | undefined) => text?.trim() || null;
  return (
    <ActDialog
      name={`customer.contact.${customer}.${contact?.number ?? "new"}`}
      title={texts.contactAdd}
      says={texts.contactHelp}
      first="name"
      initial={{
        name: contact?.name ?? "",
        post: contact?.post ?? "",
        phone: contact?.phone ?? "",
        mobile: contact?.mobile ?? "",
        mail: contact?.mail ?? "",
        level: contact?.level ?? null,
        grade: contact?.grade ?? null,
      }}
      beside={{ personNeeded: "name" }}
      act={useAct("recordContact")}
      request={(fields: Fields) => ({
        customer,
        number: contact?.number ?? null,
        name: fields.name,
        post: given(fields.post),
        phone: given(fields.phone),
        mobile: given(fields.mobile),
        mail: given(fields.mail),
        level: fields.level ?? null,
        grade: fields.grade ?? null,
      })}
      done={texts.contactSaved}
      onClose={close}
    >
      <Flex gap="middle">
        <Form.Item
          name="name"
          label={texts.contactName}
          rules={[{ required: true, whitespace: true, message: texts.needed }]}
          style={{ flex: 1 }}
        >
          <Input />
        </Form.Item>
        <Form.Item name="post" label={texts.post} style={{ flex: 1 }}>
          <Input />
        </Form.Item>
      </Flex>
      <Flex gap="middle">
        <Form.Item name="mobile" label={texts.mobile} style={{ flex: 1 }}>
          <Input inputMode="tel" />
        </Form.Item>
        <Form.Item name="phone" label={texts.officePhone} style={{ flex: 1 }}>
          <Input inputMode="tel" />
        </Form.Item>
      </Flex>
      <Form.Item name="mail" label={texts.mail}>
        <Input inputMode="email" />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="level" label={texts.level} style={{ flex: 1 }}>
          <Select allowClear options={options(form.data?.levels)} />
        </Form.Item>
        <Form.Item name="grade" label={texts.objectGrade} extra={texts.objectGradeHelp} style={{ flex: 1 }}>
          <Select allowClear options={options(form.data?.objectGrades)} />
        </Form.Item>
      </Flex>
    </ActDialog>
  );
}

export function EndContactDialog({
  customer,
  contact,
  close,
}: ContactDialogProps & { contact: ContactView }) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`customer.contact.end.${customer}.${contact.number}`}
      title={texts.endTitle(contact.name ?? texts.gone(contact.number))}
      okText={texts.end}
      initial={{ on: today }}
      beside={{ dateInFuture: "on" }}
      act={useAct("endContact")}
      request={({ on }: { on: string }) => ({ customer, number: contact.number, on })}
      done={texts.ended}
      onClose={close}
    >
      <DayItem label={texts.day} />
    </ActDialog>
  );
}
