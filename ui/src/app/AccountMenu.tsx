// Who is signed in, where, and the way out.
import { KeyOutlined, LogoutOutlined, SwapOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useNavigate } from "react-router";
import { useTexts } from "../shared/preference";
import { useSignedIn } from "../shared/session";
import { useSignOut } from "../shared/useSignOut";

export function AccountMenu() {
  const texts = useTexts();
  const { session, status } = useSignedIn();
  const navigate = useNavigate();
  const { signOut, isPending } = useSignOut();
  const place = `${texts.ledgerRoles[status.role ?? ""] ?? ""} ${status.unit ?? ""} · ${status.today ?? ""}`;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "role", label: texts.roles[session.role] ?? session.role, disabled: true },
          { key: "place", label: place, disabled: true },
          { type: "divider" },
          { key: "password", label: texts.signIn.changePassword, icon: <KeyOutlined /> },
          { key: "handover", label: texts.signIn.handOver, icon: <SwapOutlined /> },
          { key: "out", label: texts.signIn.out, icon: <LogoutOutlined /> },
        ],
        onClick: ({ key }) => {
          if (key === "out") void signOut();
          if (key === "password" || key === "handover") void navigate(`/settings/${key}`);
        },
      }}
    >
      <Button type="text" icon={<UserOutlined />} loading={isPending}>
        {session.name}
      </Button>
    </Dropdown>
  );
}
