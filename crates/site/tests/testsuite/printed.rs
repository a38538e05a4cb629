//! Scoring a sheet as a person would who has nothing but the printed form: every number and every grouping is read from
//! the page. What the form says in words ("two", "three", "Eight") is named where it is used.

use exhale_test_support::page::{Element, numbers};

/// The form, as it was read.
pub struct Printed {
    /// By statement: the points of its five boxes.
    points: Vec<[u32; 5]>,
    /// By reason: its statements, in the order of their rows.
    reasons: Vec<Vec<usize>>,
    /// The three lines.
    lines: Vec<Line>,
    /// Points of a reason with one, two or three answers times this are its pull.
    times: [u32; 3],
    /// A mean by 100 by 24.
    of_100: [u32; 2],
    /// By number of answers: how far the dot could drift, and hundredths of how near to an edge is near.
    haze: Vec<(u32, u32, u32)>,
    /// A pull above the first stands out, one above the second strongly.
    standouts: [u32; 2],
    /// Which numbers of means above and below make a name, of which line if of one in particular.
    names: Vec<NameRow>,
    /// The lines, as they come first where two are the same.
    ties: Vec<usize>,
    /// 27 of 30 in one column.
    same: [u32; 2],
    /// Tenths of a point.
    mixed: u32,
    /// The column of "Half and half".
    middle: usize,
    /// A reason with this pull has nothing that goes well.
    hard: u32,
    safety: SafetyCases,
}

/// When the safety note comes first, and when after the lines.
struct SafetyCases {
    /// A statement, and its columns that bring the note to the front by themselves.
    low: (usize, Vec<usize>),
    /// The same statement in this column, or without an answer, and a reason with this pull.
    careful: (usize, usize, u32, u32),
    /// All thirty: a reason with this pull; or without one, and its one circle around one of these.
    voice: (u32, u32, Vec<u32>),
    /// After the lines: a reason with this pull, and in a sketch with that one.
    hurt: (u32, u32, u32),
}

struct Line {
    name: String,
    reasons: Vec<u32>,
    /// Words from left to right, each with its means.
    words: Vec<(String, Means)>,
    turned: bool,
}

#[derive(Clone, Copy)]
enum Means {
    Below(u32),
    Between(u32, u32),
    Above(u32),
}

struct NameRow {
    above: Vec<u32>,
    below: Vec<u32>,
    line: Option<usize>,
    name: String,
}

/// A mean as sum and number of pulls.
#[derive(Clone, Copy)]
pub struct Mean(u32, u32);

/// What came of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// By reason: its pull, or nothing.
    pub pulls: Vec<Option<u32>>,
    /// By line: the number of 100, its word, how far it could drift, and whether it is near another word.
    pub lines: Vec<Option<(u32, String, u32, bool)>>,
    /// Reasons that stood out, and whether with a strong pull.
    pub standouts: Vec<(u32, bool)>,
    /// The name, and the other name that comes in.
    pub name: Option<(String, Option<String>)>,
    /// Nearly all in one column, and whether that is the middle one.
    pub same: Option<bool>,
    pub mixed: bool,
    /// Where the safety note comes: "first", "trust" (after the lines) or "end".
    pub safety: &'static str,
    /// Statements that name something that goes well.
    pub strengths: Vec<usize>,
}

impl Means {
    fn read(text: &str) -> Means {
        match (numbers(text)[..].as_ref(), text) {
            ([cut], text) if text.contains("below") => Means::Below(*cut),
            ([cut], text) if text.contains("above") => Means::Above(*cut),
            ([from, to], _) => Means::Between(*from, *to),
            _ => panic!("no means: {text}"),
        }
    }

    fn holds(self, Mean(sum, count): Mean) -> bool {
        match self {
            Means::Below(cut) => sum < cut * count,
            Means::Between(from, to) => (from * count..=to * count).contains(&sum),
            Means::Above(cut) => sum > cut * count,
        }
    }
}

