import { findPay } from "./find-pay";
import type { ProposedFacts } from "./proposal";

const LABELLED_TITLE =
  /^(?:job title|title|position|role|岗位名称|职位名称|招聘岗位|职位|岗位)\s*[:：]\s*(.{2,80})$/imu;
const PLACE =
  /^(?:location|place of work|based in|office|工作地点|工作地|办公地点|地点|base)\s*[:：]\s*(.{2,60})$/imu;

/** Numbers up to ten in words, as descriptions have them. */
const NUMBERS: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};
const NUMBER = `\\d{1,2}|[一二两三四五六七八九十]|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b`;
/** The first number counts, which is the least that is asked for. */
const YEARS = new RegExp(
  `(${NUMBER})\\s*\\+?\\s*(?:(?:[-–~至到]|to|or)\\s*(?:${NUMBER})\\s*)?(?:years?|年)` +
    "(?:['’]?\\s*(?:of\\s+)?|\\s*以上\\s*)?[\\w\\p{Script=Han}、/ -]{0,24}(?:experience|经验)",
  "iu",
);

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
  /fluen|spoken|written|communicat|language|proficien|native|流利|沟通|口语|读写|语言|能力|熟练|交流|用英语|用中文/iu;
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

/** In months. */
function experienceIn(text: string): number {
  const said = YEARS.exec(text)?.[1]?.toLowerCase() ?? "0";
  return 12 * (NUMBERS[said] ?? Number(said));
}

/** Title, place, pay, languages and experience, where a description says them plainly. */
export function findFacts(text: string): ProposedFacts {
  const title = LABELLED_TITLE.exec(text)?.[1] ?? asTitle(firstLine(text));
  return {
    title: title.trim().slice(0, 120),
    place: (PLACE.exec(text)?.[1] ?? "").trim().slice(0, 120),
    workPlaces: workPlacesIn(text),
    experience: experienceIn(text),
    ...findPay(text),
    languages: languagesIn(text),
  };
}
