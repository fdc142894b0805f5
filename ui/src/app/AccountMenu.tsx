// Who is signed in, and the way out.
import { LogoutOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { SessionView } from "../bindings/bindings";
import { useTexts } from "../shared/preference";
import { useAct } from "../shared/useCase";

export function AccountMenu({ session }: { session: SessionView }) {
  const texts = useTexts();
  const signOut = useAct("signOut");
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "role", label: texts.roles[session.role] ?? session.role, disabled: true },
          { type: "divider" },
          { key: "out", label: texts.signIn.out, icon: <LogoutOutlined /> },
        ],
        onClick: ({ key }) => {
          if (key === "out") signOut.mutate({});
        },
      }}
    >
      <Button type="text" icon={<UserOutlined />} loading={signOut.isPending}>
        {session.name}
      </Button>
    </Dropdown>
  );
}
