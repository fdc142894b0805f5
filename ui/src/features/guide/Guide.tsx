// The guide in docs/guide, one page a task. Links between its pages stay inside the program.
import { Button, Typography } from "antd";
import { useState } from "react";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";

const PAGES = import.meta.glob<string>("../../../../docs/guide/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

function textOf(page: string): string | undefined {
  return PAGES[`../../../../docs/guide/${page}.md`];
}

export default function Guide({ page: first }: { page: string }) {
  const [page, setPage] = useState(first);
  return (
    <div className="guide">
      <Markdown
        remarkPlugins={[remarkGfm]}
        components={{
          a: ({ href, children }) => {
            const inside = /^([\w-]+)\.md$/.exec(href ?? "")?.[1];
            // Nothing leads out of the program: it makes no connection to a network.
            return inside === undefined ? (
              <Typography.Text underline>{children}</Typography.Text>
            ) : (
              <Button type="link" style={{ padding: 0, height: "auto" }} onClick={() => setPage(inside)}>
                {children}
              </Button>
            );
          },
        }}
      >
        {textOf(page) ?? ""}
      </Markdown>
    </div>
  );
}
