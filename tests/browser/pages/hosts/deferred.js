// Notes that the page went on.
host.deferred = true;
document.addEventListener("DOMContentLoaded", () => {
  host.parsed = true;
});
