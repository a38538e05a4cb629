// Types of <exhale-quiz>. `import "exhale-quiz"` defines the element; there is nothing else to import but these types.
// docs: README.md. tests/package/types.mjs holds them against custom-elements.json.

/** Where a quiz has got to. */
type ExhaleQuizState = "idle" | "loading" | "ready" | "running" | "done" | "error";

type ExhaleQuizTheme = "auto" | "light" | "dark" | "inherit";
type ExhaleQuizLoading = "lazy" | "eager" | "click";
type ExhaleQuizMode = "auto" | "inline" | "iframe";
type ExhaleQuizShare = "page" | "hosted" | "none";
type ExhaleQuizStart = "intro" | "first";
type ExhaleQuizPersist = "on" | "off";
type ExhaleQuizHeadingLevel = "2" | "3" | "4" | "5" | "6";

type ExhaleScaleName = "control" | "perfectionism" | "trust";

/** A scale with enough answers. */
interface ExhaleScoredScale {
  /** How much this makes sharing the lead harder: 0–100, with up to three decimals. */
  pull: number;
  /** The whole number that the quiz shows, 0–100: the pull, and for `trust`, which is shown as a strength, 100 less the pull. */
  shown: number;
  /** Of the pull: under 37.5, up to 62.5, over it. */
  band: "low" | "mid" | "high";
  /** The pull is so close to a cut that the quiz names the bands on both sides of it. */
  nearLine: boolean;
  /** The assumed standard error of the pull, 26 / √answered: 7.51–18.38 points. */
  se: number;
  /** How many answers it rests on: 2–12. */
  answered: number;
}

/** A scale with too few answers for a score. */
interface ExhaleUnscoredScale {
  pull: null;
  shown: null;
  band: null;
  nearLine: null;
  se: null;
  /** How many answers it could rest on: 0–6. */
  answered: number;
}

type ExhaleScale = ExhaleScoredScale | ExhaleUnscoredScale;

type ExhaleProfile = "open-hands" | "co-pilot" | "navigator" | "craftsperson" | "lighthouse" | "cornerstone";
type ExhaleTouch = "navigator" | "craftsperson" | "lighthouse";

/** Of `exhale-progress`. */
interface ExhaleProgress {
  /** The statement that shows: 1–30. */
  index: number;
  /** 10, and 30 from when the taker goes on after the tenth. */
  total: number;
}

/** Of `exhale-complete`. Never an answer is in it. */
interface ExhaleComplete {
  /** `quick` is the sketch after ten statements. */
  form: "quick" | "full";
  scales: Record<ExhaleScaleName, ExhaleScale>;
  /** The name of the picture; `null` where a scale has no score, or all answers are the same. */
  profile: ExhaleProfile | null;
  /** The name that a second high scale adds. */
  touch: ExhaleTouch | null;
  /** The link to this result; `null` where nothing can be shared. */
  shareUrl: string | null;
}

/** Of `exhale-share`. */
interface ExhaleShare {
  method: "copy" | "share";
  url: string;
}

/** Of `exhale-error`. */
interface ExhaleError {
  /**
   * `network`: something could not be loaded. `csp-wasm`: the page allows no WebAssembly, and no frame could stand in.
   * `unsupported`: the browser has no WebAssembly. `globals`: a script has replaced what the quiz needs of the browser, and no frame
   * could stand in. `panic`: the quiz has stopped because of a mistake in it.
   */
  code: "network" | "csp-wasm" | "unsupported" | "globals" | "panic";
  /** For developers, in English or in the words of the browser. */
  message: string;
}

/** The events of the element. All bubble, and leave shadow roots. */
interface ExhaleQuizEventMap {
  /** The quiz is on the page. */
  "exhale-ready": CustomEvent<null>;
  /** A first answer is given, or a kept run is taken up. */
  "exhale-start": CustomEvent<null>;
  /** Another statement shows. */
  "exhale-progress": CustomEvent<ExhaleProgress>;
  /** A sketch or a result shows. */
  "exhale-complete": CustomEvent<ExhaleComplete>;
  /** The taker copies or sends the link. After `preventDefault()` the page does it itself. */
  "exhale-share": CustomEvent<ExhaleShare>;
  /** The quiz is back at its beginning. */
  "exhale-reset": CustomEvent<null>;
  /** The quiz could not be loaded, or has stopped. */
  "exhale-error": CustomEvent<ExhaleError>;
}

/**
 * `<exhale-quiz>`. A value that an attribute does not take counts as its default, and is named in one warning; `null` and
 * `undefined` remove the attribute.
 */
declare class ExhaleQuiz extends HTMLElement {
  /** Such as `"1.0.0"`. Also `customElements.get("exhale-quiz")?.version`. */
  static readonly version: string;

