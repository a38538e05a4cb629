// The element; the types beside this file tell React of it.
import "./embed.jsx";