impl Printed {
    /// Reads the form.
    pub fn read(page: &Element) -> Printed {
        let (key, picture) = (page.the(".key"), page.the(".picture"));
        let mut points = vec![[9; 5]; 30];
        let mut reasons = vec![Vec::new(); 10];
        for rows in key.all("tbody") {
            let reason = rows.the(".no").numbers()[0] as usize - 1;
            for row in rows.all("tr") {
                let number = row.all("th").into_iter().find(|head| head.attribute("scope") == "row").expect("a number");
                let statement = number.numbers()[0] as usize - 1;
                let cells = row.all("td").into_iter().filter(|cell| cell.attribute("class") != "blank");
                points[statement] = cells.map(|cell| cell.numbers()[0]).collect::<Vec<_>>().try_into().expect("five boxes");
                reasons[reason].push(statement);
            }
        }
        let [six, three, two] = after_times(&key.all("li")[2].text())[..] else { panic!("three factors") };
        let one = after_times(&key.the(".sketch").text())[0];
        assert_eq!((six / 2, six / 3, six), (two, three, one), "the short cuts are points ÷ answers × 6");
        let steps = picture.the("ol").all("li");
        let lines: Vec<Line> = picture.the(".lines").the("tbody").all("tr").into_iter().map(|row| line(row, steps[1])).collect();
        let index = |text: &str| lines.iter().position(|line| text.contains(&line.name));
        let texts = |which: &str| picture.all(which).into_iter().map(Element::text).collect::<Vec<_>>();
        let paragraph = |part: &str| texts("p").into_iter().find(|text| text.contains(part)).expect(part);
        let names = picture.the(".names").the("tbody").all("tr").into_iter().map(|row| {
            let cells: Vec<String> = row.elements().map(Element::text).collect();
            let counts = |text: &str| if text == "any" { (0..=3).collect() } else { numbers(text) };
            let name = row.the("th").text().replace(&row.the(".of").text(), "").trim().to_owned();
            NameRow { above: counts(&cells[0]), below: counts(&cells[1]), line: index(&cells[0]), name }
        });
        let names = names.collect();
        let touch = paragraph("with a touch of");
        let order = touch.rsplit('?').next().expect("an answer").to_owned();
        let mut ties: Vec<usize> = (0..lines.len()).collect();
        ties.sort_by_key(|line| order.find(&lines[*line].name).expect("each line"));
        let key_texts = |which: &str| key.all(which).into_iter().map(Element::text).collect::<Vec<_>>();
        let heads: Vec<String> = key.all(".points")[0].all(".option").into_iter().map(Element::text).collect();
        let checks: Vec<Vec<u32>> = key.the("ul").all("li").into_iter().map(Element::numbers).collect();
        let checks_said: Vec<String> = key.the("ul").all("li").into_iter().map(Element::text).collect();
        let haze: Vec<Vec<String>> =
            picture.the(".haze").all("tr").iter().map(|row| row.elements().skip(1).map(Element::text).collect()).collect();
        let haze = (0..haze[0].len()).map(|column| {
            let whole = |row: usize| haze[row][column].parse().expect("a number");
            (whole(0), whole(1), hundredths(&haze[2][column]))
        });
        Printed {
            haze: haze.collect(),
            standouts: [numbers(&paragraph("Choose up to three"))[0], numbers(&paragraph("Choose up to three"))[1]],
            of_100: [steps[1].numbers()[0], steps[1].numbers()[1]],
            middle: heads.iter().position(|head| checks_said[0].contains(head.as_str())).expect("a column"),
            hard: numbers(&key_texts("p").pop().expect("what goes well"))[1],
            safety: SafetyCases::read(picture.the(".note"), &heads),
            same: [checks[0][0], checks[0][1]],
            mixed: 10 * checks[1][0] + checks[1][1],
            times: [one, two, three],
            points,
            reasons,
            lines,
            names,
            ties,
        }
    }

