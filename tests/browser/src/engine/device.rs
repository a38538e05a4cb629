//! The settings of a visitor's device.

/// Screen size, colour scheme and accessibility preferences of a device.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent setting")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// Width and height of a phone's screen in CSS pixels; otherwise an ordinary window. Only Chromium emulates a phone; the
    /// other engines show the page in an iframe of that size.
    pub phone: Option<(u16, u16)>,
    pub dark: bool,
    pub forced_colors: bool,
    /// The browser's default font size is doubled.
    pub large_text: bool,
    pub reduced_motion: bool,
    pub without_scripts: bool,
}

impl Device {
    pub const DARK: Device = Device { dark: true, ..Device::DEFAULT };
    pub const FORCED_COLORS: Device = Device { forced_colors: true, ..Device::DEFAULT };
    pub const REDUCED_MOTION: Device = Device { reduced_motion: true, ..Device::DEFAULT };
    pub const WITHOUT_SCRIPTS: Device = Device { without_scripts: true, ..Device::DEFAULT };
    const DEFAULT: Device = Device {
        phone: None,
        dark: false,
        forced_colors: false,
        large_text: false,
        reduced_motion: false,
        without_scripts: false,
    };

    pub const fn phone(width: u16, height: u16) -> Device {
        Device { phone: Some((width, height)), ..Device::DEFAULT }
    }

    /// True if a browser that was started for `self` can be reconfigured for `other`.
    pub fn starts_like(self, other: Device) -> bool {
        (self.phone, self.dark, self.reduced_motion) == (other.phone, other.dark, other.reduced_motion)
    }
}
