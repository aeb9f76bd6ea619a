//! What can go wrong, in one line on standard error.

use crate::page::strip_control_chars;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Mutex;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What is wrong, where, and what to do.
    Message(String),
    /// Help was asked for and shown, which is no failure; with the exit status.
    Helped(u8),
    /// Who reads the answer closed the pipe (`| head`): no failure.
    BrokenPipe,
    /// Standard error is a file that is read: a message would be written into it.
    Unsaid,
}

/// Where the last panic was.
static FAULT: Mutex<String> = Mutex::new(String::new());

/// What a panic says can hold words of the file: only its place is kept.
pub(crate) fn hide_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let (Ok(mut fault), Some(place)) = (FAULT.lock(), panic.location()) {
            *fault = place.to_string();
        }
    }));
}

/// The longest line that is said, in characters.
pub(crate) const LONGEST: usize = 300;

impl Failure {
    pub(crate) fn message(message: impl Into<String>) -> Failure {
        Failure::Message(message.into())
    }

    /// After a panic: where in this program, and nothing of what it was reading.
    pub(crate) fn internal() -> Failure {
        let place = FAULT.lock().map_or_else(|_| String::new(), |place| place.clone());
        Failure::message(format!(
            "a fault in this program ({place}): please report this line, without the file"
        ))
    }

    /// Says it and gives the exit status.
    pub(crate) fn report(self) -> ExitCode {
        let message = match self {
            Failure::Message(message) => message,
            Failure::Helped(status) => return ExitCode::from(status),
            Failure::BrokenPipe => return ExitCode::SUCCESS,
            Failure::Unsaid => return ExitCode::from(2),
        };
        let line = bounded(&format!("error: {message}"), LONGEST);
        let _ = writeln!(std::io::stderr(), "{line}");
        ExitCode::from(2)
    }
}

/// A text that cannot break the line or steer the terminal. Of one that is too long the middle is left
/// out: it begins with what is wrong and ends with what to do.
pub(crate) fn bounded(text: &str, most: usize) -> String {
    let text = strip_control_chars(text);
    let length = text.chars().count();
    if length <= most {
        return text;
    }
    let kept = most.saturating_sub(LEFT_OUT.len());
    let place = |nth: usize| text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at);
    let (start, end) = (place(kept / 2), place(length - kept.div_ceil(2)));
    format!("{}{LEFT_OUT}{}", &text[..start], &text[end..])
}

const LEFT_OUT: &str = " ... ";
