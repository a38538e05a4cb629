// <exhale-quiz> in JSX, for React 19 and later: `import "exhale-quiz/react"`, once.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ExhaleQuiz, ExhaleQuizAttributes, ExhaleQuizHandlers } from "./embed.js";

type Props = DetailedHTMLProps<HTMLAttributes<ExhaleQuiz>, ExhaleQuiz>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "exhale-quiz": Omit<Props, keyof ExhaleQuizAttributes> & ExhaleQuizAttributes & ExhaleQuizHandlers;
    }
  }
}
