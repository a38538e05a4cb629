// What the browser offers for keeping a result. All of it happens here: nothing is sent or fetched.

// The element that has focus, also inside shadow roots.
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

// False where the browser is known to block downloads. Elsewhere nobody can tell.
const save = (href, name) => {
  if (self.origin === "null") return false;
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  return true;
};

export const download = (text, name) => save(`data:application/json;charset=utf-8,${encodeURIComponent(text)}`, name);

export const copy = async (text, field, done) => {
  try {
    await navigator.clipboard.writeText(text);
    return done(true);
  } catch {
    // Not in a frame without permission: the old way is not bound to one.
  }
  const before = focused();
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed"; // CSSOM: a strict CSP lets it pass, and the page does not scroll
  document.body.append(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch {
    // Refused as well: the person is offered the text.
  }
  area.remove();
  before?.focus({ preventScroll: true });
  if (!copied) field?.select();
  done(copied);
};

// Draws an SVG as a PNG, shows it in `frame`, and offers it for download. A frame's CSP lets `data:` pass, not `blob:`.
export const picture = async (svg, width, height, name, alt, frame, done) => {
  try {
    const drawn = new Image(width, height);
    drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await drawn.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d").drawImage(drawn, 0, 0);
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

// Closing the share sheet again is no failure.
export const share = (title, url, done) =>
  navigator.share({ title, url }).then(
    () => done(true),
    (error) => done(error.name === "AbortError"),
  );

// Takes a field out of the fragment and leaves the others, and what the page keeps with this place in its history.
export const clearField = (name) => {
  const fields = location.hash
    .slice(1)
    .split("&")
    .filter((field) => !field.startsWith(`${name}=`));
  const fragment = fields.length ? `#${fields.join("&")}` : "";
  history.replaceState(history.state, "", location.pathname + location.search + fragment);
};
