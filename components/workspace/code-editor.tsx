"use client";

import { indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup, EditorView } from "codemirror";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";

export type EditorHandle = {
  replace: (text: string) => void;
  showLine: (line: number) => void;
};

type Props = {
  initial: string;
  label: string;
  onChange: (text: string) => void;
  onRun: () => void;
  onSubmit: () => void;
  ref: Ref<EditorHandle>;
};

const theme = EditorView.theme({
  "&": {
    height: "100%",
    fontSize: "0.875rem",
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
  },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6" },
  ".cm-gutters": {
    backgroundColor: "var(--surface)",
    color: "var(--muted)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--surface)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-soft) !important",
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--accent)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--good)" },
  { tag: tags.number, color: "var(--warn)" },
  { tag: [tags.comment, tags.docComment], color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.function(tags.definition(tags.variableName)), fontWeight: "600" },
]);

/** CodeMirror for one Python file. Tab indents; Escape then Tab leaves. */
export default function CodeEditor({ initial, label, onChange, onRun, onSubmit, ref }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ onChange, onRun, onSubmit });
  latest.current = { onChange, onRun, onSubmit };

  useEffect(() => {
    if (!host.current) return;
    const call = (name: "onRun" | "onSubmit") => () => {
      latest.current[name]();
      return true;
    };
    const keys = Prec.highest(
      keymap.of([
        { key: "Ctrl-Enter", mac: "Cmd-Enter", run: call("onRun") },
        { key: "Ctrl-Shift-Enter", mac: "Cmd-Shift-Enter", run: call("onSubmit") },
      ]),
    );
    const state = EditorState.create({
      doc: initial,
      extensions: [
        keys,
        basicSetup,
        keymap.of([indentWithTab]),
        indentUnit.of("    "),
        python(),
        syntaxHighlighting(colours),
        theme,
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.onChange(update.state.doc.toString());
        }),
      ],
    });
    const created = new EditorView({ state, parent: host.current });
    view.current = created;
    return () => created.destroy();
    // The editor owns its text after the start.
  }, [initial, label]);

  useImperativeHandle(ref, () => ({
    replace(text) {
      const editor = view.current;
      editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    },
    showLine(number) {
      const editor = view.current;
      if (!editor) return;
      const line = editor.state.doc.line(Math.min(Math.max(1, number), editor.state.doc.lines));
      editor.dispatch({ selection: { anchor: line.from, head: line.to }, scrollIntoView: true });
      editor.focus();
    },
  }));

  return <div ref={host} className="h-full min-h-0 overflow-hidden" />;
}