    /// The reasons of each line.
    pub fn reasons_of_lines(&self) -> [Vec<u32>; 3] {
        [0, 1, 2].map(|line| self.lines[line].reasons.clone())
    }

    /// Which of a line's words, from left to right, a sum of so many pulls gives.
    pub fn word_of(&self, line: usize, sum: u32, count: u32) -> usize {
        self.lines[line].words.iter().position(|(_, means)| means.holds(Mean(sum, count))).expect("a word")
    }

    /// The pulls of each line's reasons are those that the key has under its name.
    pub fn groups_are_those_of_the_key(&self, page: &Element) {
        for (table, line) in page.the(".key").all("table").into_iter().zip(&self.lines) {
            assert_eq!(table.the("caption").text(), line.name);
            let reasons: Vec<u32> = table.all("tbody").into_iter().map(|rows| rows.the(".no").numbers()[0]).collect();
            assert_eq!(reasons, line.reasons);
        }
    }

    /// Scores a sheet: 0 to 4 for the box that was ticked, or nothing.
    pub fn score(&self, ticks: &[Option<usize>], sketch: bool) -> Outcome {
        let used = |statements: &[usize]| statements[..if sketch { 1 } else { statements.len() }].to_vec();
        let circled: Vec<Vec<u32>> = self
            .reasons
            .iter()
            .map(|statements| {
                used(statements).into_iter().filter_map(|statement| Some(self.points[statement][ticks[statement]?])).collect()
            })
            .collect();
        // "With fewer than two answers, leave the pull empty"; in a sketch "one answer is enough".
        let needed = if sketch { 1 } else { 2 };
        let pull =
            |points: &Vec<u32>| (points.len() >= needed).then(|| points.iter().sum::<u32>() * self.times[points.len() - 1]);
        let pulls: Vec<Option<u32>> = circled.iter().map(pull).collect();
        let mean = |line: &Line| {
            let found: Vec<u32> = line.reasons.iter().filter_map(|reason| pulls[*reason as usize - 1]).collect();
            // "One pull may be missing. With two missing, the line has no mean."
            (found.len() + 1 >= line.reasons.len()).then(|| Mean(found.iter().sum(), found.len() as u32))
        };
        let means: Vec<Option<Mean>> = self.lines.iter().map(mean).collect();
        let columns = self.columns(ticks, sketch);
        // "Eight answers or more".
        let answers: u32 = columns.iter().sum();
        let full = columns.iter().position(|count| count * self.same[1] >= answers * self.same[0]);
        let same = full.filter(|_| answers >= 8).map(|column| column == self.middle);
        let ranges: Vec<u32> = circled
            .iter()
            .filter(|points| points.len() == 3)
            .map(|points| points.iter().max().expect("three") - points.iter().min().expect("three"))
            .collect();
        let lines: Vec<_> = self
            .lines
            .iter()
            .zip(&means)
            .map(|(line, mean)| {
                let answers: usize = line
                    .reasons
                    .iter()
                    .map(|reason| *reason as usize - 1)
                    .filter(|reason| pulls[*reason].is_some())
                    .map(|reason| circled[reason].len())
                    .sum();
                mean.map(|mean| self.place(line, mean, answers as u32))
            })
            .collect();
        let guarded = lines[2].as_ref().is_some_and(|(_, word, _, _)| word == &self.lines[2].words[0].0);
        let mut standouts = if same.is_some() { Vec::new() } else { self.standing_out(&pulls, &means) };
        let strengths = if same.is_some() { Vec::new() } else { self.going_well(ticks, sketch, &pulls, &standouts) };
        if sketch {
            // "In a sketch use neither word".
            for (_, strong) in &mut standouts {
                *strong = false;
            }
        }
        Outcome {
            standouts,
            strengths,
            name: if same.is_some() { None } else { self.name(&means) },
            // "With six such reasons or more".
            mixed: !sketch && ranges.len() >= 6 && 10 * ranges.iter().sum::<u32>() >= self.mixed * ranges.len() as u32,
            safety: self.safety.place(ticks, sketch, &pulls, &circled, guarded),
            pulls,
            lines,
            same,
        }
    }

