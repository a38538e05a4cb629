//! The texts of a result or a sketch from top to bottom, as the rules call for them.
//!
//! One line a text: `## ` and `### ` before a heading, parentheses round what a picture is called. What stands under the
//! headings of the working and of what can be done with a result is not of these rules, and is left out.

use exhale::quiz::Form;

use crate::{
    oracle::{DIRECT, Expected, REASON, Zone},
    sheets::Sheet,
    texts::KEYED,
};

/// What of a picture is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Sketch,
    Result,
    /// The result, once a person has chosen to see the ideas that wait.
    ResultOpened,
}

const NAMES: [&str; 3] = ["control", "perfectionism", "trust"];

/// The lines that a sheet calls for, in the order of sections 5.1 and 5.6.
pub fn expected_lines(sheet: &Sheet, screen: Screen) -> Vec<String> {
    let mut lines = Lines { sheet, screen, rules: Expected::of(sheet), said: Vec::new() };
    lines.write();
    lines.said
}

struct Lines<'a> {
    sheet: &'a Sheet,
    screen: Screen,
    rules: Expected,
    said: Vec<String>,
}

impl Lines<'_> {
    fn say(&mut self, key: &str) {
        self.said.push(KEYED.get(key));
    }

    fn say_all(&mut self, keys: &[&str]) {
        for key in keys {
            self.say(key);
        }
    }

    fn head(&mut self, marks: &str, key: &str) {
        self.said.push(format!("{marks} {}", KEYED.get(key)));
    }

    fn is_result(&self) -> bool {
        self.screen != Screen::Sketch
    }

    fn shows_ideas(&self) -> bool {
        !self.rules.ideas_wait() || self.screen == Screen::ResultOpened
    }

    fn write(&mut self) {
        let (answered, total) = (self.sheet.counted().count().to_string(), self.sheet.form().items().to_string());
        if self.is_result() {
            self.said.push(format!("## {}", KEYED.fill("result.title", &[("n", &answered), ("total", &total)])));
        }
        if self.rules.safety_prominent() {
            self.safety();
        }
        self.quality();
        if self.is_result() && !self.rules.same_answer {
            self.strengths();
        }
        if self.is_result() && self.rules.ideas_wait() && !self.rules.same_answer {
            self.head("##", "result.waiting-title");
            let open = self.screen == Screen::ResultOpened;
            self.say_all(&["result.waiting", if open { "result.waiting-close" } else { "result.waiting-open" }]);
        }
        self.plate();
        if self.is_result() {
            if !self.rules.same_answer && self.rules.reasons.iter().any(Option::is_some) {
                self.standouts();
            }
            if !self.rules.safety_prominent() {
                self.safety();
            }
            self.head("##", "result.working");
            self.head("##", "result.limits-title");
            self.say("result.limits");
            if !self.rules.same_answer && self.rules.scales.iter().any(Option::is_some) {
                self.head("##", "share.title");
                self.say_all(&["share.holds", "share.need-not"]);
                self.said.push(format!("({})", KEYED.get("share.link")));
                self.say_all(&["share.copy", "share.with-reasons", "share.with-qr"]);
            }
            self.head("##", "keep.title");
            if !self.rules.same_answer {
                self.say_all(&["keep.picture", "keep.text"]);
            }
            self.say_all(&["keep.print", "keep.answers"]);
            self.head("##", "result.on-title");
        }
    }

    fn safety(&mut self) {
        self.head("##", "safety.title");
        self.say_all(&["safety.text[0]", "safety.text[1]", "safety.text[2]", "safety.leave", "safety.leave-note"]);
    }

    fn quality(&mut self) {
        if self.rules.same_answer {
            self.head("##", "result.same-answer-title");
            self.say_all(&["result.same-answer", "result.same-answer-revisit"]);
        } else if self.rules.mixed_answer {
            self.head("##", "result.mixed-answer-title");
            self.say("result.mixed-answer");
            for place in most_opposed(self.sheet) {
                self.quote(place);
                self.say("result.change");
            }
        }
    }

    fn quote(&mut self, place: usize) {
        let answer = usize::from(self.sheet.0[place].expect("what is quoted was answered")) - 1;
        let (statement, answer) = (KEYED.get(&format!("items[{place}]")), KEYED.get(&format!("statement.options[{answer}]")));
        self.said.push(KEYED.fill("result.quote", &[("statement", &statement), ("answer", &answer)]));
    }

    fn strengths(&mut self) {
        let places = self.rules.strengths.clone();
        if let (true, Some(reason)) = (places.is_empty(), self.rules.standouts.first().copied()) {
            self.head("##", "result.protects");
            self.say(&format!("reasons[{}].protects", reason - 1));
        } else if !places.is_empty() {
            self.head("##", "result.strengths");
            for &place in &places {
                self.say(&format!("strengths[{}]", DIRECT[..place].iter().filter(|direct| !**direct).count()));
            }
            self.say("result.strengths-from");
            for place in places {
                self.quote(place);
            }
        }
    }

    fn plate(&mut self) {
        let shown = self.rules.profile.filter(|_| !self.rules.same_answer);
        if let Some((name, touch)) = shown {
            self.head("##", &format!("profiles.{name}.name"));
            if let Some(touch) = touch {
                let scale = ["navigator", "craftsperson", "lighthouse"].iter().position(|name| *name == touch);
                self.say(&format!("result.touches[{}]", scale.expect("a scale lends its name")));
            }
            self.say(&format!("profiles.{name}.line"));
            if self.is_result() {
                self.say_all(&[&format!("profiles.{name}.strength"), &format!("profiles.{name}.watch")]);
                if self.shows_ideas() {
                    self.say_all(&["result.ask", &format!("profiles.{name}.ask")]);
                }
            }
        } else {
            self.head("##", "result.unnamed");
        }
        (0..3).for_each(|scale| self.spectrum(scale));
        let scored = self.rules.scales.iter().flatten().count();
        if shown.is_some() {
            self.say("result.caption-name");
        }
        if scored > 0 {
            self.say("result.caption");
        }
        if scored > 0 && self.sheet.form() == Form::Quick {
            self.say("sketch.caption");
        }
        if scored < 3 {
            let review = KEYED.get("statement.review");
            self.said.push(KEYED.fill("result.not-enough-text", &[("review", &review)]));
        }
        for (scale, name) in NAMES.iter().enumerate() {
            self.say(&format!("scales.{name}.name"));
            self.said.push(self.band(scale, "result.nearer"));
            if let Some((shown, error)) = self.number(scale) {
                self.said.push(KEYED.fill("result.value", &[("shown", &shown), ("se", &error)]));
            }
        }
    }

    /// The number shown for a scale, and its error. Trust is shown as a strength.
    fn number(&self, scale: usize) -> Option<(String, String)> {
        let pull = self.rules.scales[scale]?;
        let shown = if scale == 2 { 100 - pull.rounded() } else { pull.rounded() };
        Some((shown.to_string(), pull.error()))
    }

    /// The band of a scale: both names from left to right where it is near a cut.
    fn band(&self, scale: usize, nearer: &str) -> String {
        let Some(pull) = self.rules.scales[scale] else { return KEYED.get("result.not-enough") };
        let name = |zone| KEYED.get(&format!("scales.{}.bands[{}]", NAMES[scale], from_the_left(scale, zone)));
        let Some(other) = pull.near() else { return name(pull.zone()) };
        let own = name(pull.zone());
        let (a, b) = if from_the_left(scale, pull.zone()) < from_the_left(scale, other) {
            (own.clone(), name(other))
        } else {
            (name(other), own.clone())
        };
        let sentence = if pull.is_on_cut() { nearer.replace("nearer", "between") } else { nearer.to_owned() };
        KEYED.fill(&sentence, &[("a", &a), ("b", &b), ("nearer", &own)])
    }

    fn spectrum(&mut self, scale: usize) {
        let name = NAMES[scale];
        self.head("###", &format!("scales.{name}.name"));
        self.said.push(self.band(scale, "result.between"));
        let title = KEYED.get(&format!("scales.{name}.name"));
        self.said.push(match self.number(scale) {
            Some((shown, error)) => {
                let values =
                    [("scale", &*title), ("shown", &*shown), ("se", &*error), ("band", &*self.band(scale, "result.nearer"))];
                format!("({})", KEYED.fill("result.chart", &values))
            }
            None => format!("({})", KEYED.fill("result.chart-not-enough", &[("scale", &title)])),
        });
        self.say_all(&[&format!("scales.{name}.ends[0]"), &format!("scales.{name}.ends[1]")]);
        let Some(pull) = self.rules.scales[scale].filter(|_| self.is_result() && !self.rules.same_answer) else { return };
        if pull.near().is_some() && !pull.is_on_cut() {
            let own = KEYED.get(&format!("scales.{name}.bands[{}]", from_the_left(scale, pull.zone())));
            self.said.push(KEYED.fill("result.nearer-says", &[("nearer", &own)]));
        }
        if scale == 2 && self.rules.keeps_a_say() && pull.zone() != Zone::Low {
            self.say("result.keeping-a-say");
        }
        let texts = format!("scales.{name}.texts[{}]", from_the_left(scale, pull.zone()));
        self.say(&format!("{texts}.says"));
        if self.shows_ideas() {
            self.say(&format!("{texts}.try"));
        }
    }

    fn standouts(&mut self) {
        let shown = self.rules.standouts.clone();
        // A scale without a score may be in any band: then nothing is said of all three.
        let sharing = self.rules.scales.iter().all(|pull| pull.is_some_and(|pull| pull.zone() != Zone::High));
        match shown.len() {
            0 if sharing => self.say("result.no-standout-sharing"),
            0 => self.say("result.no-standout"),
            n => {
                self.head("##", ["result.standouts-one", "result.standouts-two", "result.standouts-three"][n - 1]);
                self.say(if n == 1 { "result.standouts-text-one" } else { "result.standouts-text" });
            }
        }
        for reason in shown {
            self.standout(reason);
        }
        let quick = self.sheet.form() == Form::Quick;
        self.say_all(&["result.reasons-all", if quick { "result.reasons-all-text-quick" } else { "result.reasons-all-text" }]);
        for reason in 1..=10 {
            let name = KEYED.get(&format!("reasons[{}].name", reason - 1));
            let named = [("reason", &*name), ("scale", &*name)];
            let label = match self.rules.pull_of(reason) {
                None => KEYED.fill("result.chart-not-enough", &named),
                Some(pull) if quick => KEYED.fill(
                    ["result.reason-dot-less", "result.reason-dot-middle", "result.reason-dot-more"]
                        [usize::from(pull.points() >= 50.0) + usize::from(pull.points() > 50.0)],
                    &named,
                ),
                Some(pull) => {
                    let (points, error) = (pull.rounded().to_string(), pull.error());
                    KEYED.fill("result.reason-dot", &[named[0], ("pull", &points), ("se", &error)])
                }
            };
            self.said.extend([name, format!("({label})")]);
        }
        self.say_all(&["result.reasons-left", "result.reasons-right"]);
    }

    fn standout(&mut self, reason: u8) {
        let text = |name: &str| format!("reasons[{}].{name}", reason - 1);
        self.head("###", &text("name"));
        let strong = self.rules.pull_of(reason).is_some_and(|pull| pull.points() > 62.5);
        self.say(if strong { "result.strong-pull" } else { "result.some-pull" });
        self.say_all(&["result.looks-like", &text("looks-like"), "result.may-protect", &text("protects")]);
        if self.shows_ideas() {
            self.say_all(&["result.experiment", &text("experiment"), "result.say", &text("say")]);
        }
        self.say_all(&["result.partner", &text("partner")]);
        let numbers = self.sheet.counted().map(|(place, _)| place).filter(|place| REASON[*place] == reason);
        let numbers: Vec<String> = numbers.map(|place| (place + 1).to_string()).collect();
        self.said.push(match &numbers[..] {
            [n] => KEYED.fill("result.from-answer", &[("n", n)]),
            [a, b] => KEYED.fill("result.from-two", &[("a", a), ("b", b)]),
            [a, b, c] => KEYED.fill("result.from-three", &[("a", a), ("b", b), ("c", c)]),
            _ => panic!("a reason that stood out has answers"),
        });
    }
}

/// The place of a zone of the pull on the line: Trust is drawn the other way round.
fn from_the_left(scale: usize, zone: Zone) -> usize {
    if scale == 2 { 2 - zone as usize } else { zone as usize }
}

/// Two statements of one reason: the largest gap in points, then the earliest.
fn most_opposed(sheet: &Sheet) -> [usize; 2] {
    let points = |(place, answer): (usize, u8)| if DIRECT[place] { answer } else { 6 - answer };
    let pairs = sheet.counted().flat_map(|one| sheet.counted().map(move |other| (one, other)));
    let same = pairs.filter(|(one, other)| one.0 < other.0 && REASON[one.0] == REASON[other.0]);
    let most = same.min_by_key(|(one, other)| (5 - points(*one).abs_diff(points(*other)), one.0, other.0));
    let (one, other) = most.expect("mixed answers have a pair");
    [one.0, other.0]
}
