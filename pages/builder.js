window.pinned = "@pinned";