    /// "Look for the statements where “Completely true” counts 0."
    fn going_well(&self, ticks: &[Option<usize>], sketch: bool, pulls: &[Option<u32>], standouts: &[(u32, bool)]) -> Vec<usize> {
        let used = |statement: &usize| !sketch || *statement < 10;
        (0..self.points.len())
            .filter(used)
            .filter(|statement| self.points[*statement][4] == 0 && ticks[*statement].is_some_and(|tick| tick >= 3))
            .filter(|statement| {
                let reason = self.reasons.iter().position(|of| of.contains(statement)).expect("a reason");
                let stood_out = standouts.iter().any(|(number, _)| *number as usize == reason + 1);
                !stood_out && pulls[reason].is_none_or(|pull| pull < self.hard)
            })
            .collect()
    }

    /// How many boxes were ticked in each column.
    fn columns(&self, ticks: &[Option<usize>], sketch: bool) -> [u32; 5] {
        let mut columns = [0; 5];
        for tick in ticks[..if sketch { 10 } else { self.points.len() }].iter().flatten() {
            columns[*tick] += 1;
        }
        columns
    }

    fn place(&self, line: &Line, mean: Mean, answers: u32) -> (u32, String, u32, bool) {
        let Mean(sum, count) = mean;
        let [hundred, most] = self.of_100;
        let rounded = (2 * sum * hundred + count * most) / (2 * count * most);
        let (word, _) = line.words.iter().find(|(_, means)| means.holds(mean)).expect("each mean has a word");
        let (_, drift, near) = *self.haze.iter().find(|(of, _, _)| *of == answers).expect("each number of answers");
        // From 9 or from 15: the cuts of the middle word.
        let Means::Between(from, to) = line.words[1].1 else { panic!("the middle word lies between two means") };
        let is_near = [from, to].iter().any(|cut| 100 * sum.abs_diff(cut * count) < near * count);
        (if line.turned { hundred - rounded } else { rounded }, word.clone(), drift, is_near)
    }

    fn standing_out(&self, pulls: &[Option<u32>], means: &[Option<Mean>]) -> Vec<(u32, bool)> {
        let [some, strong] = self.standouts;
        let mean_of = |reason: u32| {
            let line = self.lines.iter().position(|line| line.reasons.contains(&reason)).expect("a line");
            // A mean is a whole number of twelfths.
            means[line].map(|Mean(sum, count)| sum * 12 / count)
        };
        let mut found: Vec<(u32, u32)> = (1..=10).filter_map(|reason| Some((reason, pulls[reason as usize - 1]?))).collect();
        found.retain(|(_, pull)| *pull > some);
        found.sort_by(|a, b| (b.1, mean_of(b.0)).cmp(&(a.1, mean_of(a.0))).then(a.0.cmp(&b.0)));
        // "Choose up to three".
        found.into_iter().take(3).map(|(reason, pull)| (reason, pull > strong)).collect()
    }

