import { describe, expect, it } from "vitest";
import { markLines } from "./markLines";

describe("marks in a cell", () => {
  it("stay in one line where there is one", () => {
    expect(markLines("√")).toEqual(["√"]);
    expect(markLines("")).toEqual([""]);
  });

  it("stand in two lines otherwise, the longer marks apart", () => {
    expect(markLines("迟25 早20")).toEqual(["迟25", "早20"]);
    expect(markLines("病半 旷半 加2.5")).toEqual(["病半 旷半", "加2.5"]);
    expect(markLines("迟125 早5 加1")).toEqual(["迟125", "早5 加1"]);
  });
});
