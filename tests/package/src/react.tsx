// The element in JSX, as React 19 knows it after this import. Never run.
import "exhale-quiz/react";
import type { ExhaleQuiz } from "exhale-quiz";
import { useRef } from "react";

export const Quiz = ({ dark }: { dark?: boolean }) => {
  const quiz = useRef<ExhaleQuiz>(null);
  return (
    <exhale-quiz
      ref={quiz}
      lang="en"
      className="quiz"
      theme={dark ? "dark" : undefined}
      start="first"
      heading-level={3}
      onexhale-complete={({ detail }) => console.log(detail.profile, quiz.current?.getShareUrl())}
    >
      <p slot="failed">It did not come.</p>
    </exhale-quiz>
  );
};

// @ts-expect-error no such value
export const wrong = <exhale-quiz persist="maybe" />;
// @ts-expect-error the detail has no answers
export const curious = <exhale-quiz onexhale-complete={({ detail }) => detail.answers} />;