    fn name(&self, means: &[Option<Mean>]) -> Option<(String, Option<String>)> {
        let means: Vec<Mean> = means.iter().copied().collect::<Option<_>>()?;
        let counted = |which: fn(&Means) -> bool| {
            let holds = |line: usize| self.lines[line].words.iter().any(|(_, range)| which(range) && range.holds(means[line]));
            (0..means.len()).filter(|line| holds(*line)).count() as u32
        };
        let above = counted(|range| matches!(range, Means::Above(_)));
        let below = counted(|range| matches!(range, Means::Below(_)));
        let mut order = self.ties.clone();
        order.sort_by(|a, b| (means[*b].0 * means[*a].1).cmp(&(means[*a].0 * means[*b].1)));
        let fits = |row: &&NameRow, line: usize| {
            row.above.contains(&above) && row.below.contains(&below) && row.line.is_none_or(|of| of == line)
        };
        let rows: Vec<_> = self.names.iter().filter(|row| fits(row, order[0])).collect();
        assert_eq!(rows.len(), 1, "{above} above and {below} below make one name");
        let touch = (above == 2).then(|| self.names.iter().find(|row| row.line == Some(order[1])).expect("a name").name.clone());
        Some((rows[0].name.clone(), touch))
    }
}

impl SafetyCases {
    fn read(note: &Element, heads: &[String]) -> SafetyCases {
        let cases: Vec<&Element> = note.the("ul").all("li");
        let [low, careful, voice] = cases[..] else { panic!("three cases") };
        let columns = |text: &str| (0..heads.len()).filter(|column| text.contains(&heads[*column])).collect::<Vec<_>>();
        let [statement] = low.numbers()[..] else { panic!("a statement") };
        let [again, reason, pull] = careful.numbers()[..] else { panic!("a statement, a reason and a pull") };
        assert!(again == statement && careful.text().contains("or nothing"));
        let voice_numbers = voice.numbers();
        assert!(voice.text().starts_with("All thirty") && voice.text().contains("one circle"));
        let after = note.all("p").into_iter().map(Element::text).find(|text| text.contains("after your three lines"));
        let [hurt, strong, in_a_sketch] = numbers(&after.expect("what comes after the lines"))[..] else {
            panic!("a reason, two pulls")
        };
        SafetyCases {
            low: (statement as usize - 1, columns(&low.text())),
            careful: (again as usize - 1, columns(&careful.text())[0], reason, pull),
            voice: (voice_numbers[0], voice_numbers[1], voice_numbers[2..].to_vec()),
            hurt: (hurt, strong, in_a_sketch),
        }
    }

    fn place(
        &self,
        ticks: &[Option<usize>],
        sketch: bool,
        pulls: &[Option<u32>],
        circled: &[Vec<u32>],
        guarded: bool,
    ) -> &'static str {
        let at_least = |reason: u32, least: u32| pulls[reason as usize - 1].is_some_and(|pull| pull >= least);
        let low = ticks[self.low.0].is_some_and(|tick| self.low.1.contains(&tick));
        let (statement, column, reason, pull) = self.careful;
        let careful = ticks[statement].is_none_or(|tick| tick == column) && at_least(reason, pull);
        let (reason, pull, own) = (self.voice.0, self.voice.1, &circled[self.voice.0 as usize - 1]);
        let lone = pulls[reason as usize - 1].is_none() && own.len() == 1 && self.voice.2.contains(&own[0]);
        let (hurt, strong, in_a_sketch) = self.hurt;
        if low || careful || !sketch && (at_least(reason, pull) || lone) {
            "first"
        } else if guarded || at_least(hurt, if sketch { in_a_sketch } else { strong }) {
            "trust"
        } else {
            "end"
        }
    }
}

fn line(row: &Element, step: &Element) -> Line {
    let head = row.the("th");
    let name = head.text().replace(&row.the(".of").text(), "").trim().to_owned();
    let words = row.the(".bands").all("p").into_iter().map(|word| (word.the("b").text(), Means::read(&word.the("span").text())));
    Line { reasons: row.the(".of").numbers(), words: words.collect(), turned: step.text().contains(&name), name }
}

/// The numbers that stand after a "×", in their order.
fn after_times(text: &str) -> Vec<u32> {
    text.split('×').skip(1).map(|text| numbers(text)[0]).collect()
}

/// A number with up to two decimals, in hundredths.
pub fn hundredths(text: &str) -> u32 {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{rest:0<2}").parse().expect("a number")
}
