import { z } from "zod";
import type { ProjectManifest } from "./challenge-manifest";
import { parseYaml } from "./parse-yaml";
import { type Rubric, TOP_LEVEL } from "./project-fields";
import { localized } from "./schemas";

const level = z.int().min(0).max(TOP_LEVEL);

/** Levels by criterion. */
export const levels = z.record(z.string(), level);
export type Levels = z.infer<typeof levels>;

const staffMarks = z.record(z.string(), z.object({ level, reason: localized }).strict());

/** A piece that staff marked, for reviewers to try themselves on. */
export type CalibrationPiece = {
  slug: string;
  text: { en: string; zh: string };
  marks: z.infer<typeof staffMarks>;
};

/** Marks by peers and staff whose verdict is known. */
const knownMarks = z.object({ peers: z.array(levels), staff: levels }).strict();
export type KnownMarks = z.infer<typeof knownMarks>;

type Files = Record<string, string>;

/** The calibration pieces of a package. Throws ContentError. */
export function calibrationPieces(manifest: ProjectManifest, files: Files): CalibrationPiece[] {
  return manifest.calibration.map((slug) => {
    const file = `calibration/${slug}/marks.yaml`;
    return {
      slug,
      text: {
        en: files[`calibration/${slug}/piece.en.md`] ?? "",
        zh: files[`calibration/${slug}/piece.zh.md`] ?? "",
      },
      marks: parseYaml(`${manifest.slug}/${file}`, files[file] ?? "", staffMarks),
    };
  });
}

/** Known marks below submissions/, with their folder and file. Throws ContentError. */
export function knownMarkings({ slug }: { slug: string }, files: Files) {
  return Object.entries(files).flatMap(([path, text]) => {
    const [root, folder, file] = path.split("/");
    if (root !== "submissions" || !folder || !file) return [];
    return [{ folder, file, marks: parseYaml(`${slug}/${path}`, text, knownMarks) }];
  });
}

/** What a project's folder lacks, or says against its own rubric. */
export function projectProblems(manifest: ProjectManifest, files: Files): string[] {
  const { rubric, review, team } = manifest;
  const texts = manifest.calibration.flatMap((slug) =>
    ["en", "zh"]
      .map((locale) => `calibration/${slug}/piece.${locale}.md`)
      .filter((file) => !files[file]?.trim())
      .map((file) => `${file} is missing`),
  );
  const marked = manifest.calibration.filter((slug) => files[`calibration/${slug}/marks.yaml`]);
  const unmarked = manifest.calibration
    .filter((slug) => !marked.includes(slug))
    .map((slug) => `calibration/${slug}/marks.yaml is missing`);
  const pieces = calibrationPieces({ ...manifest, calibration: marked }, files);
  const wrong = [
    ...pieces.flatMap(({ slug, marks }) => unlike(rubric, `calibration/${slug}`, marks)),
    ...knownMarkings(manifest, files).flatMap(({ folder, file, marks }) =>
      [...marks.peers, marks.staff].flatMap((one) =>
        unlike(rubric, `submissions/${folder}/${file}`, one),
      ),
    ),
  ];
  const uneven =
    team && Math.ceil(review.peers / team.min) - Math.floor(review.peers / team.max) > 1
      ? ["challenge.yaml: teams of so different sizes would have members write unlike many reviews"]
      : [];
  return [...texts, ...unmarked, ...wrong, ...uneven];
}

/** A problem where marks name other criteria than the rubric. */
function unlike(rubric: Rubric, file: string, marks: Record<string, unknown>): string[] {
  const asked = rubric.map(({ slug }) => slug).toSorted();
  const given = Object.keys(marks).toSorted();
  return asked.join() === given.join() ? [] : [`${file}: marks have to name ${asked.join(", ")}`];
}
