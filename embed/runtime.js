// Shows the quiz of an element, once that comes near the viewport: in the page, or else in a frame.

import { isLinked, read } from "./attributes.js";
import { linkToPaper, loadFirstParty } from "./assets.js";
import { prepareHostPage } from "./host-page.js";
import { languageOf } from "./language.js";
import { hasPanicked, mountInline } from "./inline-quiz.js";
import { quizError } from "./loading.js";

/** @import { Host, Quiz } from "./embed.js" */
/** @import { TakeOver } from "./first-party.js" */
/** @import { QuizError } from "./loading.js" */

/**
 * Prepares to take over the first screen in the markup: if it is in the right language, and no shared result comes instead.
 *
 * @param {HTMLElement} element
 * @param {Host} host
 * @returns {Promise<TakeOver | undefined> | undefined} What replaces the first screen by the quiz.
 */
const prepareTakeOver = (element, { firstScreen, showContent, signal, state }) => {
  if (!firstScreen) return;
  const screen = /** @type {HTMLElement | null} */ (firstScreen.querySelector(".exhale"));
  if (isLinked(element) || screen?.lang !== languageOf(element)) {
    showContent();
    return;
  }
  // WebKit restores a page of ours from its cache without what was still loading: load it again. Not other pages, where a
  // reload could lose what the user has written.
  addEventListener("pageshow", ({ persisted }) => persisted && state() === "error" && location.reload(), { signal });
  // Where that script does not come, or breaks off, which WebKit takes for all of it, the quiz draws its own first screen.
  return loadFirstParty()
    .then((firstParty) => firstParty.prepareTakeOver(firstScreen, read(element, "persist") === "on"))
    .catch(() => undefined);
};

/**
 * Shows the notice that the quiz has ready for the case that the module stops. False if it has none.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} root What the quiz is drawn in.
 */
const showCrashNotice = (element, root) => {
  const notice = root.querySelector("[part=error]");
  if (!notice?.parentElement) return false;
  const hadFocus = element.matches(":focus-within");
  for (const part of notice.parentElement.children) part.toggleAttribute("hidden", part !== notice && part.localName !== "slot");
  const reload = /** @type {HTMLButtonElement} */ (notice.querySelector("button"));
  reload.onclick = () => location.reload();
  const { lang } = /** @type {HTMLElement} */ (notice.closest("[lang]"));
  linkToPaper(/** @type {HTMLAnchorElement} */ (notice.querySelector("a")), lang);
  if (hadFocus) reload.focus({ preventScroll: true });
  return true;
};

/**
 * @param {HTMLElement} element
 * @param {Host} host
 * @param {(error: QuizError) => void} [onCrash]
 */
const showInline = async (element, host, onCrash) => {
  const takeOver = prepareTakeOver(element, host);
  const mounted = await mountInline(element, {
    ...host,
    takeOver,
    onPanic: (error, root) => {
      host.setQuiz(null);
      onCrash?.(error);
      if (showCrashNotice(element, root)) host.onError(error);
      else host.onFailure(error);
    },
    isOver: () => /done|error/.test(host.state()),
  });
  if (mounted) {
    host.setQuiz(mounted.quiz);
    return (await mounted.show()) ? mounted.quiz : undefined;
  }
};

/**
 * Shows the quiz in the page, or else in a frame.
 *
 * @param {HTMLElement} element
 * @param {Host} host
 * @param {ReturnType<typeof prepareHostPage>} page
 */
const showOnHostPage = async (element, host, page) => {
  const mode = read(element, "mode");
  if (mode === "iframe") return page.showInFrame();
  const hadPanicked = hasPanicked();
  try {
    page.check();
    return await showInline(element, host, page.explain);
  } catch (error) {
    const { code } = /** @type {QuizError} */ (error);
    if (mode === "inline" || code === "unsupported" || hadPanicked || host.signal.aborted) throw error;
    // A page of ours may be allowed what this page forbids, and has none of its scripts.
    return page.showInFrame().catch(() => {
      throw error;
    });
  }
};

/**
 * @param {HTMLElement} element
 * @param {Host} host
 */
export const showQuiz = async (element, host) => {
  const page = import.meta.OURS ? undefined : prepareHostPage(element, host);
  try {
    const quiz = await (page ? showOnHostPage(element, host, page) : showInline(element, host));
    if (!quiz) return;
    page?.onShown(quiz);
    host.onReady();
  } catch (error) {
    if (host.signal.aborted) return;
    const { code, href, message } = /** @type {Error & { code?: unknown, href?: string }} */ (error);
    const failure = quizError(/** @type {QuizError["code"]} */ (typeof code === "string" ? code : "network"), message, href);
    page?.explain(failure);
    host.onFailure(failure);
  }
};
