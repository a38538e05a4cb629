//! A step that was kept: today it stands with its reason, later above the others, with the question whether it was tried.

use exhale::quiz::Tried;

use crate::{
    html::Element,
    screen::{drawn, markup},
    states::{SENTENCE, keeping, step},
    texts::{KEYED, PLAIN, keys_in},
};

#[test]
fn a_step_kept_today_stands_with_its_reason_in_the_words_of_its_person() {
    let quiz = drawn(&PLAIN, &keeping(step(0, None)));
    let reasons: Vec<&Element> = quiz.all().filter(|element| element.is("reason") && element.tag == "details").collect();
    assert_eq!(reasons.len(), 3);
    for reason in reasons {
        let text = reason.text();
        let is_kept = text.contains(&PLAIN.get("reasons[4].name"));
        let field = reason.all().find(|element| element.tag == "textarea").expect("a sentence to say");
        assert_eq!(field.text() == SENTENCE, is_kept, "{text}");
        assert_eq!(text.contains(&PLAIN.get("step.kept")) && text.contains(&PLAIN.get("step.delete")), is_kept, "{text}");
        assert_eq!(text.contains(&PLAIN.get("step.keep")), !is_kept, "{text}");
    }
    assert!(quiz.find("kept-step").is_none(), "it is not asked about on the same day");
}

#[test]
fn a_step_kept_before_is_shown_with_its_day_and_asked_about() {
    for tried in [None, Some(Tried::Yes), Some(Tried::NotYet), Some(Tried::NotForMe)] {
        let state = keeping(step(3, tried));
        let quiz = drawn(&PLAIN, &state);
        let kept = quiz.find("kept-step").expect("the step");
        let lines: Vec<String> = kept.elements().map(Element::text).collect();
        assert_eq!(lines[0], PLAIN.fill("step.earlier", &[("date", "Day 19997")]));
        assert_eq!(lines[1..4], [PLAIN.get("reasons[4].name"), SENTENCE.to_owned(), PLAIN.get("step.tried")]);
        let answers: Vec<String> = kept.all().filter(|element| element.is("tried")).map(Element::text).collect();
        assert_eq!(answers, [0, 1, 2].map(|index| PLAIN.get(&format!("step.tried-options[{index}]"))));
        // What is said to an answer, and only to that one.
        let markup = markup(&KEYED, &state);
        let keys = keys_in(&markup);
        let said: Vec<usize> = (0..3).filter(|index| keys.contains(&*format!("step.tried-answers[{index}]"))).collect();
        assert_eq!(said, tried.map(Tried::index).into_iter().collect::<Vec<_>>(), "{tried:?}");
        assert!(keys.contains("step.keep"), "another step can be kept in its place");
    }
}
