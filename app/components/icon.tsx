/** Our own line icons, 24×24, in the colour of the text around them; words carry the meaning, never the icon alone. */
const strokes = {
  alert: "M12 3 2 20.5h20zM12 10v5M12 18v.01",
  "arrow-left": "M20 12H4M10 6l-6 6 6 6",
  "arrow-right": "M4 12h16M14 6l6 6-6 6",
  chat: "M4 4h16v12H10l-5 4v-4H4z",
  check: "M4 12.5l5.5 5.5L20 7",
  "check-circle": "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM7.5 12.5l3 3 6-6.5",
  "chevron-left": "M15 5l-7 7 7 7",
  clock: "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM12 7v5.5l3.5 2",
  cross: "M5 5l14 14M19 5L5 19",
  dot: "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  file: "M6 2.5h8l5 5v14H6zM14 2.5v5h5",
  inbox: "M3 13l3-9h12l3 9v7H3zM3 13h5l1.5 3h5L16 13h5",
  info: "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM12 11v6M12 7.5v.01",
  lock: "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4",
  mail: "M3 5h18v14H3zM3 6l9 7 9-7",
  merge: "M6 3v6c0 4 6 3 6 8v4M18 3v6c0 4-6 3-6 8",
  pause: "M8 5v14M16 5v14",
  pencil: "M4 20l1-5L16 4l4 4L9 19z",
  print: "M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z",
  search: "M10.5 3a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM16 16l5.5 5.5",
  send: "M4 12h13M12 6l6 6-6 6M21 4v16",
  undo: "M8 5L3 10l5 5M3 10h11a6 6 0 0 1 0 12h-3",
} as const;

export type IconName = keyof typeof strokes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[name]} fill={name === "dot" ? "currentColor" : undefined} />
    </svg>
  );
}
