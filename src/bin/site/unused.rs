//! Takes code of Yew out of the module that nothing here leads to. Yew draws seven kinds of nodes, and compares attributes in
//! four ways; which of them occur is known only as the quiz is drawn, so no compiler leaves out the others. The quiz has text,
//! elements and lists of them (`src/widget/markup.rs`), one component that nothing stands round, and one table of attributes.
//!
//! Where one of these functions was called after all, the module would stop, as it does wherever something is not as it must
//! be, and the page would say so. The tests take the module without them.

use super::{
    binary::{self, CODE, Reader, sections, write_number, write_section, write_sized},
    functions,
};

/// The functions, by the end of their names. What only they lead to goes with them.
const UNUSED: [&str; 16] = [
    // Components in components.
    "<yew::virtual_dom::vcomp::VComp as yew::dom_bundle::traits::Reconcilable>::attach",
    "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp> as yew::utils::RcExt<yew::virtual_dom::vcomp::VComp>>::unwrap_or_clone",
    "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp>>::drop_slow",
    // Nodes that stand elsewhere on the page.
    "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable>::attach",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal> as yew::utils::RcExt<yew::virtual_dom::vportal::VPortal>>::unwrap_or_clone",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal>>::drop_slow",
    // Markup as text.
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
    // What waits for something, and what shows meanwhile.
    "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable>::attach",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense> as yew::utils::RcExt<yew::virtual_dom::vsuspense::VSuspense>>::unwrap_or_clone",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense>>::drop_slow",
    "<yew::suspense::suspension::Suspension as core::clone::Clone>::clone",
    "::find_parent_scope::<yew::suspense::component::feat_csr_ssr::BaseSuspense>",
    "::send_message::<yew::suspense::component::feat_csr_ssr::BaseSuspenseMsg>",
    // Attributes that are no values of one table of names.
    "<yew::virtual_dom::Attributes>::apply_diff_as_maps::collect",
    "yew::virtual_dom::AttributeOrProperty>>::get_index_of::<implicit_clone::unsync::string::IString>",
    "<alloc::rc::Rc<indexmap::map::IndexMap<implicit_clone::unsync::string::IString, yew::virtual_dom::AttributeOrProperty>>>::drop_slow",
];
/// The body of a function without locals that traps: `unreachable`, `end`.
const TRAP: [u8; 3] = [0, 0, 0x0b];

/// The module with a trap in place of each of those functions, and how many there were: a compiler may have put some where they
/// are called. wasm-opt then takes out what leads to nothing but a trap.
///
/// # Errors
/// Says what is not as it should be, if the bytes are no WebAssembly module with names, or none of the functions is there:
/// then they have other names, and what they cost would come back unseen.
pub fn without(module: &[u8]) -> Result<(Vec<u8>, usize), String> {
    let (names, imported) = (functions::names(module)?, functions::imported(module)?);
    let unused = |function: u32| names.get(&function).is_some_and(|name| UNUSED.iter().any(|end| name.ends_with(end)));
    let mut out = binary::MAGIC.to_vec();
    let mut count = 0;
    for section in sections(module)? {
        let (id, section) = section?;
        let section = if id == CODE { code(section, |own| unused(imported + own), &mut count)? } else { section.0.to_vec() };
        write_section(&mut out, id, &section);
    }
    if count == 0 { Err("the module has none of Yew's functions that are taken out".into()) } else { Ok((out, count)) }
}

fn code(section: Reader<'_>, unused: impl Fn(u32) -> bool, count: &mut usize) -> Result<Vec<u8>, String> {
    let bodies = functions::bodies(section)?;
    let mut out = Vec::new();
    write_number(&mut out, bodies.len() as u32);
    for (function, body) in (0..).zip(bodies) {
        *count += usize::from(unused(function));
        write_sized(&mut out, if unused(function) { &TRAP } else { body });
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    use super::{UNUSED, without};
    use crate::binary::differences;

    /// Imports a function, has two: another one, and the one with this name.
    fn module(name: &str) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0\x02\x07\x01\x01e\x01f\x00\x00\x0a\x09\x02\x03\x00\x01\x0b\x03\x00\x01\x0b".to_vec();
        let mut list = vec![2, 1, 5];
        list.extend(b"other");
        list.extend([2, name.len() as u8]);
        list.extend(name.bytes());
        let mut section = b"\x04name\x01".to_vec();
        section.push(list.len() as u8);
        section.extend(list);
        module.extend([0, section.len() as u8]);
        module.extend(section);
        module
    }

    #[test]
    fn a_function_that_nothing_leads_to_becomes_a_trap() {
        let before = module(UNUSED[2]);
        let (after, count) = without(&before).unwrap();
        assert_eq!((count, differences(&before, &after)), (1, vec![(26, 1, 0)]));
    }

    #[test]
    fn a_module_without_them_stops_the_build() {
        assert!(without(&module("<yew::virtual_dom::vcomp::VComp>::another")).unwrap_err().contains("none of"));
        assert!(without(b"text").is_err());
    }

    /// The files in a folder and in those within it.
    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    /// What would lead to them.
    #[test]
    fn the_quiz_is_made_of_text_elements_and_lists() {
        const KINDS: [&str; 12] = [
            "VComp",
            "VChild",
            "VPortal",
            "create_portal",
            "VRaw",
            "from_html_unchecked",
            "Suspense",
            "Suspension",
            "html!",
            "IndexMap",
            "add_attribute",
            "Attributes::Static",
        ];
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut read = 0;
        for place in ["widget", "browser"].map(|name| folder.join(name)) {
            for file in files(&place) {
                let text = fs::read_to_string(&file).unwrap();
                let code = || text.lines().filter(|line| !line.trim_start().starts_with("//"));
                for kind in KINDS {
                    assert!(!code().any(|line| line.contains(kind)), "{}: {kind}", file.display());
                }
                read += 1;
            }
        }
        assert!(read > 30, "the source is elsewhere");
    }
}
