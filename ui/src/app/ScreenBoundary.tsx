// A defect in one screen leaves the rest of the window standing; what was typed is kept by the forms themselves.
import { Button, Result, Space, Typography } from "antd";
import { Component, type ReactNode } from "react";
import { useTexts } from "../shared/preference";

interface BoundaryProps {
  children: ReactNode;
  /** Another value starts anew. */
  at: string;
}

export class ScreenBoundary extends Component<BoundaryProps, { defect: Error | null }> {
  override state = { defect: null as Error | null };

  static getDerivedStateFromError(defect: Error) {
    return { defect };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.at !== this.props.at && this.state.defect !== null) this.setState({ defect: null });
  }

  override render() {
    const { defect } = this.state;
    if (defect === null) return this.props.children;
    return <Defect defect={defect} again={() => this.setState({ defect: null })} />;
  }
}

function Defect({ defect, again }: { defect: Error; again: () => void }) {
  const texts = useTexts();
  return (
    <Result
      status="warning"
      title={texts.failure.screen}
      subTitle={texts.failure.screenHelp}
      extra={
        <Space orientation="vertical" align="center">
          <Button type="primary" onClick={again}>
            {texts.retry}
          </Button>
          <Typography.Text code>{defect.message}</Typography.Text>
        </Space>
      }
    />
  );
}
