//! The texts of a result or a sketch from top to bottom, as the rules call for them.
//!
//! One line a text: `## ` and `### ` before a heading, parentheses round what a picture is called. What stands under the
//! headings of the working and of what can be done with a result is not of these rules, and is left out.

use exhale::quiz::{Carries, Form, LeadMore, LifeContext, Partner};

use crate::{
    oracle::{DIRECT, Expected, REASON, SCALES, Safety, Zone},
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

/// The lines that a sheet calls for, told to somebody in this context, in the order of section 5.1.
pub fn expected_lines(sheet: &Sheet, screen: Screen, context: LifeContext) -> Vec<String> {
    let mut lines = Lines { sheet, screen, context, rules: Expected::of(sheet), said: Vec::new() };
    lines.write();
    lines.said
}

struct Lines<'a> {
    sheet: &'a Sheet,
    screen: Screen,
    context: LifeContext,
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

    /// As many texts of a list.
    fn say_list(&mut self, key: &str, count: usize) {
        for index in 0..count {
            self.say(&format!("{key}[{index}]"));
        }
    }

    fn head(&mut self, marks: &str, key: &str) {
        self.said.push(format!("{marks} {}", KEYED.get(key)));
    }

    fn is_full(&self) -> bool {
        self.sheet.form() == Form::Full
    }

    fn shows_ideas(&self) -> bool {
        !self.rules.ideas_wait() || self.screen == Screen::ResultOpened
    }

    fn is_alone(&self) -> bool {
        self.context.partner == Some(Partner::NotNow)
    }

    fn write(&mut self) {
        if self.screen == Screen::Sketch {
            if self.rules.safety_prominent() {
                self.safety("##");
            }
            self.quality();
            self.plate();
            self.say("result.numbers");
            self.numbers();
            return;
        }
        let (answered, total) = (self.sheet.counted().count().to_string(), self.sheet.form().items().to_string());
        self.said.push(format!("## {}", KEYED.fill("result.title", &[("n", &answered), ("total", &total)])));
        if self.rules.safety_prominent() {
            self.safety("##");
        }
        self.quality();
        self.plate();
        if self.shows_ideas() {
            self.bar();
            self.words_for();
        }
        let note_among_the_lines = self.lines();
        self.waiting();
        if self.shows_ideas() && self.rules.knows_reasons() {
            self.steps();
        }
        if self.shows_ideas() && !self.rules.same_answer && !self.is_alone() {
            self.blocks();
        }
        if self.shows_ideas() {
            self.question();
        }
        if self.rules.knows_reasons() {
            self.all_reasons();
        }
        if !self.rules.safety_prominent() && !note_among_the_lines {
            self.safety("##");
        }
        self.head("##", "rests.title");
        self.say_all(&["rests.people", "rests.people-text", "rests.more"]);
        for index in 0..6 {
            self.say_all(&[&format!("rests.names[{index}]"), &format!("rests.texts[{index}]")]);
        }
        self.say("result.numbers");
        self.numbers();
        self.head("##", "result.working");
        // Behind one fold while ideas wait.
        if !self.shows_ideas() {
            self.say("keep.title");
            self.bar();
        }
        self.sharing();
        self.head("##", "result.on-title");
        // Of the first ten the way back leads to the sketch.
        if self.is_full() {
            self.said.push(KEYED.fill("result.back-to", &[("n", "30")]));
        }
        if !self.rules.same_answer {
            self.say("keep.text");
        }
        self.say("keep.answers");
    }

    fn is_shared(&self) -> bool {
        !self.rules.same_answer && self.rules.scales.iter().any(Option::is_some)
    }

    /// At the foot of the plate.
    fn bar(&mut self) {
        if !self.rules.same_answer {
            self.say("keep.picture");
        }
        if self.is_shared() {
            self.say("keep.share");
        }
        self.say("keep.print");
    }

    fn sharing(&mut self) {
        if self.is_shared() {
            self.head("##", "share.title");
            self.say_all(&["share.holds", "share.need-not", "share.reasons"]);
            self.say("share.copy");
            self.said.push(format!("({})", KEYED.get("share.link")));
            self.say("share.code");
        }
    }

    /// What the words were fitted to can be changed where it was asked for: in the full form.
    fn words_for(&mut self) {
        if !self.is_full() || self.rules.same_answer {
            return;
        }
        let mut chosen: Vec<String> = Vec::new();
        let mut choose = |key: &str, index: Option<usize>| {
            chosen.extend(index.map(|index| KEYED.get(&format!("words-fit.{key}-options[{index}]"))));
        };
        choose("partner", self.context.partner.map(|choice| usize::from(choice == Partner::NotNow)));
        if self.context.partner != Some(Partner::NotNow) {
            choose("carries", self.context.carries.and_then(|choice| Carries::ALL.iter().position(|other| *other == choice)));
            choose(
                "lead-more",
                self.context.lead_more.and_then(|choice| LeadMore::ALL.iter().position(|other| *other == choice)),
            );
        }
        if chosen.is_empty() {
            self.say("words-fit.title");
            return;
        }
        self.said.push(KEYED.fill("words-fit.words-for", &[("choices", &chosen.join(" · "))]));
        self.say("words-fit.change");
    }

    fn waiting(&mut self) {
        if self.rules.ideas_wait() && !self.rules.same_answer {
            self.head("##", "result.waiting-title");
            let open = self.screen == Screen::ResultOpened;
            self.say_all(&["result.waiting", if open { "result.waiting-close" } else { "result.waiting-open" }]);
        }
    }

    fn question(&mut self) {
        if let Some((name, _)) = self.rules.profile.filter(|_| !self.rules.same_answer) {
            self.head("##", "result.ask");
            self.say(&format!("profiles.{name}.{}", if self.is_alone() { "ask-alone" } else { "ask" }));
        }
    }

    fn blocks(&mut self) {
        if self.context.carries == Some(Carries::Me) {
            self.head("##", "carry.title");
            self.say_list("carry.text", 4);
        }
        if self.context.lead_more == Some(LeadMore::Yes) {
            self.head("##", "lead.title");
            self.say_list("lead.text", 5);
        }
    }

    fn safety(&mut self, marks: &str) {
        self.head(marks, "safety.title");
        self.say_all(&["safety.leave", "safety.leave-delete"]);
        self.say_list("safety.text", 3);
        self.say("safety.leave-note");
    }

    fn quality(&mut self) {
        if self.rules.same_answer {
            self.head("##", "result.same-answer-title");
            let note = if self.rules.middle_answer { "result.middle-answer" } else { "result.same-answer" };
            self.say_all(&[note, "result.same-answer-revisit"]);
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
        let quoted = self.quoted(place);
        self.said.push(quoted);
    }

    fn quoted(&self, place: usize) -> String {
        let answer = usize::from(self.sheet.0[place].expect("what is quoted was answered")) - 1;
        let (statement, answer) = (KEYED.get(&format!("items[{place}]")), KEYED.get(&format!("statement.options[{answer}]")));
        KEYED.fill("result.quote", &[("statement", &statement), ("answer", &answer)])
    }

    /// One thing that goes well, or else what a reason may protect.
    fn strength(&mut self) {
        if self.rules.same_answer || !self.shows_ideas() {
            return;
        }
        match (self.rules.strengths.first(), self.rules.standouts.first()) {
            (Some(place), _) => {
                let before = DIRECT[..*place].iter().filter(|direct| !**direct).count();
                self.say_all(&["result.strengths", &format!("strengths[{before}]")]);
            }
            (None, Some(reason)) => self.say_all(&["result.protects", &format!("reasons[{}].protects", reason - 1)]),
            (None, None) => {}
        }
    }

    fn plate(&mut self) {
        let shown = self.rules.profile.filter(|_| !self.rules.same_answer && self.shows_ideas());
        if let Some((name, touch)) = shown {
            self.head("##", &format!("profiles.{name}.name"));
            if let Some(touch) = touch {
                let scale = ["navigator", "craftsperson", "lighthouse"].iter().position(|name| *name == touch);
                self.say(&format!("result.touches[{}]", scale.expect("a scale lends its name")));
            }
            self.say(&format!("profiles.{name}.line"));
        } else {
            self.head("##", "result.unnamed");
        }
        (0..3).for_each(|scale| self.row(scale));
        let scored = self.rules.scales.iter().flatten().count();
        if scored > 0 {
            self.say("result.caption");
        }
        if scored > 0 && self.sheet.form() == Form::Quick {
            self.say("sketch.caption");
        }
        if shown.is_some() {
            self.say("result.caption-name");
        }
        if scored < 3 {
            let review = KEYED.get("statement.review");
            self.said.push(KEYED.fill("result.not-enough-text", &[("review", &review)]));
        }
        self.strength();
    }

    fn numbers(&mut self) {
        for (scale, name) in NAMES.iter().enumerate() {
            self.say(&format!("scales.{name}.name"));
            self.said.push(self.band(scale));
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
    fn band(&self, scale: usize) -> String {
        let Some(pull) = self.rules.scales[scale] else { return KEYED.get("result.not-enough") };
        let name = |zone| band(scale, zone);
        let Some(other) = pull.near() else { return name(pull.zone()) };
        let own = name(pull.zone());
        let (a, b) = if from_the_left(scale, pull.zone()) < from_the_left(scale, other) {
            (own.clone(), name(other))
        } else {
            (name(other), own.clone())
        };
        let sentence = if pull.is_on_cut() { "result.between" } else { "result.nearer" };
        KEYED.fill(sentence, &[("a", &a), ("b", &b), ("nearer", &own)])
    }

    /// A row of the plate: what it is called, and the words under the line.
    fn row(&mut self, scale: usize) {
        let name = NAMES[scale];
        self.head("###", &format!("scales.{name}.name"));
        let title = KEYED.get(&format!("scales.{name}.name"));
        self.said.push(match self.number(scale) {
            Some((shown, error)) => {
                let values = [("scale", &*title), ("shown", &*shown), ("se", &*error), ("band", &*self.band(scale))];
                format!("({})", KEYED.fill("result.chart", &values))
            }
            None => format!("({})", KEYED.fill("result.chart-not-enough", &[("scale", &title)])),
        });
        self.say_list(&format!("scales.{name}.bands"), 3);
    }

    /// What the lines say; whether the safety note stands among them.
    fn lines(&mut self) -> bool {
        let told: Vec<(usize, Vec<String>)> =
            (0..3).map(|scale| (scale, self.line(scale))).filter(|(_, said)| !said.is_empty()).collect();
        if told.is_empty() {
            return false;
        }
        self.head("##", "lines.title");
        let mut note = false;
        for (scale, said) in told {
            self.head("###", &format!("scales.{}.name", NAMES[scale]));
            self.said.extend(said);
            if scale == 2 && self.rules.safety == Safety::Trust {
                self.safety("###");
                note = true;
            }
        }
        note
    }

    /// What is said of one line, and the answers behind it.
    fn line(&self, scale: usize) -> Vec<String> {
        let Some(pull) = self.rules.scales[scale].filter(|_| !self.rules.same_answer) else { return Vec::new() };
        let mut said = Vec::new();
        if pull.near().is_some() && !pull.is_on_cut() {
            said.push(KEYED.fill("result.nearer-says", &[("nearer", &band(scale, pull.zone()))]));
        }
        if scale == 2 && self.rules.keeps_a_say() {
            said.push(KEYED.get("lines.keeping-a-say"));
        }
        let mut spoken_of = Vec::new();
        if self.is_full() {
            let reasons = self.rules.by_lean(scale);
            for (reason, pull) in &reasons {
                // What would praise giving way waits too.
                let side = match (pull.is_hard(), pull.is_little()) {
                    (true, _) => "high",
                    (_, true) if self.shows_ideas() || ![1, 3, 8, 10].contains(reason) => "low",
                    _ => continue,
                };
                spoken_of.push(*reason);
                said.push(KEYED.get(&format!("reasons[{}].{side}", reason - 1)));
            }
            if let Some((most, least)) = self.rules.mixed(scale) {
                let [most, least] = [most, least].map(|reason| KEYED.get(&format!("reasons[{}].name", reason - 1)));
                said.push(KEYED.fill("lines.mixed", &[("most", &most), ("least", &least)]));
            }
            if !reasons.iter().any(|(_, pull)| pull.is_hard() || pull.is_little()) {
                said.push(KEYED.get("lines.no-lean"));
            }
        }
        // They run together.
        if said.len() > 1 {
            said = vec![said.join(" ")];
        }
        if !self.is_full() {
            said.extend(self.quotes_of(SCALES[scale]));
        }
        if self.shows_ideas() {
            said.push(KEYED.get(&format!("scales.{}.try[{}]", NAMES[scale], from_the_left(scale, pull.zone()))));
        }
        if !spoken_of.is_empty() {
            said.push(KEYED.get("lines.behind"));
            said.extend(self.quotes_of(&spoken_of));
        }
        said
    }

    /// The answers to the statements of some reasons.
    fn quotes_of(&self, reasons: &[u8]) -> Vec<String> {
        let places = self.sheet.counted().map(|(place, _)| place);
        places.filter(|place| reasons.contains(&REASON[*place])).map(|place| self.quoted(place)).collect()
    }

    fn steps(&mut self) {
        self.head("##", "step.title");
        let shown = self.rules.standouts.clone();
        // A scale without a score may be in any band: then nothing is said of all three.
        let sharing = self.rules.scales.iter().all(|pull| pull.is_some_and(|pull| pull.zone() != Zone::High));
        match shown.len() {
            0 if sharing => self.say("result.no-standout-sharing"),
            0 => self.say("result.no-standout"),
            n => {
                self.say(["result.standouts-one", "result.standouts-two", "result.standouts-three"][n - 1]);
                self.say(if n == 1 { "result.standouts-text-one" } else { "result.standouts-text" });
            }
        }
        for reason in shown {
            self.step(reason);
        }
    }

    fn step(&mut self, reason: u8) {
        let alone = if self.is_alone() { "-alone" } else { "" };
        let text = |name: &str| format!("reasons[{}].{name}", reason - 1);
        self.head("###", &text("name"));
        // One statement is too little for a word.
        if self.is_full() {
            let strong = self.rules.pull_of(reason).is_some_and(|pull| pull.points() > 62.5);
            self.say(if strong { "result.strong-pull" } else { "result.some-pull" });
        }
        self.say_all(&["result.looks-like", &text("looks-like"), "result.may-protect", &text("protects")]);
        self.say_all(&["result.experiment", &text(&format!("experiment{alone}"))]);
        self.say_all(&["step.say", &text(&format!("say{alone}"))]);
        if !self.is_alone() {
            self.say_all(&["result.partner", &text("partner")]);
        }
        self.say("step.print");
    }

    fn all_reasons(&mut self) {
        let quick = !self.is_full();
        self.head("##", "result.reasons-all");
        self.say(if quick { "result.reasons-all-text-quick" } else { "result.reasons-all-text" });
        if self.shows_ideas() && !self.rules.standouts.is_empty() {
            self.say("result.reasons-ink");
        }
        for (scale, reasons) in SCALES.iter().enumerate() {
            self.head("###", &format!("scales.{}.name", NAMES[scale]));
            if scale == 2 {
                self.say("result.reasons-guard");
            }
            for reason in reasons.iter().copied() {
                self.reason(reason);
            }
        }
        self.say_all(&["result.reasons-left", "result.reasons-right"]);
    }

    /// A reason, and what its dot is called.
    fn reason(&mut self, reason: u8) {
        let quick = !self.is_full();
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
}

/// The name of a band.
fn band(scale: usize, zone: Zone) -> String {
    KEYED.get(&format!("scales.{}.bands[{}]", NAMES[scale], from_the_left(scale, zone)))
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
