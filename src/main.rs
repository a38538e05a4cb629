//! The entry of the WebAssembly module: `embed.js` reads the words once per language, then mounts one quiz per element.

// The start of a native program, with its standard output, is nothing to a page.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod entry {
    use std::cell::RefCell;

    use exhale::{
        content::{self, Words},
        widget::{Help, Props, Quiz},
    };
    use wasm_bindgen::prelude::*;
    use yew::{AppHandle, Renderer};

    #[global_allocator]
    static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

    // Numbers stand for both outside: a class for each would cost a kilobyte of glue.
    thread_local! {
        static LANGUAGES: RefCell<Vec<Words>> = const { RefCell::new(Vec::new()) };
        static MOUNTED: RefCell<Vec<Option<AppHandle<Quiz>>>> = const { RefCell::new(Vec::new()) };
    }

    /// Reads a packed content file. It stays in memory for the life of the page: call it once per language. Gives the
    /// number of the language, from 1; or 0 if the bytes are no content file of this version.
    #[wasm_bindgen]
    pub fn read(bytes: Vec<u8>) -> usize {
        content::read(bytes).map_or(0, |words| {
            LANGUAGES.with_borrow_mut(|languages| {
                languages.push(words);
                languages.len()
            })
        })
    }

    /// Puts a quiz into an empty element, in a language that was read. `help_href` and `help_label` are the help line of the
    /// page it stands on, or empty; `previews` is the folder of pages with preview cards. Gives a number for [`unmount`].
    #[wasm_bindgen]
    pub fn mount(
        root: web_sys::Element,
        language: usize,
        persist: bool,
        help_href: &str,
        help_label: &str,
        previews: String,
    ) -> usize {
        let words = LANGUAGES.with_borrow(|languages| languages[language - 1]);
        let props = Props { words, persist, help: Help::new(help_href, help_label), previews };
        let quiz = Some(Renderer::<Quiz>::with_root_and_props(root, props).render());
        MOUNTED.with_borrow_mut(|mounted| {
            // The place of one that is gone serves again.
            if let Some(place) = mounted.iter().position(Option::is_none) {
                mounted[place] = quiz;
                place
            } else {
                mounted.push(quiz);
                mounted.len() - 1
            }
        })
    }

    /// Takes a quiz off the page and frees it.
    #[wasm_bindgen]
    pub fn unmount(mounted: usize) {
        let quiz = MOUNTED.with_borrow_mut(|all| all[mounted].take());
        if let Some(quiz) = quiz {
            quiz.destroy();
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
