import { describe, expect, it } from "vitest";
import { keepViews, readViews, viewOf, withView } from "../../shared/savedViews/views";
import { isNarrowed, readFilter, ticketsRequest, wholeList } from "./filter";

describe("a list of tickets", () => {
  it("is asked for as it is narrowed", () => {
    const all = ticketsRequest(wholeList(null));
    expect(all).toMatchObject({ unit: null, due: [], sort: "number", descending: true });
    expect(all.states).toContain("running");
    expect(all.states).not.toContain("closed");
    const late = { ...wholeList("CD"), scope: "overdue" as const, text: " 云 " };
    expect(ticketsRequest(late)).toMatchObject({ unit: "CD", states: [], due: ["overdue"], text: "云" });
    expect(isNarrowed(late)).toBe(true);
    expect(isNarrowed({ ...late, text: " " })).toBe(false);
  });
});

describe("views that are kept", () => {
  const late = { ...wholeList(null), scope: "overdue" as const, kind: "bid" };
  const kept = () => readViews("k", readFilter);

  it("are read back, and a name is kept once", () => {
    keepViews("k", withView(withView([], "超时标书", wholeList("CD")), " 超时标书 ", late));
    expect(kept()).toEqual([{ name: "超时标书", filter: late }]);
    expect(viewOf(kept(), { ...late }, ticketsRequest)?.name).toBe("超时标书");
    expect(viewOf(kept(), { ...late, kind: null }, ticketsRequest)).toBeUndefined();
    keepViews("k", []);
    expect(kept()).toEqual([]);
  });

  it("survive what cannot be read, and what an earlier program kept", () => {
    for (const broken of ["{", "7", '[null, {"name": 1}, {"name": "a", "filter": {"scope": "gone"}}]']) {
      localStorage.setItem("k", broken);
      expect(kept()).toEqual([]);
    }
    localStorage.setItem("k", '[{"name": "a", "filter": {"scope": "ended"}}]');
    expect(kept()[0]?.filter).toEqual({ ...wholeList(null), scope: "ended" });
  });
});
