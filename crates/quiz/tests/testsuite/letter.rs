//! What a result says: every sentence of a hundred thousand results is held against the answers, by arithmetic of its own.

use exhale_quiz::{
    Answer, Answers, Band, Carries, Condition, Form, INSTRUMENT, Key, LeadMore, Letter, LifeContext, Partner, Position,
    QuizResult, Reason, Safety, Scale, Sentence,
};

/// The scale of each reason, from 1.
const SCALE: [Scale; 10] = {
    use Scale::{Control as C, Perfectionism as P, Trust as T};
    [C, T, P, P, C, T, T, C, T, P]
};

/// A sheet as it was filled in: 0 for a skipped statement.
struct Filled {
    form: Form,
    values: [u8; 30],
}

impl Filled {
    fn answers(&self) -> Answers {
        Answers::new(self.values.map(Answer::new))
    }

    /// The points of each answer to the statements of a reason.
    fn points(&self, reason: Reason) -> Vec<u32> {
        let counted = if self.form == Form::Quick { 10 } else { 30 };
        let of = |index: usize| {
            let item = INSTRUMENT.items[index];
            let value = u32::from(self.values[index]);
            (item.reason == reason && value > 0).then(|| if item.key == Key::Direct { value - 1 } else { 5 - value })
        };
        (0..counted).filter_map(of).collect()
    }

    /// The mean points of a reason as a fraction, where it has a score.
    fn mean(&self, reason: Reason) -> Option<(u32, u32)> {
        let points = self.points(reason);
        let needed = if self.form == Form::Quick { 1 } else { 2 };
        (points.len() >= needed).then(|| (points.iter().sum(), u32::try_from(points.len()).unwrap()))
    }

    /// The mean of a reason is at least so many sixths of a point.
    fn at_least(&self, reason: Reason, sixths: u32) -> bool {
        self.mean(reason).is_some_and(|(sum, count)| 6 * sum >= sixths * count)
    }

    fn at_most(&self, reason: Reason, sixths: u32) -> bool {
        self.mean(reason).is_some_and(|(sum, count)| 6 * sum <= sixths * count)
    }

    /// The pull of a scale in points, where it has a score, and the answers behind it.
    fn pull(&self, scale: Scale) -> Option<(f64, f64)> {
        let own: Vec<Reason> = Reason::all().filter(|reason| SCALE[reason.index()] == scale).collect();
        let means: Vec<(u32, u32)> = own.iter().filter_map(|reason| self.mean(*reason)).collect();
        let pull = means.iter().map(|(sum, count)| 25.0 * f64::from(*sum) / f64::from(*count)).sum::<f64>();
        let answered: u32 = means.iter().map(|(_, count)| count).sum();
        (means.len() + 1 >= own.len()).then(|| (pull / f64::from(u8::try_from(means.len()).unwrap()), f64::from(answered)))
    }

    fn band(&self, scale: Scale) -> Option<Band> {
        let (pull, _) = self.pull(scale)?;
        // Sums of sixths are far apart: what differs by less is on the cut.
        Some(if pull < 37.5 - 1e-9 {
            Band::Low
        } else if pull > 62.5 + 1e-9 {
            Band::High
        } else {
            Band::Mid
        })
    }

