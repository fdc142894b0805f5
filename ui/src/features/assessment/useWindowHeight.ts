// The window's height in pixels: react-datasheet-grid wants a number.
import { useEffect, useState } from "react";

export function useWindowHeight(): number {
  const [height, setHeight] = useState(window.innerHeight);
  useEffect(() => {
    const hear = () => setHeight(window.innerHeight);
    window.addEventListener("resize", hear);
    return () => window.removeEventListener("resize", hear);
  }, []);
  return height;
}
