import { findPay } from "./find-pay";
import type { ProposedFacts } from "./proposal";

const LABELLED_TITLE =
  /^(?:job title|title|position|role|岗位名称|职位名称|招聘岗位|职位|岗位)\s*[:：]\s*(.{2,80})$/imu;
const PLACE =
  /^(?:location|place of work|based in|office|工作地点|工作地|办公地点|地点|base)\s*[:：]\s*(.{2,60})$/imu;

const YEARS =
  /(\d{1,2})\s*\+?\s*(?:[-–~至到]\s*\d{1,2}\s*)?(?:years?|年)(?:['’]?\s*(?:of\s+)?|\s*以上\s*)?(?:[\w\p{Script=Han}、/ -]{0,24})?(?:experience|经验)/iu;

const LANGUAGES: [string, RegExp][] = [
  ["en", /\benglish\b|英语|英文/iu],
  ["zh", /\b(chinese|mandarin)\b|中文|普通话|汉语/iu],
  ["ja", /\bjapanese\b|日语|日文/iu],
  ["ko", /\bkorean\b|韩语/iu],
  ["de", /\bgerman\b|德语/iu],
  ["fr", /\bfrench\b|法语/iu],
  ["es", /\bspanish\b|西班牙语/iu],
];
const LANGUAGE_LEVEL = [
  ["fluent", /fluent|fluency|excellent|流利|精通|母语|native/iu],
  ["basic", /basic|基础|简单/iu],
] as const;
const SPEAKS =
  /fluen|spoken|written|communicat|language|proficien|native|流利|沟通|口语|读写|语言|能力|熟练/iu;
const OPTIONAL = /plus|preferred|bonus|advantage|加分|优先|更佳/iu;

const firstLine = (text: string) =>
  text
    .split("\n")
    .find((line) => line.trim() !== "")
    ?.trim() ?? "";

/** A first line that names a job: short, and no sentence. */
const asTitle = (line: string) =>
  [...line].length <= 60 && !/[.。；;！!?？:：]/u.test(line) ? line.replace(/^#+\s*/, "") : "";

const lines = (text: string) => text.split(/[\n。；;]|\.\s/u);

function languagesIn(text: string): ProposedFacts["languages"] {
  return LANGUAGES.flatMap(([language, name]) => {
    const line = lines(text).find(
      (one) => name.test(one) && (SPEAKS.test(one) || OPTIONAL.test(one)),
    );
    if (line === undefined) return [];
    const level = LANGUAGE_LEVEL.find(([, words]) => words.test(line))?.[0] ?? "working";
    return [{ language, level, must: !OPTIONAL.test(line) }];
  });
}

function workPlacesIn(text: string): ProposedFacts["workPlaces"] {
  const found: ProposedFacts["workPlaces"] = [];
  if (/\bhybrid\b|混合办公/iu.test(text)) found.push("hybrid");
  if (
    /\b(fully remote|remote(?:ly)?(?: work| position| role|-first)?)\b|远程办公|远程工作|居家办公|可远程/iu.test(
      text,
    )
  ) {
    found.push("remote");
  }
  if (/\bon-?site\b|\bin the office\b|现场办公|坐班|到岗办公/iu.test(text)) found.push("on_site");
  return found;
}

/** Title, place, pay, languages and experience, where a description says them plainly. */
export function findFacts(text: string): ProposedFacts {
  const title = LABELLED_TITLE.exec(text)?.[1] ?? asTitle(firstLine(text));
  return {
    title: title.trim().slice(0, 120),
    place: (PLACE.exec(text)?.[1] ?? "").trim().slice(0, 120),
    workPlaces: workPlacesIn(text),
    experience: 12 * Number(YEARS.exec(text)?.[1] ?? 0),
    ...findPay(text),
    languages: languagesIn(text),
  };
}
