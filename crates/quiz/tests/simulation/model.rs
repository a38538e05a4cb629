//! Invented people who answer the thirty statements (section 6.1): a graded response model with response styles.
//!
//! Numbers are drawn in one fixed order, so that another implementation with the same seed invents the same people.

use exhale_quiz::{Answer, Answers, INSTRUMENT, ITEMS, Item, Key, Position, QUICK_ITEMS, REASONS, Reason, Scale};

/// The generator `SplitMix64`.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * f64::EPSILON / 2.0
    }

    /// Standard normal: the cosine of the Box–Muller pair; the sine is thrown away.
    pub fn normal(&mut self) -> f64 {
        let first = 1.0 - self.uniform();
        let second = self.uniform();
        (-2.0 * first.ln()).sqrt() * (2.0 * std::f64::consts::PI * second).cos()
    }
}

/// One invented person: what is true of them, and what they answer.
pub struct Person {
    /// The traits, in the order of the scales and in the direction of pull.
    pub traits: [f64; 3],
    /// The true pulls of the reasons.
    pub reasons: [f64; REASONS],
    /// The true pulls of the scales.
    pub scales: [f64; 3],
    pub answers: Answers,
}

/// How hard each statement is to call true, times ten; a negative one is easy.
const DIFFICULTY: [f64; ITEMS] = [
    -6.0, 1.0, -2.0, -4.0, 2.0, -2.0, -3.0, 7.0, 0.0, 6.0, //
    -5.0, 5.0, -5.0, -2.0, 3.0, -1.0, 0.0, 5.0, -6.0, 4.0, //
    -1.0, -7.0, 0.0, 3.0, -3.0, 4.0, 2.0, -2.0, 1.0, -4.0,
];

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    sum / count
}

impl Person {
    pub fn draw(random: &mut Random) -> Person {
        let common = random.normal();
        let traits = Scale::ALL.map(|_| 0.45_f64.sqrt() * common + 0.55_f64.sqrt() * random.normal());
        let mut facets = [0.0; REASONS];
        for reason in Reason::all() {
            facets[reason.index()] = 0.6_f64.sqrt() * traits[reason.scale().index()] + 0.4_f64.sqrt() * random.normal();
        }
        let yea_saying = 0.35 * random.normal();
        let extremity = (-0.25 * random.normal()).exp();

        let mut answers = Answers::NONE;
        let mut items = [0.0; ITEMS];
        for position in Position::all() {
            let Item { reason, key } = INSTRUMENT.item(position);
            let (slope, sign) = if key == Key::Direct { (1.6, 1.0) } else { (1.3, -1.0) };
            let z = slope * sign * facets[reason.index()] - DIFFICULTY[position.index()] / 10.0;
            let thresholds = [-1.8, -0.6, 0.6, 1.8].map(|b: f64| 0.9 * slope * b);
            let draw = random.uniform();
            let above = thresholds.iter().filter(|tau| draw < logistic(z + yea_saying - **tau * extremity)).count();
            answers = answers.with(position, Answer::new(1 + above as u8));
            let agreement = 25.0 * thresholds.iter().map(|tau| logistic(z - tau)).sum::<f64>();
            items[position.index()] = if key == Key::Direct { agreement } else { 100.0 - agreement };
        }

        let mut reasons = [0.0; REASONS];
        for reason in Reason::all() {
            reasons[reason.index()] = mean(INSTRUMENT.positions_of(reason).map(|position| items[position.index()]));
        }
        let scales = Scale::ALL.map(|scale| mean(scale.reasons().map(|reason| reasons[reason.index()])));
        Person { traits, reasons, scales, answers }
    }
}

/// A number of people from one seed.
pub fn people(seed: u64, count: usize) -> Vec<Person> {
    let mut random = Random::new(seed);
    (0..count).map(|_| Person::draw(&mut random)).collect()
}

/// Sheets that were not filled in with care, as many of each kind as there are people.
pub struct Careless {
    /// Any answer to any statement.
    pub random: Vec<Answers>,
    /// One answer throughout, with a slip in twenty.
    pub straight: Vec<Answers>,
    /// With care up to the tenth statement, anything after it.
    pub late: Vec<Answers>,
    /// Nothing but the two answers that agree.
    pub yea: Vec<Answers>,
}

/// The careless sheets that belong to the people of a seed.
pub fn careless(seed: u64, people: &[Person]) -> Careless {
    let mut random = Random::new(seed + 1);
    let any = |random: &mut Random| uniform_choice(random, 1, 5);
    Careless {
        random: people.iter().map(|_| filled(|_| any(&mut random))).collect(),
        straight: people.iter().map(|_| straight_line(&mut random)).collect(),
        late: people
            .iter()
            .map(|person| {
                filled(|position| match person.answers.get(position) {
                    Some(answer) if position.index() < QUICK_ITEMS => answer.value(),
                    _ => any(&mut random),
                })
            })
            .collect(),
        yea: people.iter().map(|_| filled(|_| uniform_choice(&mut random, 4, 2))).collect(),
    }
}

fn filled(mut value: impl FnMut(Position) -> u8) -> Answers {
    Position::all().fold(Answers::NONE, |answers, position| answers.with(position, Answer::new(value(position))))
}

/// One of `options` values from `lowest` on.
#[expect(clippy::cast_sign_loss, reason = "a uniform number is not negative")]
fn uniform_choice(random: &mut Random, lowest: u8, options: u8) -> u8 {
    lowest + ((random.uniform() * f64::from(options)) as u8).min(options - 1)
}

fn straight_line(random: &mut Random) -> Answers {
    let draw = random.uniform();
    let base = 1 + [0.1, 0.3, 0.7, 0.9].iter().filter(|cut| draw >= **cut).count() as u8;
    filled(|_| match random.uniform() {
        slip if slip < 0.025 => (base - 1).max(1),
        slip if slip < 0.05 => (base + 1).min(5),
        _ => base,
    })
}
