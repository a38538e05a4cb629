// Inside the frame: what the page around does not let it do. A browser mostly refuses without a word; here it is said, with another
// way.

/** @import { ExhaleQuiz } from "../package/embed.d.ts" */

/** The place for what is said. */
const notice = /** @type {HTMLElement} */ (document.querySelector("#notice"));

/**
 * Says a sentence of frame.html in the language of the quiz, over what is there, until something is done.
 *
 * @param {string} lang
 * @param {"open" | "leave"} what
 * @param {number} top Where it ends, in CSS pixels from the top of the page.
 * @param {string} [address] What the taker may write down or copy.
 */
const say = (lang, what, top, address = "") => {
  const texts = /** @type {HTMLTemplateElement[]} */ ([...document.querySelectorAll("template[data-open]")]);
  const text = /** @type {HTMLTemplateElement} */ (texts.find((one) => one.lang === lang.slice(0, 2)) ?? texts[0]);
  const place = document.createElement("bdi");
  place.textContent = address;
  notice.replaceChildren(`${text.dataset[what]} `, place);
  notice.lang = text.lang;
  notice.dir = text.dir;
  notice.hidden = false;
  // Above that height if there is room: below the link stands the button to leave.
  notice.style.setProperty("top", `${Math.max(top - notice.offsetHeight, 0)}px`);
};

/** How long after a move of the taker a tap is the second half of a double tap, in milliseconds (src/input.rs). */
const ONE_TAP = 250;
/** How long a browser may take to leave the page before it is taken for a refusal, in milliseconds. */
const TIME_TO_LEAVE = 1500;

/**
 * Leaves the page around, which only the frame itself can try: the button of the quiz knows nothing of frames.
 *
 * @param {ExhaleQuiz} quiz
 */
const leave = (quiz) => {
  // Whoever comes back, or waits for the other page, sees the first screen only.
  quiz.reset?.(); // not before it is there
  const refused = () => {
    say(quiz.lang, "leave", 0);
    scrollTo(0, 0);
  };
  try {
    // A tap in a frame allows this, but in a sandbox.
    /** @type {Window} */ (top).location.replace(notice.dataset.href ?? "");
    setTimeout(refused, TIME_TO_LEAVE);
  } catch {
    refused();
  }
};

/**
 * Opens a page in a tab that cannot reach this one. False if the browser refuses: most return nothing, Firefox throws.
 *
 * @param {string} href
 */
const openTab = (href) => {
  try {
    const tab = self.open(href, "_blank");
    if (tab) tab.opener = null;
    return tab !== null;
  } catch {
    return false;
  }
};

/**
 * Opens a link to a help line, or shows where it leads.
 *
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 * @param {string} lang
 */
const openHelp = (event, link, lang) => {
  const isWeb = /^https?:/.test(link.href);
  if (isWeb) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (openTab(link.href)) return;
  } else if (isAllowed("allow-popups")) {
    return;
  }
  say(lang, "open", link.getBoundingClientRect().top + scrollY, isWeb ? link.href : decodeURI(link.href.replace(/^\w+:/, "")));
};

/**
 * The sandbox as the page around has told it: what it allows.
 *
 * @type {string[] | null}
 */
let sandbox = null;
/**
 * As far as this page can know.
 *
 * @param {string} flag
 */
const isAllowed = (flag) => sandbox?.includes(flag) ?? self.origin !== "null";

/**
 * Hears from the page around which sandbox this frame is in.
 *
 * @param {string} flags The attribute `sandbox`.
 */
export const restrictTo = (flags) => {
  sandbox = flags.toLowerCase().split(/\s+/);
  // The quiz takes a page without an origin for one that cannot download.
  if (!isAllowed("allow-downloads")) Reflect.set(self, "origin", "null");
};

/**
 * Watches over what a frame may not be able to do.
 *
 * @param {ExhaleQuiz} quiz
 * @param {() => number} sinceMove The time since the last move of the taker, in milliseconds.
 */
export const restrict = (quiz, sinceMove) => {
  addEventListener("keydown", () => (notice.hidden = true), { capture: true });
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    notice.hidden = true;
    const [target] = event.composedPath();
    const part = target instanceof Element && target.closest("[part~=leave], [part~=help]");
    if (!part) return;
    if (part instanceof HTMLAnchorElement) {
      openHelp(event, part, quiz.lang);
      return;
    }
    event.stopImmediatePropagation();
    if (sinceMove() >= ONE_TAP) leave(quiz);
  };
  addEventListener("click", onClick, { capture: true });

  // A sandbox may keep a page from printing, and an app that shows pages may know no printing. The quiz then shows a text to copy.
  // WebKit says that it prints only once its dialogue is through: there it counts what is known of the sandbox.
  const { print } = self;
  const isLate = navigator.vendor.startsWith("Apple");
  self.print = () => {
    let isPrinting = isLate && isAllowed("allow-modals");
    addEventListener("beforeprint", () => (isPrinting = true), { once: true });
    print.call(self);
    if (!isPrinting) throw new DOMException("This page may not be printed.", "NotAllowedError");
  };

  // The quiz offers the share sheet wherever there is one.
  const policy = Reflect.get(document, "featurePolicy");
  if ("share" in navigator && policy && !policy.allowsFeature("web-share")) {
    Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
  }
};
