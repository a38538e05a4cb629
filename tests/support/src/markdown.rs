//! The examples in a document: its fenced blocks.

/// A fenced block.
pub struct Block {
    /// The heading it stands under.
    pub heading: String,
    /// What follows the opening fence.
    pub language: String,
    /// The lines between the fences.
    pub text: String,
}

/// The blocks of a file of the project, in order.
pub fn blocks(file: &str) -> Vec<Block> {
    let text = crate::read(file);
    let (mut blocks, mut heading) = (Vec::new(), String::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            title.clone_into(&mut heading);
        }
        if let Some(language) = line.strip_prefix("```") {
            let text = lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
            blocks.push(Block { heading: heading.clone(), language: language.to_owned(), text });
        }
    }
    blocks
}
