// What the browser offers for keeping a result. It all happens here: nothing is sent or fetched.

/**
 * Called with whether it worked.
 *
 * @callback Done
 * @param {boolean} worked
 */

/** The element that has focus, also inside shadow roots. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return /** @type {HTMLElement | null} */ (element);
};

/**
 * Downloads a file. False where the browser is known to block downloads; elsewhere a page cannot know.
 *
 * @param {string} href
 * @param {string} name
 */
const save = (href, name) => {
  if (self.origin === "null") return false;
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  return true;
};

/**
 * @param {string} text JSON.
 * @param {string} name
 */
export const download = (text, name) => save(`data:application/json;charset=utf-8,${encodeURIComponent(text)}`, name);

/**
 * Copies a text. Where that is refused, the text in `field` is selected instead.
 *
 * @param {string} text
 * @param {HTMLInputElement | HTMLTextAreaElement | undefined} field
 * @param {Done} done
 */
export const copy = async (text, field, done) => {
  try {
    await navigator.clipboard.writeText(text);
    return done(true);
  } catch {
    // Not allowed in a frame without permission; the older way needs none.
  }
  const before = focused();
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed"; // by CSSOM, which a strict CSP allows; fixed, so that the page does not scroll
  document.body.append(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch {
    // Refused as well: the user can copy the selected text.
  }
  area.remove();
  before?.focus({ preventScroll: true });
  if (!copied) field?.select();
  done(copied);
};

/**
 * Draws an SVG as a PNG, shows it in `frame`, and downloads it. From `data:` addresses, not `blob:`: the CSP of our frame allows
 * only those.
 *
 * @param {string} svg
 * @param {number} width In pixels, and so is the height.
 * @param {number} height
 * @param {string} name The name of the file.
 * @param {string} alt
 * @param {Element} frame
 * @param {Done} done Called with whether the image could be drawn.
 */
export const picture = async (svg, width, height, name, alt, frame, done) => {
  try {
    const drawing = new Image(width, height);
    drawing.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await drawing.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(drawing, 0, 0);
    const png = new Image(width, height);
    png.src = canvas.toDataURL("image/png");
    png.alt = alt;
    await png.decode();
    frame.replaceChildren(png);
    save(png.src, name);
    done(true);
  } catch {
    done(false);
  }
};

export const canShare = () => !!navigator.share;

/**
 * Opens the share sheet. Closing it again is no failure.
 *
 * @param {string} title
 * @param {string} url
 * @param {Done} done
 */
export const share = (title, url, done) =>
  navigator.share({ title, url }).then(
    () => done(true),
    (error) => done(error.name === "AbortError"),
  );

/**
 * Removes a field from the fragment of the address. Other fields stay, and so does the page's history state.
 *
 * @param {string} name
 */
export const clearField = (name) => {
  const fields = location.hash
    .slice(1)
    .split("&")
    .filter((field) => !field.startsWith(`${name}=`));
  const fragment = fields.length ? `#${fields.join("&")}` : "";
  history.replaceState(history.state, "", location.pathname + location.search + fragment);
};
