//! The binary format of WebAssembly, as far as the build reads it: <https://webassembly.github.io/spec/core/binary/>.

pub const MAGIC: &[u8; 8] = b"\0asm\x01\0\0\0";
pub const CUSTOM: u8 = 0;
pub const IMPORTS: u8 = 2;
pub const EXPORTS: u8 = 7;
pub const ELEMENTS: u8 = 9;
pub const CODE: u8 = 10;
/// The kind of an import or export that is a function.
pub const FUNCTION: u8 = 0;

/// The sections of a module: their number and what they hold.
///
/// # Errors
/// If the bytes are no WebAssembly module, or one that is cut.
pub fn sections(module: &[u8]) -> Result<impl Iterator<Item = Result<(u8, Reader<'_>), String>>, String> {
    let mut module = Reader(module);
    if module.take(MAGIC.len())? != MAGIC {
        return Err("the module is no WebAssembly of version 1".into());
    }
    Ok(std::iter::from_fn(move || (!module.0.is_empty()).then(|| Ok((module.byte()?, Reader(module.sized()?))))))
}

pub fn write_section(out: &mut Vec<u8>, id: u8, section: &[u8]) {
    out.push(id);
    write_sized(out, section);
}

/// What is left to read.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or("the module is cut")?;
        self.0 = rest;
        Ok(taken)
    }

    pub fn byte(&mut self) -> Result<u8, String> {
        Ok(self.take(1)?[0])
    }

    /// Seven bits a byte, the low ones first.
    pub fn number(&mut self) -> Result<u32, String> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err("the module holds a number that is too long".into())
    }

    pub fn sized(&mut self) -> Result<&'a [u8], String> {
        let length = self.number()? as usize;
        self.take(length)
    }

    pub fn text(&mut self) -> Result<String, String> {
        String::from_utf8(self.sized()?.to_vec()).map_err(|_| "the module holds a name that is not UTF-8".into())
    }
}

/// Where two modules differ, and in which bytes: for tests.
#[cfg(test)]
pub fn differences(before: &[u8], after: &[u8]) -> Vec<(usize, u8, u8)> {
    assert_eq!(before.len(), after.len());
    before.iter().zip(after).enumerate().filter(|(_, (a, b))| a != b).map(|(at, (a, b))| (at, *a, *b)).collect()
}

pub fn write_number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

pub fn write_sized(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}
