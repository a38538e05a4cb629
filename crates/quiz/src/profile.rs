//! The headline: a name for the shape of the three bars, not a type of person (section 4.5).

use super::{
    instrument::Scale,
    scoring::{Band, Scores},
};

/// One of the six profiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Profile {
    /// No scale in its high-pull band, two or more in their low one.
    OpenHands,
    /// No scale in its high-pull band, otherwise.
    CoPilot,
    /// Control is the highest of the scales in their high-pull band.
    Navigator,
    /// Perfectionism is.
    Craftsperson,
    /// Guardedness (the pull of Trust) is.
    Lighthouse,
    /// All three scales are in their high-pull band.
    Cornerstone,
}

impl Profile {
    /// All profiles.
    pub const ALL: [Profile; 6] = [
        Profile::OpenHands,
        Profile::CoPilot,
        Profile::Navigator,
        Profile::Craftsperson,
        Profile::Lighthouse,
        Profile::Cornerstone,
    ];

    /// The name used in results and addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Profile::OpenHands => "open-hands",
            Profile::CoPilot => "co-pilot",
            Profile::Navigator => "navigator",
            Profile::Craftsperson => "craftsperson",
            Profile::Lighthouse => "lighthouse",
            Profile::Cornerstone => "cornerstone",
        }
    }

    /// The scale that names the profile, if it is one.
    pub const fn scale(self) -> Option<Scale> {
        match self {
            Profile::Navigator => Some(Scale::Control),
            Profile::Craftsperson => Some(Scale::Perfectionism),
            Profile::Lighthouse => Some(Scale::Trust),
            Profile::OpenHands | Profile::CoPilot | Profile::Cornerstone => None,
        }
    }

    /// The bands that a scale can have under this name. Of two scales in their high-pull band only one names the profile, so it leaves the
    /// other two open.
    pub fn bands(self, scale: Scale) -> &'static [Band] {
        match self {
            Profile::OpenHands | Profile::CoPilot => &[Band::Low, Band::Mid],
            Profile::Cornerstone => &[Band::High],
            Profile::Navigator | Profile::Craftsperson | Profile::Lighthouse if self.scale() == Some(scale) => &[Band::High],
            Profile::Navigator | Profile::Craftsperson | Profile::Lighthouse => &[Band::Low, Band::Mid, Band::High],
        }
    }

    const fn of_scale(scale: Scale) -> Profile {
        match scale {
            Scale::Control => Profile::Navigator,
            Scale::Perfectionism => Profile::Craftsperson,
            Scale::Trust => Profile::Lighthouse,
        }
    }
}

/// A profile and, where a second scale is high too, the one it has a touch of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The profile.
    pub profile: Profile,
    /// "With a touch of".
    pub touch: Option<Profile>,
}

/// The headline of the scores, or `None` where a scale has no score. Whether it is *shown* also depends on the
/// same-answer note: see [`QuizResult`](super::QuizResult).
pub fn headline(scores: &Scores) -> Option<Headline> {
    let mut high = Vec::with_capacity(3);
    let mut low = 0;
    for scale in Scale::ALL {
        let score = scores.scale(scale)?;
        match score.band() {
            Band::High => high.push((scale, score)),
            Band::Low => low += 1,
            Band::Mid => {}
        }
    }
    let alone = |profile| Headline { profile, touch: None };
    Some(match high[..] {
        [] if low >= 2 => alone(Profile::OpenHands),
        [] => alone(Profile::CoPilot),
        [(scale, _)] => alone(Profile::of_scale(scale)),
        [(first, a), (second, b)] => {
            // A tie goes to the earlier scale: only a strictly higher pull overtakes it.
            let (main, touch) = if b.exceeds(a) { (second, first) } else { (first, second) };
            Headline { profile: Profile::of_scale(main), touch: Some(Profile::of_scale(touch)) }
        }
        _ => alone(Profile::Cornerstone),
    })
}
