// How embed.js gets what shows the quiz (runtime.js): here from the same file, or beside it. The build (crates/site/src/build.rs)
// writes others of its kind for v1/embed.js and for the package.

import { showQuiz } from "./runtime.js";

export const loadRuntime = async () => ({ showQuiz });
