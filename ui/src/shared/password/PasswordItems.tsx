// A new password and the same again, with a word about its strength.
import { Form, Input, Typography } from "antd";
import { usePick } from "../pick";
import { PASSWORD_LEAST, strengthOf } from "./strength";
import { TEXTS } from "./texts";

// Ant Design's green and yellow are too pale for text.
const LOOKS = { short: "danger", weak: "danger", fair: "secondary", strong: "secondary" } as const;

/** Fields `password` and `again` of the form around. */
export function PasswordItems({ label }: { label: string }) {
  const texts = usePick(TEXTS);
  const typed = Form.useWatch<string | undefined>("password") ?? "";
  const strength = strengthOf(typed);
  return (
    <>
      <Form.Item
        name="password"
        label={label}
        rules={[
          { required: true, message: texts.needed },
          { min: PASSWORD_LEAST, message: texts.short },
        ]}
        extra={
          typed === "" ? (
            texts.short
          ) : (
            <Typography.Text type={LOOKS[strength]} style={{ fontSize: "inherit" }}>
              {texts.strength[strength]}
            </Typography.Text>
          )
        }
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={texts.again}
        dependencies={["password"]}
        rules={[
          { required: true, message: texts.againNeeded },
          ({ getFieldValue }) => ({
            validator: (_, again: string | undefined) =>
              again === undefined || again === "" || again === getFieldValue("password")
                ? Promise.resolve()
                : Promise.reject(new Error(texts.unequal)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
