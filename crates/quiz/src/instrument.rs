//! The instrument: thirty items, ten reasons, three scales (`docs/instrument.md`, 2 and 3).
//!
//! What an item *says* is content and lives in `content/`; what it *counts for* lives here.

/// Number of items in the full form.
pub const ITEMS: usize = 30;
/// Number of items in the quick form: the first ten, one per reason.
pub const QUICK_ITEMS: usize = 10;
/// Number of reasons.
pub const REASONS: usize = 10;

/// The revision of the statements and their scoring. A stored session of another revision is not read.
pub const REVISION: u8 = Edition::CURRENT.number();

/// A revision of the statements and their scoring, as far as links and dated results of it are still read (section 4.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edition {
    /// Reason 7 counted as Control. It is read, but never compared with the second.
    First,
    /// This one.
    Second,
}

impl Edition {
    /// The one that answers are scored by.
    pub const CURRENT: Edition = Edition::Second;

    /// Its number in links and results: 1 or 2.
    pub const fn number(self) -> u8 {
        match self {
            Edition::First => 1,
            Edition::Second => 2,
        }
    }

    /// The edition with this number, if it is one that is read.
    pub const fn new(number: u8) -> Option<Edition> {
        match number {
            1 => Some(Edition::First),
            2 => Some(Edition::Second),
            _ => None,
        }
    }

    /// The scale that a reason belongs to; each belongs to exactly one.
    pub const fn scale_of(self, reason: Reason) -> Scale {
        match (reason.0, self) {
            (1 | 5 | 8, _) | (7, Edition::First) => Scale::Control,
            (3 | 4 | 10, _) => Scale::Perfectionism,
            _ => Scale::Trust,
        }
    }

    /// The reasons that make up a scale, in ascending order.
    pub fn reasons_of(self, scale: Scale) -> impl Iterator<Item = Reason> {
        Reason::all().filter(move |reason| self.scale_of(*reason) == scale)
    }

    /// How many reasons make up a scale: 3, 3, 4; in the first edition 4, 3, 3.
    pub const fn size_of(self, scale: Scale) -> u8 {
        match (scale, self) {
            (Scale::Control, Edition::First) | (Scale::Trust, Edition::Second) => 4,
            _ => 3,
        }
    }
}

/// Which items count (section 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Items 1–10, one per reason. Its result is provisional.
    Quick,
    /// All thirty items.
    Full,
}

impl Form {
    /// Number of items in the form: 10 or 30.
    pub const fn items(self) -> usize {
        match self {
            Form::Quick => QUICK_ITEMS,
            Form::Full => ITEMS,
        }
    }

    /// The name used in answer sheets and results.
    pub const fn slug(self) -> &'static str {
        match self {
            Form::Quick => "quick",
            Form::Full => "full",
        }
    }

    /// How many answered items a reason needs to have a score (section 4.1).
    pub(crate) const fn needed_per_reason(self) -> u8 {
        match self {
            Form::Quick => 1,
            Form::Full => 2,
        }
    }
}

/// One of the three scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scale {
    /// Reasons 1, 5 and 8: nine items.
    Control,
    /// Reasons 3, 4 and 10: nine items.
    Perfectionism,
    /// Reasons 2, 6, 7 and 9: twelve items. Shown as a strength: `100 - pull`.
    Trust,
}

impl Scale {
    /// All scales, in the order they are shown and in which ties between them are broken.
    pub const ALL: [Scale; 3] = [Scale::Control, Scale::Perfectionism, Scale::Trust];

    /// The place of the scale in [`Scale::ALL`]: 0–2.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name used in results.
    pub const fn slug(self) -> &'static str {
        match self {
            Scale::Control => "control",
            Scale::Perfectionism => "perfectionism",
            Scale::Trust => "trust",
        }
    }

    /// The reasons that make up the scale, in ascending order.
    pub fn reasons(self) -> impl Iterator<Item = Reason> {
        Edition::CURRENT.reasons_of(self)
    }
}

/// One of the ten reasons (facets), numbered 1–10 as in section 2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reason(u8);

impl Reason {
    /// Past hurt.
    pub const PAST_HURT: Reason = Reason(2);
    /// Opening up.
    pub const OPENING_UP: Reason = Reason(6);
    /// Fear that "leading" means losing my say.
    pub const LOSING_MY_SAY: Reason = Reason(7);

