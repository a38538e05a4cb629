//! The entry of the WebAssembly module: `embed.js` reads the words once per language, then mounts one quiz per element.

#[cfg(target_arch = "wasm32")]
mod entry {
    use exhale::{
        content,
        widget::{Help, Props, Quiz},
    };
    use wasm_bindgen::prelude::*;
    use yew::{AppHandle, Renderer};

    #[global_allocator]
    static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

    /// The words of one language.
    #[wasm_bindgen]
    pub struct Language(content::Words);

    /// Reads a packed content file. It stays in memory for the life of the page: call it once per language.
    ///
    /// # Errors
    /// `undefined` if the bytes are no content file of this version.
    #[wasm_bindgen]
    pub fn read(bytes: Vec<u8>) -> Option<Language> {
        content::read(bytes).ok().map(Language)
    }

    /// A quiz on the page.
    #[wasm_bindgen]
    pub struct Mounted(AppHandle<Quiz>);

    /// Puts a quiz into an empty element. `help_href` and `help_label` are the help line of the page it stands on, or empty; `previews`
    /// is the folder of pages with preview cards.
    #[wasm_bindgen]
    pub fn mount(
        root: web_sys::Element,
        language: &Language,
        persist: bool,
        help_href: &str,
        help_label: &str,
        previews: String,
    ) -> Mounted {
        let props = Props { words: language.0, persist, help: Help::new(help_href, help_label), previews };
        Mounted(Renderer::<Quiz>::with_root_and_props(root, props).render())
    }

    #[wasm_bindgen]
    impl Mounted {
        /// Takes the quiz off the page and frees it.
        pub fn destroy(self) {
            self.0.destroy();
        }
    }
}

fn main() {}
