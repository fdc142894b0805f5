// Colours of charts, in both appearances.
export interface ChartColours {
  line: string;
  bar: string;
  /** A second bar beside the first. */
  beside: string;
  edge: string;
  text: string;
  grid: string;
  ground: string;
}

const LIGHT: ChartColours = {
  line: "#1d5fae",
  bar: "#5b94d1",
  beside: "#4f8a5b",
  edge: "#c2410c",
  text: "#434a54",
  grid: "#e3e6ea",
  ground: "#ffffff",
};
const DARK: ChartColours = {
  line: "#7db8ff",
  bar: "#4a78ab",
  beside: "#7fb98b",
  edge: "#fb923c",
  text: "#c3c9d1",
  grid: "#30363d",
  ground: "#17191c",
};

export function chartColours(dark: boolean): ChartColours {
  return dark ? DARK : LIGHT;
}