  /** As the device is set (`auto`); or the ink of the page on its ground (`inherit`). */
  get theme(): ExhaleQuizTheme;
  set theme(value: ExhaleQuizTheme | null | undefined);
  /** When the quiz is fetched: near the viewport, at once, or on a click on what stands inside. Counts when it is put on the page. */
  get loading(): ExhaleQuizLoading;
  set loading(value: ExhaleQuizLoading | null | undefined);
  /** In the page or in a frame. The npm package has no frame: there, leave it alone. Counts when it is put on the page. */
  get mode(): ExhaleQuizMode;
  set mode(value: ExhaleQuizMode | null | undefined);
  /** Where a shared link leads: to this page, or to a page of `resultBase`; or no link is offered. */
  get share(): ExhaleQuizShare;
  set share(value: ExhaleQuizShare | null | undefined);
  /** `off` keeps no answers in the browser. */
  get persist(): ExhaleQuizPersist;
  set persist(value: ExhaleQuizPersist | null | undefined);
  /** The level of its headings; those in sections are one deeper. */
  get headingLevel(): ExhaleQuizHeadingLevel;
  set headingLevel(value: ExhaleQuizHeadingLevel | 2 | 3 | 4 | 5 | 6 | null | undefined);
  /** The field of the fragment that holds a shared picture: letters, digits, `_`, `-`. */
  get hashKey(): string;
  set hashKey(value: string | null | undefined);
  /** An `http` or `https` address: a folder with pages of its own for shared pictures. */
  get resultBase(): string;
  set resultBase(value: string | null | undefined);
  /** `https:`, `http:` or `tel:`: one local line to turn to, in the safety note. */
  get helpHref(): string;
  set helpHref(value: string | null | undefined);
  /** What that line is called. */
  get helpLabel(): string;
  set helpLabel(value: string | null | undefined);
  /** The accessible name of the quiz. */
  get label(): string;
  set label(value: string | null | undefined);
  /** The colour of the choice and of the button that moves on: sets `--exhale-accent`. */
  get accent(): string;
  set accent(value: string | null | undefined);
  /** The text on it: sets `--exhale-on-accent`. */
  get accentText(): string;
  set accentText(value: string | null | undefined);

  /** Also a custom state: `exhale-quiz:state(done)`. */
  get state(): ExhaleQuizState;
  /** The detail of the last `exhale-complete`. */
  get result(): ExhaleComplete | null;
  /** The quiz is there; rejects where it could not be loaded. A new one after the element has left the page. */
  readonly ready: Promise<void>;

  /** Loads the quiz wherever it stands, and goes to it. Rejects where it could not be loaded. */
  start(): Promise<void>;
  /** Starts again. What was answered stays kept as the earlier run. */
  reset(): void;
  /** Focus to the statement or heading on the screen. */
  focus(): void;
  /** The link to the result. */
  getShareUrl(): string | null;

  addEventListener<K extends keyof ExhaleQuizEventMap>(
    type: K,
    listener: (this: ExhaleQuiz, event: ExhaleQuizEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ExhaleQuizEventMap>(
    type: K,
    listener: (this: ExhaleQuiz, event: ExhaleQuizEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The attributes, as markup and JSX write them. */
interface ExhaleQuizAttributes {
  lang?: string | undefined;
  theme?: ExhaleQuizTheme | undefined;
  loading?: ExhaleQuizLoading | undefined;
  mode?: ExhaleQuizMode | undefined;
  share?: ExhaleQuizShare | undefined;
  /** `first` leaves out the line that says what the quiz is about. */
  start?: ExhaleQuizStart | undefined;
  persist?: ExhaleQuizPersist | undefined;
  "heading-level"?: ExhaleQuizHeadingLevel | 2 | 3 | 4 | 5 | 6 | undefined;
  "hash-key"?: string | undefined;
  "result-base"?: string | undefined;
  "help-href"?: string | undefined;
  "help-label"?: string | undefined;
  label?: string | undefined;
  /** Any CSS colour, also `light-dark(…, …)`. */
  accent?: string | undefined;
  "accent-text"?: string | undefined;
}

/** The events as React, Preact and others name them in JSX: `onexhale-complete`. */
type ExhaleQuizHandlers = { [K in keyof ExhaleQuizEventMap as `on${K}`]?: ((event: ExhaleQuizEventMap[K]) => void) | undefined };

declare global {
  interface HTMLElementTagNameMap {
    "exhale-quiz": ExhaleQuiz;
  }
  // They bubble: also for listeners on the document, and on any element around the quiz.
  interface GlobalEventHandlersEventMap extends ExhaleQuizEventMap {}
  interface CustomElementRegistry {
    get(name: "exhale-quiz"): typeof ExhaleQuiz | undefined;
    whenDefined(name: "exhale-quiz"): Promise<typeof ExhaleQuiz>;
  }
}

// The class is a type only: it comes from `customElements`, whichever copy of the script came first.
export type {
  ExhaleComplete,
  ExhaleError,
  ExhaleProfile,
  ExhaleProgress,
  ExhaleQuiz,
  ExhaleQuizAttributes,
  ExhaleQuizEventMap,
  ExhaleQuizHandlers,
  ExhaleQuizHeadingLevel,
  ExhaleQuizLoading,
  ExhaleQuizMode,
  ExhaleQuizPersist,
  ExhaleQuizShare,
  ExhaleQuizStart,
  ExhaleQuizState,
  ExhaleQuizTheme,
  ExhaleScale,
  ExhaleScaleName,
  ExhaleScoredScale,
  ExhaleShare,
  ExhaleTouch,
  ExhaleUnscoredScale,
};