    /// Whether a condition holds.
    fn fulfils(&self, condition: Condition) -> bool {
        let is_full = self.form == Form::Full;
        match condition {
            Condition::Near(scale, band) => self.pull(scale).is_some_and(|(pull, answered)| {
                let distance = (pull - 37.5).abs().min((pull - 62.5).abs());
                self.band(scale) == Some(band) && distance > 1e-9 && distance < 13.0 / answered.sqrt()
            }),
            Condition::In(scale, band) => self.band(scale) == Some(band),
            Condition::AboveHalf(reason) => self.mean(reason).is_some_and(|(sum, count)| sum > 2 * count),
            Condition::Hard(reason) => is_full && self.at_least(reason, 15),
            Condition::Little(reason) => is_full && self.at_most(reason, 9),
            Condition::Apart(most, least) => {
                let mean = |reason| self.mean(reason).map(|(sum, count)| f64::from(sum) / f64::from(count));
                let others = Reason::all()
                    .filter(|reason| SCALE[reason.index()] == SCALE[most.index()] && ![most, least].contains(reason));
                let apart = mean(most).zip(mean(least)).is_some_and(|(most, least)| most - least >= 1.5 - 1e-9);
                let alone = |other: Reason| {
                    mean(other).is_none_or(|other| Some(other + 1e-9) < mean(most) && Some(other - 1e-9) > mean(least))
                };
                is_full && apart && SCALE[most.index()] == SCALE[least.index()] && others.into_iter().all(alone)
            }
            Condition::NoLean(scale) => {
                let leans = |reason: Reason| self.at_least(reason, 15) || self.at_most(reason, 9);
                is_full && self.pull(scale).is_some() && !Reason::all().filter(|reason| SCALE[reason.index()] == scale).any(leans)
            }
            Condition::Answered(position) => !is_full && position.number() <= 10 && self.values[position.index()] > 0,
        }
    }
}

/// `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ z >> 31) % below
    }

    /// A sheet: in some nearly nothing is skipped, in others a lot; in some the answers cluster.
    fn filled(&mut self) -> Filled {
        let form = if self.next(3) == 0 { Form::Quick } else { Form::Full };
        let (skips, centre, spread) = (self.next(5), 1 + self.next(5), 1 + self.next(5));
        let value = |chance: &mut Chance| {
            if chance.next(20) < skips {
                return 0;
            }
            let value = if chance.next(2) == 0 { centre } else { (centre + chance.next(spread)).min(5) };
            u8::try_from(if chance.next(3) == 0 { 1 + chance.next(5) } else { value }).unwrap()
        };
        Filled { form, values: std::array::from_fn(|_| value(self)) }
    }

    fn context(&mut self) -> LifeContext {
        let mut one = |count: usize| usize::try_from(self.next(count as u64 + 1)).unwrap();
        LifeContext {
            partner: Partner::ALL.get(one(2)).copied(),
            carries: Carries::ALL.get(one(3)).copied(),
            lead_more: LeadMore::ALL.get(one(3)).copied(),
        }
    }
}

#[test]
fn no_sentence_stands_where_its_condition_is_false() {
    let mut chance = Chance(20_251_121);
    let mut said = std::collections::HashMap::new();
    for _ in 0..100_000 {
        let filled = chance.filled();
        let (context, open) = (chance.context(), chance.next(2) == 0);
        let result = QuizResult::of(filled.form, &filled.answers());
        let letter = Letter::of(&result, context, open);
        for line in &letter.lines {
            for sentence in &line.sentences {
                assert!(
                    filled.fulfils(sentence.condition(line.scale)),
                    "{sentence:?} of {:?} for {:?}",
                    line.scale,
                    filled.values
                );
                *said.entry(std::mem::discriminant(sentence)).or_insert(0) += 1;
            }
            assert!(line.behind.iter().all(|position| filled.values[position.index()] > 0));
        }
        for position in &letter.strengths {
            let item = INSTRUMENT.item(*position);
            assert!(item.key == Key::Reverse && filled.values[position.index()] >= 4, "{position:?} for {:?}", filled.values);
            let stands_out = result.standouts.iter().any(|(reason, _)| *reason == item.reason);
            assert!(!stands_out && !filled.at_least(item.reason, 15), "{position:?} for {:?}", filled.values);
        }
    }
    assert_eq!(said.len(), 8, "each kind of sentence was said");
    assert!(said.values().all(|count| *count > 1000), "{said:?}");
}

#[test]
fn in_the_full_form_a_reason_has_the_sentence_of_its_side() {
    let mut chance = Chance(7);
    for _ in 0..10_000 {
        let filled = Filled { form: Form::Full, ..chance.filled() };
        let result = QuizResult::of(Form::Full, &filled.answers());
        let letter = Letter::of(&result, LifeContext::default(), true);
        for line in &letter.lines {
            for reason in line.scale.reasons() {
                assert_eq!(line.sentences.contains(&Sentence::High(reason)), filled.at_least(reason, 15), "{:?}", filled.values);
                assert_eq!(line.sentences.contains(&Sentence::Low(reason)), filled.at_most(reason, 9), "{:?}", filled.values);
            }
        }
        let scored = Scale::ALL.into_iter().filter(|scale| filled.pull(*scale).is_some()).count();
        assert_eq!(letter.lines.len(), if result.same_answer.is_some() { 0 } else { scored });
    }
}

