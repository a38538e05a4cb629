import { render } from "preact";
import { Quiz } from "./quiz.jsx";

render(<Quiz />, document.getElementById("quiz"));