    /// The reason with this number, if it is 1–10.
    pub const fn new(number: u8) -> Option<Reason> {
        if number >= 1 && number as usize <= REASONS { Some(Reason(number)) } else { None }
    }

    /// All ten reasons in ascending order.
    pub fn all() -> impl Iterator<Item = Reason> {
        // A slice to walk along takes fewer bytes of WebAssembly than a range to count through.
        const ALL: [Reason; REASONS] = {
            let mut all = [Reason(1); REASONS];
            let mut index = 1;
            while index < REASONS {
                all[index] = Reason(index as u8 + 1);
                index += 1;
            }
            all
        };
        ALL.iter().copied()
    }

    /// 1–10.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// 0–9.
    pub const fn index(self) -> usize {
        self.0 as usize - 1
    }

    /// The scale the reason belongs to; each belongs to exactly one.
    pub const fn scale(self) -> Scale {
        Edition::CURRENT.scale_of(self)
    }
}

/// A place in the fixed order of the items: 1–30. The order is never shuffled (section 2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(u8);

impl Position {
    /// The first item.
    pub const FIRST: Position = Position(1);
    /// The last item of the quick form.
    pub const LAST_QUICK: Position = Position(QUICK_ITEMS as u8);
    /// The last item.
    pub const LAST: Position = Position(ITEMS as u8);

    /// The position with this number, if it is 1–30.
    pub const fn new(number: u8) -> Option<Position> {
        if number >= 1 && number as usize <= ITEMS { Some(Position(number)) } else { None }
    }

    /// All thirty positions in ascending order.
    pub fn all() -> impl DoubleEndedIterator<Item = Position> + Clone {
        const ALL: [Position; ITEMS] = {
            let mut all = [Position::FIRST; ITEMS];
            let mut index = 1;
            while index < ITEMS {
                all[index] = Position(index as u8 + 1);
                index += 1;
            }
            all
        };
        ALL.iter().copied()
    }

    /// 1–30.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// 0–29.
    pub const fn index(self) -> usize {
        self.0 as usize - 1
    }

    /// The next position, if there is one.
    pub const fn next(self) -> Option<Position> {
        Position::new(self.0 + 1)
    }

    /// The position before, if there is one.
    pub const fn previous(self) -> Option<Position> {
        Position::new(self.0 - 1)
    }
}

/// How an answer turns into points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// Agreeing adds pull: points = answer − 1.
    Direct,
    /// Agreeing takes pull away: points = 5 − answer.
    Reverse,
}

/// What one item counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The reason it belongs to.
    pub reason: Reason,
    /// Its key.
    pub key: Key,
}

/// A set of thirty keyed items. There is one, [`INSTRUMENT`]; scoring takes it as an argument so that a test can
/// score with a wrong key and see the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// The items, in the order of their positions.
    pub items: [Item; ITEMS],
}

impl Instrument {
    /// The item at a position.
    pub const fn item(&self, position: Position) -> Item {
        self.items[position.index()]
    }

    /// The positions of the items of one reason, in ascending order.
    pub fn positions_of(&self, reason: Reason) -> impl Iterator<Item = Position> + Clone {
        Position::all().filter(move |position| self.item(*position).reason == reason)
    }
}

/// The thirty items (section 3.2): 15 direct and 15 reverse, three to a reason, each block of ten balanced.
pub const INSTRUMENT: Instrument = {
    const fn d(reason: u8) -> Item {
        Item { reason: Reason(reason), key: Key::Direct }
    }
    const fn r(reason: u8) -> Item {
        Item { reason: Reason(reason), key: Key::Reverse }
    }
    Instrument {
        items: [
            r(7),
            d(4),
            d(5),
            r(6),
            d(8),
            r(3),
            r(2),
            d(10),
            r(1),
            d(9), // 1–10: the quick form
            r(4),
            d(7),
            r(6),
            r(5),
            d(3),
            r(8),
            d(10),
            d(2),
            r(9),
            d(1), // 11–20
            r(4),
            r(7),
            d(5),
            d(6),
            r(8),
            d(9),
            d(3),
            r(10),
            d(1),
            r(2), // 21–30
        ],
    }
};
