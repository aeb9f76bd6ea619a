//! Which field of a JSON text a position lies in.

/// What is open at a position.
enum Open {
    Object { key: String, in_key: bool },
    Array { index: usize },
}

/// The way to a field.
pub(crate) struct Path(Vec<Open>);

impl Path {
    /// Such as `spells[0].last_day`. Empty at the top, and where the text is not JSON.
    pub(crate) fn field(&self) -> String {
        join(&self.0)
    }

    /// The same without the name of the field itself.
    pub(crate) fn parent(&self) -> String {
        join(&self.0[..self.0.len().saturating_sub(1)])
    }
}

/// The field at a line and column as `serde_json` counts them.
pub(crate) fn at(text: &str, line: usize, column: usize) -> Path {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let end = start.saturating_add(column).min(text.len());
    let mut open = Vec::new();
    let mut bytes = text.as_bytes()[..end].iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' => open.push(Open::Object { key: String::new(), in_key: true }),
            b'[' => open.push(Open::Array { index: 0 }),
            b'}' | b']' => drop(open.pop()),
            b',' => match open.last_mut() {
                Some(Open::Object { in_key, .. }) => *in_key = true,
                Some(Open::Array { index }) => *index += 1,
                None => {}
            },
            b':' => {
                if let Some(Open::Object { in_key, .. }) = open.last_mut() {
                    *in_key = false;
                }
            }
            b'"' => {
                let content = string(&mut bytes);
                if let Some(Open::Object { key, in_key: true }) = open.last_mut() {
                    *key = content;
                }
            }
            _ => {}
        }
    }
    Path(open)
}

/// The rest of a string, up to its closing quote.
fn string(bytes: &mut impl Iterator<Item = u8>) -> String {
    let mut content = Vec::new();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => break,
            b'\\' => content.extend(bytes.next()),
            byte => content.push(byte),
        }
    }
    String::from_utf8_lossy(&content).into_owned()
}

fn join(open: &[Open]) -> String {
    let mut path = String::new();
    for step in open {
        match step {
            Open::Object { key, .. } if path.is_empty() || key.is_empty() => path.push_str(key),
            Open::Object { key, .. } => path.extend([".", key]),
            Open::Array { index } => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn names_the_field_at_a_position() {
        let text = "{\"id\":\"a,]\\\"\",\n \"spells\":[{\"first_day\":\"x\"},\n{\"last_day\": 7}]}";
        let field = |line, column| at(text, line, column).field();
        assert_eq!(field(1, 5), "id");
        assert_eq!(field(2, 27), "spells[0].first_day");
        assert_eq!(field(3, 14), "spells[1].last_day");
        assert_eq!(field(3, 15), "spells[1]");
        assert_eq!(field(9, 99), "");
        assert_eq!(at("", 0, 0).field(), "");
    }

    #[test]
    fn the_parent_has_nothing_of_the_name() {
        let text = r#"{"spells": [{"a.b[0].c": 1}]}"#;
        assert_eq!(at(text, 1, 23).field(), "spells[0].a.b[0].c");
        assert_eq!(at(text, 1, 23).parent(), "spells[0]");
        assert_eq!(at("{\"x.y\": 1}", 1, 6).parent(), "");
    }
}
