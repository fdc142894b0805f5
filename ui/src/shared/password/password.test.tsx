import { fireEvent, render, screen } from "@testing-library/react";
import { Form } from "antd";
import { expect, test, vi } from "vitest";
import { PreferenceProvider } from "../preference";
import { PasswordItems } from "./PasswordItems";
import { strengthOf } from "./strength";

test("the hint about a password goes by length and variety", () => {
  expect(["1234567", "12345678", "abcd1234", "Qingshan-2026-慧签"].map(strengthOf)).toEqual([
    "short",
    "weak",
    "fair",
    "strong",
  ]);
  expect(strengthOf("aaaaaaaaaaaaaaaa1!A")).toBe("weak");
});

test("a form is sent only with a password that is long enough and typed twice the same", async () => {
  const sent = vi.fn();
  render(
    <PreferenceProvider>
      <Form onFinish={sent}>
        <PasswordItems label="密码" />
        <button type="submit">go</button>
      </Form>
    </PreferenceProvider>,
  );
  const [password, again] = [screen.getByLabelText("密码"), screen.getByLabelText("再输一次密码")];
  fireEvent.change(password, { target: { value: "1234567" } });
  fireEvent.change(again, { target: { value: "12345678" } });
  fireEvent.click(screen.getByText("go"));
  expect(await screen.findByText("两次输入的密码不一样")).toBeTruthy();
  expect(sent).not.toHaveBeenCalled();
  fireEvent.change(password, { target: { value: "12345678" } });
  fireEvent.click(screen.getByText("go"));
  await vi.waitFor(() => expect(sent).toHaveBeenCalledWith({ password: "12345678", again: "12345678" }));
});
