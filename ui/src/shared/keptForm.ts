// A form that keeps what was typed until its act is done: over a reload, an error of the page, and a sign-out. Kept for the
// account and the ledger: nobody else who signs in at this desk finds it.
import { Form, type FormInstance } from "antd";
import { useEffect } from "react";
import { useWhose } from "./session";

interface KeptForm<T> {
  /** To be spread over `<Form>`. */
  props: { form: FormInstance<T>; name: string; onValuesChange: () => void };
  form: FormInstance<T>;
  /** The act is done, or given up: nothing is kept any longer. */
  forget: () => void;
}

/**
 * Keeps the form's values under `name`, which must say whose form it is ("objection.CD.2026Q3").
 * Not for passwords: fields of `secret` are left out.
 */
export function useKeptForm<T extends object>(name: string, secret: (keyof T)[] = []): KeptForm<T> {
  const [form] = Form.useForm<T>();
  const key = useWhose(`kept.${name}`);
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept !== null) form.setFieldsValue(JSON.parse(kept) as Parameters<typeof form.setFieldsValue>[0]);
  }, [key, form]);
  const keep = () => {
    const values = { ...form.getFieldsValue() } as Partial<T>;
    for (const field of secret) delete values[field];
    sessionStorage.setItem(key, JSON.stringify(values));
  };
  return {
    props: { form, name: name.replaceAll(/[^\w]/g, "-"), onValuesChange: keep },
    form,
    forget: () => {
      sessionStorage.removeItem(key);
      form.resetFields();
    },
  };
}
