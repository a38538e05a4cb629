//! What the words of a result are fitted to (section 6). It is never scored, never shared, and never in a link.

use core::{fmt, str::FromStr};

/// What a person may have said about their life before the result is shown. Each may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LifeContext {
    /// With a partner now?
    pub partner: Option<Partner>,
    /// Who carries most of the planning and remembering?
    pub carries: Option<Carries>,
    /// Would you like your partner to lead more?
    pub lead_more: Option<LeadMore>,
}

/// Defines the answers to one question: their names in answer sheets, and the sign of each in storage.
macro_rules! choices {
    ($($(#[$doc:meta])* $kind:ident { $($(#[$about:meta])* $choice:ident = $slug:literal $sign:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $kind { $($(#[$about])* $choice,)+ }

        impl $kind {
            /// All answers, in the order in which they are offered.
            pub const ALL: &[$kind] = &[$($kind::$choice),+];

            /// The name used in answer sheets.
            pub const fn slug(self) -> &'static str {
                match self { $($kind::$choice => $slug,)+ }
            }

            const fn sign(self) -> char {
                match self { $($kind::$choice => $sign,)+ }
            }

            fn from_sign(sign: char) -> Option<$kind> {
                $kind::ALL.iter().copied().find(|choice| choice.sign() == sign)
            }
        }
    )+};
}

choices! {
    /// Whether there is a partner now.
    Partner {
        /// Yes.
        Yes = "yes" 'y',
        /// Not now: nothing asks for a partner this week.
        NotNow = "not-now" 'n',
    }
    /// Who carries most of the planning and remembering.
    Carries {
        /// Mostly me.
        Me = "me" 'm',
        /// About even.
        Even = "even" 'e',
        /// Mostly my partner.
        Partner = "partner" 'p',
    }
    /// Whether the partner should lead more.
    LeadMore {
        /// Yes.
        Yes = "yes" 'y',
        /// Fine as it is.
        Fine = "fine" 'f',
        /// Not sure.
        Unsure = "unsure" 'u',
    }
}

/// The version of the stored line.
const FORMAT: char = '1';
/// Stands for a question without an answer.
const NONE: char = '-';

impl LifeContext {
    /// The choice at a question, by its place in the order in which the choices are offered; questions count from 0 in the order of the
    /// fields.
    pub fn choice(self, question: usize) -> Option<usize> {
        match question {
            0 => self.partner.map(|choice| choice as usize),
            1 => self.carries.map(|choice| choice as usize),
            _ => self.lead_more.map(|choice| choice as usize),
        }
    }

    /// The same with another choice at a question, or with none.
    #[must_use]
    pub fn choosing(mut self, question: usize, choice: Option<usize>) -> LifeContext {
        match question {
            0 => self.partner = choice.and_then(|choice| Partner::ALL.get(choice).copied()),
            1 => self.carries = choice.and_then(|choice| Carries::ALL.get(choice).copied()),
            _ => self.lead_more = choice.and_then(|choice| LeadMore::ALL.get(choice).copied()),
        }
        self
    }

    /// What counts: without a partner the other two questions are not asked.
    #[must_use]
    pub const fn asked(self) -> LifeContext {
        match self.partner {
            Some(Partner::NotNow) => LifeContext { partner: self.partner, carries: None, lead_more: None },
            _ => self,
        }
    }
}

/// The line to store: the format, and a sign for each question, such as `1ym-`.
impl fmt::Display for LifeContext {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&String::from(*self))
    }
}

impl From<LifeContext> for String {
    fn from(context: LifeContext) -> String {
        let signs = [
            FORMAT,
            context.partner.map_or(NONE, Partner::sign),
            context.carries.map_or(NONE, Carries::sign),
            context.lead_more.map_or(NONE, LeadMore::sign),
        ];
        signs.into_iter().collect()
    }
}

/// A stored line that is no context of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadableContext;

impl fmt::Display for UnreadableContext {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the stored context is damaged, or of another version")
    }
}

impl core::error::Error for UnreadableContext {}

impl FromStr for LifeContext {
    type Err = UnreadableContext;

    fn from_str(line: &str) -> Result<LifeContext, UnreadableContext> {
        let mut signs = line.chars();
        let mut next = || signs.next().ok_or(UnreadableContext);
        if next()? != FORMAT {
            return Err(UnreadableContext);
        }
        let (partner, carries, lead_more) = (next()?, next()?, next()?);
        let context = LifeContext {
            partner: Partner::from_sign(partner),
            carries: Carries::from_sign(carries),
            lead_more: LeadMore::from_sign(lead_more),
        };
        // Whatever is not written in this one way is refused.
        if String::from(context) == line { Ok(context) } else { Err(UnreadableContext) }
    }
}
