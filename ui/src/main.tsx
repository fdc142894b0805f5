import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { begin } from "./app/begin";
import * as http from "./app/http";
import * as tauri from "./app/tauri";
import "./app/page.css";

// Both come with the page: asking for one of them first would hold everything up.
const { transport } = "__TAURI_INTERNALS__" in window ? tauri : http;

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const status = await begin(transport);
createRoot(root).render(<App transport={transport} status={status} />);
