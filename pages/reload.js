// Under `trunk serve` only: reloads the page after each build.

const address = new URL("/.well-known/trunk/ws", location.href);
address.protocol = address.protocol.replace("http", "ws");
new WebSocket(address).addEventListener("message", ({ data }) => JSON.parse(data).type === "reload" && location.reload());
