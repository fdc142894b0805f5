// Fields of what is known of a person, for announcing and for changing.
import { Col, Form, Input, Row, Select } from "antd";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { TEXTS } from "./texts";

export interface PersonFields {
  name: string;
  post?: string | null;
  phone?: string | null;
  contact?: string | null;
  skills?: string[];
}

/** As the program takes them: an empty text takes away what was there. */
export function personOf({ name, post, phone, contact, skills }: PersonFields) {
  const text = (typed: string | null | undefined) => (typed ?? "").trim();
  return {
    name: name.trim(),
    post: text(post),
    phone: text(phone),
    contact: text(contact),
    skills: skills ?? [],
  };
}

export function PersonItems() {
  const words = usePick(TEXTS).announce;
  const texts = useTexts();
  return (
    <>
      <Row gutter={16}>
        <Col xs={24} sm={12}>
          <Form.Item
            name="name"
            label={words.name}
            rules={[{ required: true, whitespace: true, message: texts.needed }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="post" label={words.post}>
            <Input maxLength={60} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="phone" label={words.phone}>
            <Input maxLength={60} inputMode="tel" />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="contact" label={words.contact}>
            <Input maxLength={60} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name="skills" label={words.skills} extra={words.skillsHelp}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={["，", ",", "；", ";", "、"]} />
      </Form.Item>
    </>
  );
}
