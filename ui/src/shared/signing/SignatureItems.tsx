// The items of a form that make a signature: whose key, its password, and what the signature says beside the name.
import { Form, Input, Flex } from "antd";
import { PathField } from "../files/PathField";
import { usePick } from "../pick";
import { KEY_TEXTS } from "./keyTexts";

/** Fields `p12` and `password`. */
export function KeyItems() {
  const words = usePick(KEY_TEXTS);
  return (
    <Flex gap="middle" wrap>
      <Form.Item
        name="p12"
        label={words.p12}
        style={{ flex: "2 1 320px" }}
        rules={[{ required: true, whitespace: true, message: words.p12Needed }]}
      >
        <PathField kind={{ name: words.p12Kind, extensions: ["p12", "pfx"] }} title={words.p12} />
      </Form.Item>
      <Form.Item
        name="password"
        label={words.password}
        style={{ flex: "1 1 180px" }}
        rules={[{ required: true, message: words.passwordNeeded }]}
      >
        <Input.Password autoComplete="off" />
      </Form.Item>
    </Flex>
  );
}

/** Fields `post`, `reason`, `location` and `picture`; all may be left empty. */
export function AppearanceItems() {
  const words = usePick(KEY_TEXTS);
  return (
    <>
      <Flex gap="middle" wrap>
        <Form.Item name="post" label={words.post} style={{ flex: "1 1 200px" }}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="reason" label={words.reason} style={{ flex: "2 1 260px" }}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="location" label={words.location} style={{ flex: "1 1 140px" }}>
          <Input maxLength={60} />
        </Form.Item>
      </Flex>
      <Form.Item name="picture" label={words.picture}>
        <PathField
          kind={{ name: words.pictureKind, extensions: ["png", "jpg", "jpeg"] }}
          title={words.picture}
        />
      </Form.Item>
    </>
  );
}
