// What is known of a customer: registering one, and changing it.
import { Checkbox, Flex, Form, Input, Select, Typography } from "antd";
import type { CustomerView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { Refused } from "../../shared/transport";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Fields {
  name: string;
  sector?: string | null;
  grade?: string | null;
  address?: string;
  phone?: string;
  fax?: string;
  business?: string;
  needs?: string;
  anyway?: boolean;
}

const BESIDE = { nameLength: "name", customerKnown: "name" } as const;

/** As the core reads it. */
function fieldsOf({ anyway: _, ...fields }: Fields) {
  const given = (text: string | null | undefined) => text?.trim() || null;
  return {
    name: fields.name,
    sector: fields.sector ?? null,
    grade: fields.grade ?? null,
    address: given(fields.address),
    phone: given(fields.phone),
    fax: given(fields.fax),
    business: given(fields.business),
    needs: given(fields.needs),
  };
}

function isKnown(error: Error | null): boolean {
  return error instanceof Refused && error.error.code === "customerKnown";
}

export function RegisterCustomerDialog({ close }: { close: (customer: string | null) => void }) {
  const texts = usePick(TEXTS);
  const { unit } = useInView();
  const act = useAct("registerCustomer");
  return (
    <ActDialog
      first="name"
      name={`customer.${unit}`}
      title={texts.register}
      says={texts.registerHelp}
      width={640}
      beside={BESIDE}
      act={act}
      request={(fields: Fields) => ({ unit, fields: fieldsOf(fields), anyway: fields.anyway ?? false })}
      done={({ customer }) => {
        close(customer);
        return texts.registered(customer);
      }}
      onClose={() => close(null)}
    >
      <Items known={isKnown(act.error)} />
    </ActDialog>
  );
}

export function ChangeCustomerDialog({ view, close }: { view: CustomerView; close: () => void }) {
  const texts = usePick(TEXTS);
  const act = useAct("changeCustomer");
  return (
    <ActDialog
      first="name"
      name={`customer.change.${view.customer}`}
      title={texts.change}
      width={640}
      initial={{
        name: view.name,
        sector: view.sector,
        grade: view.grade,
        address: view.address ?? "",
        phone: view.phone ?? "",
        fax: view.fax ?? "",
        business: view.business ?? "",
        needs: view.needs ?? "",
      }}
      beside={BESIDE}
      act={act}
      request={(fields: Fields) => ({
        customer: view.customer,
        fields: fieldsOf(fields),
        anyway: fields.anyway ?? false,
      })}
      done={texts.changed}
      onClose={close}
    >
      <Items known={isKnown(act.error)} />
    </ActDialog>
  );
}

/** `known`: the name is another customer's, so it is asked whether this is a second one. */
function Items({ known }: { known: boolean }) {
  const texts = usePick(TEXTS);
  const form = useRead("customerForm", {});
  const options = (values: string[] | undefined) => (values ?? []).map((value) => ({ value, label: value }));
  return (
    <>
      <Form.Item
        name="name"
        label={texts.name}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="anyway" valuePropName="checked" hidden={!known}>
        <Checkbox>{texts.anyway}</Checkbox>
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="sector" label={texts.sector} style={{ flex: 1 }}>
          <Select allowClear options={options(form.data?.sectors)} />
        </Form.Item>
        <Form.Item name="grade" label={texts.grade} style={{ flex: 1 }}>
          <Select allowClear options={options(form.data?.grades)} />
        </Form.Item>
      </Flex>
      <Form.Item name="address" label={texts.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="phone" label={texts.phone} style={{ flex: 1 }}>
          <Input inputMode="tel" />
        </Form.Item>
        <Form.Item name="fax" label={texts.fax} style={{ flex: 1 }}>
          <Input inputMode="tel" />
        </Form.Item>
      </Flex>
      <Form.Item name="business" label={texts.business}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="needs" label={texts.needs}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Typography.Text type="secondary">{texts.aside}</Typography.Text>
    </>
  );
}
