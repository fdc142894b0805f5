import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { SettlementView } from "../../bindings/bindings";
import { SETTLED, unit } from "../../shared/fixture";
import { Blockers, namesOf } from "./Blockers";
import { Result } from "./Result";
import { show } from "./testing";
import { UnitTable } from "./UnitTable";

function sentence(): string {
  return screen.getByTestId("sentence").textContent ?? "";
}

describe("the result", () => {
  it("is one sentence with the program's own figures", () => {
    show(<Result settlement={SETTLED} />);
    expect(sentence()).toBe(
      "2026年第三季度总分 88.40 分\uff0c支付系数 0.8840\uff0c应付服务费 ¥1,060,800.00。",
    );
  });

  it("says so in English where English was chosen", () => {
    localStorage.setItem("language", "en");
    show(<Result settlement={SETTLED} />);
    expect(sentence()).toBe("Q3 2026: overall score 88.40, coefficient 0.8840, fee payable ¥1,060,800.00.");
  });

  it("names no fee while there is none", () => {
    const open: SettlementView = {
      ...SETTLED,
      overall: null,
      coefficient: null,
      feePayable: null,
      blockers: [{ code: "feeBaseMissing" }, { code: "unitWithoutScores", unit: "CD" }],
    };
    show(<Result settlement={open} />);
    expect(sentence()).toBe("2026年第三季度还不能算出服务费。先办完 2 项待办结事项。");
  });
});

describe("the blockers", () => {
  const reach = { confirmUnits: "any", unitMonth: "any" } as const;

  it("are gathered by kind and counted", () => {
    const blockers = [
      { code: "feeBaseMissing" },
      ...["client", "provider"].map((party) => ({ code: "unitNotConfirmed", unit: "CD", party })),
    ];
    show(<Blockers blockers={blockers} names={namesOf(SETTLED)} confirm={() => {}} />);
    expect(screen.getByText("待办结事项 3 项")).toBeTruthy();
    const kind = screen.getByRole("button", { name: /季度结果未经双方确认/ });
    expect(within(kind).getByTitle("2")).toBeTruthy();
  });

  it("lead to where they are dealt with", async () => {
    const blockers = [{ code: "monthNotClosed", unit: "CD", month: "2026-08" }];
    show(<Blockers blockers={blockers} names={namesOf(SETTLED)} confirm={() => {}} />, { reach });
    await userEvent.click(screen.getByRole("button", { name: /去办理：成都分公司 2026-08/ }));
    expect(screen.getByTestId("where").textContent).toBe("/scoring?month=2026-08");
  });

  it("open the confirmation of their unit", async () => {
    const confirm = vi.fn();
    const blockers = [{ code: "unitNotConfirmed", unit: "CD", party: "client" }];
    show(<Blockers blockers={blockers} names={namesOf(SETTLED)} confirm={confirm} />, { reach });
    await userEvent.click(screen.getByRole("button", { name: /去办理/ }));
    expect(confirm).toHaveBeenCalledWith("CD");
  });
});

describe("the units", () => {
  const rows = () => screen.getAllByRole("row").filter((row) => row.className.includes("ant-table-row"));

  it("are all listed, each with its state", () => {
    const left = {
      ...unit("TF", "天府新区分公司", "0"),
      score: null,
      shown: null,
      exempt: "本季度无在岗人员",
    };
    const waiting = { ...unit("CD", "成都分公司", "88"), confirmed: ["client"] };
    const groups = SETTLED.groups.map((group) =>
      group.kind === "city" ? { ...group, units: [waiting, left] } : group,
    );
    show(<UnitTable settlement={{ ...SETTLED, groups }} />);
    const texts = rows().map((row) => row.textContent);
    expect(texts).toHaveLength(4);
    expect(texts[0]).toContain("双方已确认");
    expect(texts[2]).toContain("待乙方确认");
    expect(texts[3]).toContain("不纳入考核");
  });

  it("are sorted by exact score on request", async () => {
    show(<UnitTable settlement={SETTLED} />);
    await userEvent.click(screen.getByRole("columnheader", { name: /季度得分/ }));
    expect(rows().map((row) => row.dataset.rowKey)).toEqual(["ZK", "CD", "ZQ"]);
  });
});
