import { statfsSync } from "node:fs";
import { findPython } from "../start/python";
import { brokenBy, type Finding } from "./finding";

const NODE_LEAST = [20, 19] as const;
const SPACE_GB = 8;

export function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const enough = major > NODE_LEAST[0] || (major === NODE_LEAST[0] && minor >= NODE_LEAST[1]);
  if (enough) return { name: "Node", state: "ok", found: process.versions.node };
  const remedy = `Install Node ${NODE_LEAST.join(".")} or later`;
  return { name: "Node", state: "bad", found: process.versions.node, remedy };
}

export function checkPython(wanted: string | undefined): Finding {
  try {
    const { command, version } = findPython(wanted);
    return { name: "Python", state: "ok", found: `${version} (${command})` };
  } catch (error) {
    return brokenBy("Python", error);
  }
}

export function checkDisk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = (bavail * bsize) / 1e9;
  const found = `${free.toFixed(1)} GB free for ${dataDir}`;
  if (free >= SPACE_GB) return { name: "disk", state: "ok", found };
  const remedy = `The Python environment takes up to ${SPACE_GB} GB while it is made: free some space`;
  return { name: "disk", state: "note", found, remedy };
}
