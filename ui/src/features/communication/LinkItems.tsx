// What a form is linked to: a customer, an engineer, a ticket, an opportunity, as its type asks for them.
import { Flex, Form, Input } from "antd";
import type { FormTypeBody, LinksBody } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { type Whose, WhoseItem } from "../opportunities/WhoseItem";
import { StaffItem } from "../people/StaffItem";
import { TEXTS } from "./texts";

export interface LinkFields {
  /** Chosen by its number, since several may have one name; or a name alone. */
  whose?: Whose;
  engineer?: string;
  ticket?: string;
  opportunity?: string;
}

/** As the core reads them. */
export function linksOf(fields: LinkFields): LinksBody {
  const given = (text: string | undefined) => text?.trim() || null;
  return {
    customer: given(fields.whose?.name),
    customerNo: fields.whose?.number ?? null,
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
        <WhoseItem name="whose" label={texts.customer} unit={unit} needed={needed("customer")} />
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
