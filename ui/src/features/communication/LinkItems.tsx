// What a form is linked to: a customer, an engineer, a ticket, an opportunity, as its type asks for them.
import { Flex, Form, Input } from "antd";
import type { FormTypeBody, LinksBody } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { CustomerItem } from "../opportunities/CustomerItem";
import { StaffItem } from "../people/StaffItem";
import { TEXTS } from "./texts";

export interface LinkFields {
  customer?: string;
  engineer?: string;
  ticket?: string;
  opportunity?: string;
}

/** As the core reads them. A customer known by number keeps it while the name is the same. */
export function linksOf(fields: LinkFields, known?: { name: string | null; no: string | null }): LinksBody {
  const given = (text: string | undefined) => text?.trim() || null;
  const customer = given(fields.customer);
  return {
    customer,
    customerNo: known !== undefined && customer !== null && customer === known.name ? known.no : null,
    engineer: given(fields.engineer),
    ticket: given(fields.ticket),
    opportunity: given(fields.opportunity),
  };
}

export function LinkItems({ kind, unit }: { kind: FormTypeBody; unit: string }) {
  const texts = usePick(TEXTS);
  const asked = (link: string) => kind.links.find((one) => one.link === link);
  const needed = (link: string) => asked(link)?.needed === true;
  const rules = (link: string) =>
    needed(link) ? [{ required: true, whitespace: true, message: texts.needed }] : [];
  return (
    <>
      {asked("customer") === undefined ? null : (
        <CustomerItem name="customer" label={texts.customer} unit={unit} needed={needed("customer")} />
      )}
      <Flex gap="middle" wrap>
        {asked("engineer") === undefined ? null : (
          <StaffItem
            name="engineer"
            label={kind.register === "complaint" ? texts.about : texts.person}
            needed={needed("engineer")}
            except=""
            among={{ units: [unit] }}
            style={{ flex: 1, minWidth: 170 }}
          />
        )}
        {asked("ticket") === undefined ? null : (
          <Form.Item
            name="ticket"
            label={texts.ticket}
            rules={rules("ticket")}
            style={{ flex: 1, minWidth: 150 }}
          >
            <Input placeholder={`${unit}-202611-0001`} />
          </Form.Item>
        )}
        {asked("opportunity") === undefined ? null : (
          <Form.Item
            name="opportunity"
            label={texts.opportunity}
            rules={rules("opportunity")}
            style={{ flex: 1, minWidth: 150 }}
          >
            <Input />
          </Form.Item>
        )}
      </Flex>
    </>
  );
}
