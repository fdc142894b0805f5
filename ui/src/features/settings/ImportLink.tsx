// The way from a list to where it is filled.
import { ImportOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { TEXTS } from "./texts";

export function ImportLink() {
  const texts = usePick(TEXTS);
  const navigate = useNavigate();
  // Everything but scores is the province's to import.
  if (!useMay()("issueRubric")) return null;
  return (
    <Button icon={<ImportOutlined />} onClick={() => void navigate("/import")}>
      {texts.import}
    </Button>
  );
}
