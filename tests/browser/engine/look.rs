//! How a person's device is set.

/// How a page is looked at.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the person's device")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Width and height of a phone's screen in CSS pixels; otherwise an ordinary window. In Chromium alone it is a phone; in the
    /// others it is a frame of that size.
    pub phone: Option<(u16, u16)>,
    pub dark: bool,
    /// The person has set fewer colours, their own.
    pub forced_colors: bool,
    /// The person has set text of twice the size in the browser.
    pub large_text: bool,
    /// The person wants less motion.
    pub still: bool,
    pub without_scripts: bool,
}

impl Look {
    pub const DARK: Look = Look { dark: true, ..Look::PLAIN };
    pub const FORCED_COLORS: Look = Look { forced_colors: true, ..Look::PLAIN };
    pub const STILL: Look = Look { still: true, ..Look::PLAIN };
    pub const WITHOUT_SCRIPTS: Look = Look { without_scripts: true, ..Look::PLAIN };
    const PLAIN: Look =
        Look { phone: None, dark: false, forced_colors: false, large_text: false, still: false, without_scripts: false };

    pub const fn phone(width: u16, height: u16) -> Look {
        Look { phone: Some((width, height)), ..Look::PLAIN }
    }

    /// Whether a browser that was started for the one can be set to the other.
    pub fn starts_like(self, other: Look) -> bool {
        (self.phone, self.dark, self.still) == (other.phone, other.dark, other.still)
    }
}