#[test]
fn while_ideas_wait_nothing_asks_for_anything_or_praises_giving_way() {
    let mut chance = Chance(11);
    let mut waited = 0;
    for _ in 0..20_000 {
        let filled = chance.filled();
        let result = QuizResult::of(filled.form, &filled.answers());
        let letter = Letter::of(&result, chance.context(), false);
        if result.safety != Safety::FirstAndIdeasWait {
            continue;
        }
        waited += 1;
        assert_eq!((letter.headline, letter.strengths.len(), letter.steps.len()), (None, 0, 0));
        assert!(!letter.what_you_carry && !letter.lead_more);
        for sentence in letter.lines.iter().flat_map(|line| &line.sentences) {
            let praises = matches!(sentence, Sentence::Low(reason) if [1, 3, 8, 10].contains(&reason.number()));
            assert!(!praises && !matches!(sentence, Sentence::Try(_)), "{sentence:?} for {:?}", filled.values);
        }
    }
    assert!(waited > 1000);
}

#[test]
fn the_strongest_lean_is_said_first_and_the_quick_form_quotes() {
    // Control: reason 1 pulls hard (9 reversed, 20 and 29 direct), 5 pulls little, 8 stands in the middle.
    let mut values = [3; 30];
    for (position, value) in [(9, 2), (20, 4), (29, 4), (3, 1), (14, 5), (23, 1)] {
        values[position - 1] = value;
    }
    let reason = |number| Reason::new(number).unwrap();
    let answers = Answers::new(values.map(Answer::new));
    let letter = Letter::of(&QuizResult::of(Form::Full, &answers), LifeContext::default(), true);
    assert_eq!(
        letter.lines[0].sentences,
        [
            Sentence::Nearer(Band::Mid),
            Sentence::Low(reason(5)),
            Sentence::High(reason(1)),
            Sentence::Mixed { most: reason(1), least: reason(5) },
            Sentence::Try(Band::Mid)
        ]
    );
    assert_eq!(letter.lines[0].behind.iter().map(|position| position.number()).collect::<Vec<_>>(), [3, 9, 14, 20, 23, 29]);
    let quick = Letter::of(&QuizResult::of(Form::Quick, &answers), LifeContext::default(), true);
    let quotes = [3, 5, 9].map(|number| Sentence::Quote(Position::new(number).unwrap()));
    assert!(quick.lines[0].sentences.iter().filter(|sentence| matches!(sentence, Sentence::Quote(_))).eq(&quotes));
    assert!(quick.lines[0].behind.is_empty());
}

#[test]
fn the_parts_of_the_letter_follow_the_context() {
    let answers = Answers::new(std::array::from_fn(|index| Answer::new(3 + u8::from(index % 3 == 0))));
    let result = QuizResult::of(Form::Full, &answers);
    assert!(!result.safety.ideas_wait() && result.same_answer.is_none());
    let parts = |context| {
        let letter = Letter::of(&result, context, false);
        (letter.what_you_carry, letter.lead_more)
    };
    let (me, more) = (Some(Carries::Me), Some(LeadMore::Yes));
    assert_eq!(parts(LifeContext::default()), (false, false));
    assert_eq!(parts(LifeContext { partner: None, carries: me, lead_more: more }), (true, true));
    assert_eq!(parts(LifeContext { partner: Some(Partner::Yes), carries: me, lead_more: None }), (true, false));
    assert_eq!(parts(LifeContext { partner: Some(Partner::NotNow), carries: me, lead_more: more }), (false, false));
    for (carries, lead_more) in [(Carries::Even, LeadMore::Fine), (Carries::Partner, LeadMore::Unsure)] {
        let context = LifeContext { partner: Some(Partner::Yes), carries: Some(carries), lead_more: Some(lead_more) };
        assert_eq!(parts(context), (false, false));
    }
}
