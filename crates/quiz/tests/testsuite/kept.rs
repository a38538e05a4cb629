//! What is stored beside a run: the context of the words, and a step.

use exhale_quiz::{Carries, KeptStep, LeadMore, LifeContext, Partner, Reason, Tried, UnreadableContext, UnreadableStep};

#[test]
fn every_context_is_read_as_it_was_written() {
    for partner in [None, Some(Partner::Yes), Some(Partner::NotNow)] {
        for carries in [None, Some(Carries::Me), Some(Carries::Even), Some(Carries::Partner)] {
            for lead_more in [None, Some(LeadMore::Yes), Some(LeadMore::Fine), Some(LeadMore::Unsure)] {
                let context = LifeContext { partner, carries, lead_more };
                assert_eq!(context.to_string().parse(), Ok(context), "{context}");
            }
        }
    }
    assert_eq!(LifeContext { partner: Some(Partner::Yes), carries: Some(Carries::Me), lead_more: None }.to_string(), "1ym-");
}

#[test]
fn a_context_that_was_not_written_so_is_refused() {
    for line in ["", "1", "1ym", "1ym--", "2ym-", "1xm-", "1yy-", "1ym ", " 1ym-", "1ymx", "1YM-", "😀"] {
        assert_eq!(line.parse::<LifeContext>(), Err(UnreadableContext), "{line:?}");
    }
}

#[test]
fn a_step_is_read_as_it_was_written() {
    let reason = Reason::new(4).unwrap();
    let mut step = KeptStep::new(20_779, reason, "  Could you take over\nthe bookings? 1.2 – “ja” ");
    assert_eq!(step.sentence, "Could you take over the bookings? 1.2 – “ja”");
    assert_eq!(String::from(&step), "1.20779.4.- Could you take over the bookings? 1.2 – “ja”");
    for tried in [None, Some(Tried::Yes), Some(Tried::NotYet), Some(Tried::NotForMe)] {
        step.tried = tried;
        assert_eq!(String::from(&step).parse(), Ok(step.clone()));
    }
    let empty = KeptStep::new(0, reason, "");
    assert_eq!(String::from(&empty).parse(), Ok(empty));
}

#[test]
fn a_long_sentence_is_cut_between_words() {
    let step = KeptStep::new(1, Reason::new(1).unwrap(), &"word ".repeat(1000));
    assert!(step.sentence.len() <= 1000 && step.sentence.len() > 900 && step.sentence.ends_with("word"));
    assert_eq!(String::from(&step).parse(), Ok(step));
}

#[test]
fn a_step_that_was_not_written_so_is_refused() {
    for line in [
        "",
        "1.5.4.-",
        "2.5.4.- a",
        "1.x.4.- a",
        "1.5.11.- a",
        "1.5.0.- a",
        "1.5.4.3 a",
        "1.5.4.x a",
        "1.05.4.- a",
        "1.5.4.- a  b",
        "1.5.4.-  a",
    ] {
        assert_eq!(line.parse::<KeptStep>(), Err(UnreadableStep), "{line:?}");
    }
}
